import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's default kind) with the parameters OWASP recommends: 19 MiB, two passes, one lane; about 18 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password (NFKC, so that it can be typed on another keyboard) into a PHC string. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

export function passwordMatches(password: string, phc: string): Promise<boolean> {
  return verify(phc, password.normalize('NFKC'));
}

let decoy: Promise<string> | undefined;

/** Does the work of a comparison that always fails: an unknown name takes as long to refuse as a wrong password. */
export async function pretendToCompare(password: string): Promise<false> {
  decoy ??= hashPassword('no account has this password');
  await passwordMatches(password, await decoy);
  return false;
}

/** No letters or digits that are mistaken for one another when read from paper. */
const alphabets = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '-+*=?'] as const;

/** A random first password of 14 characters with all four classes; it is shown once and must be changed at the first sign-in. */
export function initialPassword(): string {
  const all = alphabets.join('');
  const characters = [...alphabets.map(pick), ...Array.from({ length: 10 }, () => pick(all))];
  for (let i = characters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [characters[i], characters[j]] = [characters[j] ?? '', characters[i] ?? ''];
  }
  return characters.join('');
}

function pick(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}
