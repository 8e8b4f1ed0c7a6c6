import { createHash, randomBytes } from 'node:crypto';

/** A session's token: 256 random bits, base64url. It exists in the browser's cookie and nowhere else. */
export function mintToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a token. A fast hash is enough: there is nothing to guess in 256 random bits. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether the text can be a token at all; spares the database from cookies of a megabyte. */
export function looksLikeToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}
