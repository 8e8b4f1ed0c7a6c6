import { HuyingError } from '@huying/kit/error';
import { withoutTenant } from '../tenant/index.ts';
import { isAccountName, nameKey } from './account-name.ts';
import { codeStep } from './one-time-code.ts';
import { passwordMatches, pretendToCompare } from './password-hash.ts';
import { type IdentityServices, type Session, sessionOf, usable } from './session.ts';
import {
  type AccountRow,
  claimTry,
  clearTries,
  insertEvent,
  insertSession,
  memberships,
  returnTry,
  useStep,
} from './store.ts';
import { mintToken, tokenHash } from './token.ts';

export interface SignInInput {
  readonly name: string;
  readonly password: string;
  /** six digits, when the account has one-time codes */
  readonly code?: string | undefined;
  /** the district to act in; left out, the account's only one, or none until chosen */
  readonly district?: string | undefined;
  /** network address of the browser, for the account's record */
  readonly address?: string | undefined;
}

export interface SignedIn {
  /** goes into the cookie and nowhere else */
  readonly token: string;
  readonly session: Session;
}

/** No password is longer; a megabyte of one is refused before it is hashed. */
const longestInput = 512;

/**
 * Signs a person in. An unknown name, a wrong password, a locked, expired or disabled account all give the same answer after the same work,
 * and a try is counted before it is judged, so that no more are judged at once than one after another.
 * @throws identity.signInRefused, identity.codeRequired, identity.codeRefused, identity.noDistrict
 */
export async function signIn(services: IdentityServices, input: SignInInput): Promise<SignedIn> {
  const account = await tryPassword(services, input);
  if (account.totpConfirmedAt !== null) await tryCode(services, account, input);
  const now = services.now();
  const token = mintToken();
  return withoutTenant(services.db, async (tx) => {
    await clearTries(tx, account.id);
    const districts = await memberships(tx, account.id);
    const district = input.district ?? (districts.length === 1 ? districts[0]?.district : undefined) ?? null;
    if (district !== null && !districts.some((one) => one.district === district))
      throw new HuyingError('identity.noDistrict');
    const row = {
      id: services.id(),
      account: account.id,
      district,
      post: null,
      createdAt: now,
      lastSeenAt: now,
      endsAt: now + services.identity.absoluteMs,
    };
    await insertSession(tx, tokenHash(token), row, input.address ?? null);
    await insertEvent(tx, event(services, account.id, 'signed-in', input));
    return { token, session: sessionOf(row, account, now, services.identity) };
  });
}

async function tryPassword(services: IdentityServices, input: SignInInput): Promise<AccountRow> {
  const { maxFailures, lockMs } = services.identity;
  const now = services.now();
  const sensible = isAccountName(input.name) && input.password.length <= longestInput;
  const account = await withoutTenant(services.db, async (tx) => {
    const by = { nameKey: sensible ? nameKey(input.name) : '' };
    const claimed = await claimTry(tx, by, maxFailures, now, now + lockMs);
    // Written for unknown names too: one commit without a write would be quicker by a flush of the disk, and tell.
    await insertEvent(tx, event(services, claimed?.id ?? null, 'tried', input));
    return claimed;
  });
  const right =
    account === undefined
      ? await pretendToCompare(sensible ? input.password : '')
      : await passwordMatches(input.password, account.passwordHash);
  if (account !== undefined && right && usable(account, now)) return account;
  // What was typed as a name is not kept: people type their password there.
  await note(services, account?.id ?? null, 'refused', input);
  throw new HuyingError('identity.signInRefused', { failures: maxFailures, minutes: Math.round(lockMs / 60_000) });
}

async function tryCode(services: IdentityServices, account: AccountRow, input: SignInInput): Promise<void> {
  if (input.code === undefined || input.code === '') {
    await withoutTenant(services.db, (tx) => returnTry(tx, account.id));
    throw new HuyingError('identity.codeRequired');
  }
  const { code } = input;
  const accepted = await withoutTenant(services.db, async (tx) => {
    if (account.totpSecret === null) return false;
    const secret = services.keyring.openShared(account.totpSecret, codeContext(account.id));
    const step = codeStep(secret, code, services.now());
    return step !== undefined && (await useStep(tx, account.id, step));
  });
  if (accepted) return;
  await note(services, account.id, 'code-refused', input);
  throw new HuyingError('identity.codeRefused');
}

function note(services: IdentityServices, account: string | null, result: string, input: SignInInput): Promise<void> {
  return withoutTenant(services.db, (tx) => insertEvent(tx, event(services, account, result, input)));
}

function event(services: IdentityServices, account: string | null, result: string, input: SignInInput) {
  return {
    id: services.id(),
    at: services.now(),
    account,
    what: 'sign-in',
    result,
    address: input.address?.slice(0, 64) ?? null,
  };
}

/** What a second-factor secret is sealed for: moved to another account it does not open. */
export function codeContext(account: string): string {
  return `totp|${account}`;
}
