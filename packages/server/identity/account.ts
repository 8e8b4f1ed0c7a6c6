import { HuyingError, type Locale } from '@huying/kit/error';
import { isUniqueViolation, type Tx } from '../db/index.ts';
import { accountName, nameKey } from './account-name.ts';
import { hashPassword } from './password-hash.ts';
import { requireStrongPassword } from './password-rule.ts';
import { defaultIdentitySettings, type IdentitySettings } from './settings.ts';
import {
  type AccountRow,
  accountById,
  accountByNameKey,
  accountsOf,
  clearCodeSecret,
  clearTries,
  insertAccount,
  insertMembership,
  memberships,
  setCodeRequired,
  setDisabled,
  setPassword,
} from './store.ts';

/** An account as administrators see it; instants in epoch milliseconds. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly locale: Locale;
  readonly mustChangePassword: boolean;
  readonly disabledAt: number | null;
  readonly expiresAt: number | null;
  readonly lockedUntil: number | null;
  readonly totp: boolean;
  readonly totpRequired: boolean;
  readonly createdAt: number;
}

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly locale: Locale;
  /** what the person is told once; must be changed at the first sign-in */
  readonly initialPassword: string;
  /** the district whose system administrator answers for the account */
  readonly home: string;
  readonly totpRequired?: boolean | undefined;
  /** epoch milliseconds; null never */
  readonly expiresAt?: number | null | undefined;
}

/**
 * Opens an account, admitted to its home district.
 * @throws identity.accountNameInvalid, identity.accountNameTaken, identity.passwordWeak
 */
export async function openAccount(
  tx: Tx,
  now: number,
  account: NewAccount,
  settings: IdentitySettings = defaultIdentitySettings,
): Promise<void> {
  const name = accountName(account.name);
  requireStrongPassword(account.initialPassword, name, settings);
  const passwordHash = await hashPassword(account.initialPassword);
  try {
    await insertAccount(tx, {
      id: account.id,
      name,
      nameKey: nameKey(name),
      displayName: account.displayName,
      locale: account.locale,
      passwordHash,
      mustChangePassword: true,
      totpRequired: account.totpRequired ?? false,
      expiresAt: account.expiresAt ?? null,
      now,
    });
  } catch (error) {
    if (isUniqueViolation(error, 'account_name_key_key')) throw new HuyingError('identity.accountNameTaken', { name });
    throw error;
  }
  await insertMembership(tx, account.id, account.home, true, now);
}

/** An account for a demo or a test, whose password need not be changed and whose hash the caller made once for many. */
export async function openReadyAccount(
  tx: Tx,
  now: number,
  account: Omit<NewAccount, 'initialPassword'> & { readonly passwordHash: string },
): Promise<void> {
  const name = accountName(account.name);
  await insertAccount(tx, {
    ...account,
    name,
    nameKey: nameKey(name),
    mustChangePassword: false,
    totpRequired: account.totpRequired ?? false,
    expiresAt: account.expiresAt ?? null,
    now,
  });
  await insertMembership(tx, account.id, account.home, true, now);
}

/** Admits an account to one more district, where it can then be given posts; false if it was admitted already. */
export function admitAccount(tx: Tx, now: number, account: string, district: string): Promise<boolean> {
  return insertMembership(tx, account, district, false, now);
}

/** The account if it is admitted to the district. @throws identity.accountUnknown otherwise */
export async function accountIn(tx: Tx, district: string, id: string): Promise<Account> {
  const row = await accountById(tx, id);
  if (row === undefined || !(await memberships(tx, id)).some((one) => one.district === district)) {
    throw new HuyingError('identity.accountUnknown');
  }
  return accountOf(row);
}

/** The account if the district is its home and may change it. @throws identity.accountUnknown, identity.accountElsewhere */
export async function accountAtHome(tx: Tx, district: string, id: string): Promise<Account> {
  const account = await accountIn(tx, district, id);
  if (!(await memberships(tx, id)).some((one) => one.district === district && one.home)) {
    throw new HuyingError('identity.accountElsewhere');
  }
  return account;
}

export async function accountNamed(tx: Tx, name: string): Promise<Account | undefined> {
  const row = await accountByNameKey(tx, nameKey(name));
  return row === undefined ? undefined : accountOf(row);
}

/** One page of a district's accounts in the order of their names; `next` goes on after it. */
export async function listAccounts(
  tx: Tx,
  district: string,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: Account[]; next?: string }> {
  const rows = await accountsOf(tx, district, page.after ?? '', page.limit + 1);
  const items = rows.slice(0, page.limit).map(accountOf);
  const last = items.at(-1);
  return rows.length > page.limit && last !== undefined ? { items, next: nameKey(last.name) } : { items };
}

/** Sets a first password again; it must be changed at the next sign-in, and any lock is lifted. @throws identity.passwordWeak */
export async function setInitialPassword(
  tx: Tx,
  now: number,
  account: Account,
  initialPassword: string,
  settings: IdentitySettings = defaultIdentitySettings,
): Promise<void> {
  requireStrongPassword(initialPassword, account.name, settings);
  const row = await accountById(tx, account.id);
  if (row === undefined) throw new HuyingError('identity.accountUnknown');
  const history = [row.passwordHash, ...row.passwordHistory].slice(0, settings.passwordHistory);
  await setPassword(tx, account.id, { hash: await hashPassword(initialPassword), history, mustChange: true, now });
}

export function disable(tx: Tx, now: number, id: string): Promise<void> {
  return setDisabled(tx, id, now);
}

/** Lets a disabled account in again, and lifts a lock. */
export async function enable(tx: Tx, id: string): Promise<void> {
  await setDisabled(tx, id, null);
  await clearTries(tx, id);
}

/** Takes away the one-time codes of someone who lost their phone; they set them up anew. */
export function resetCode(tx: Tx, id: string): Promise<void> {
  return clearCodeSecret(tx, id);
}

/** Makes one-time codes a duty of the account, or lifts it. */
export function requireCode(tx: Tx, id: string, required: boolean): Promise<void> {
  return setCodeRequired(tx, id, required);
}

function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    displayName: row.displayName,
    locale: row.locale,
    mustChangePassword: row.mustChangePassword,
    disabledAt: row.disabledAt,
    expiresAt: row.expiresAt,
    lockedUntil: row.lockedUntil,
    totp: row.totpConfirmedAt !== null,
    totpRequired: row.totpRequired,
    createdAt: row.createdAt,
  };
}
