import type { Locale } from '@huying/kit/error';
import type { Tx } from '../db/index.ts';

/** A row of `account`; instants in epoch milliseconds. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly locale: Locale;
  readonly passwordHash: string;
  readonly passwordHistory: readonly string[];
  readonly passwordChangedAt: number;
  readonly mustChangePassword: boolean;
  readonly disabledAt: number | null;
  readonly expiresAt: number | null;
  readonly failedCount: number;
  readonly lockedUntil: number | null;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmedAt: number | null;
  readonly totpLastStep: number | null;
  readonly totpRequired: boolean;
  readonly createdAt: number;
}

/** A row of `session`, without its hash. */
export interface SessionRow {
  readonly id: string;
  readonly account: string;
  readonly district: string | null;
  readonly post: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly endsAt: number;
}

/** `extract` gives seconds with six places; milliseconds fit a double exactly. */
const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;

const accountColumns = `a.id, a.name, a.display_name as "displayName", a.locale, a.password_hash as "passwordHash",
  a.password_history as "passwordHistory", ${ms('a.password_changed_at', 'passwordChangedAt')},
  a.must_change_password as "mustChangePassword", ${ms('a.disabled_at', 'disabledAt')}, ${ms('a.expires_at', 'expiresAt')},
  a.failed_count as "failedCount", ${ms('a.locked_until', 'lockedUntil')}, a.totp_secret as "totpSecret",
  ${ms('a.totp_confirmed_at', 'totpConfirmedAt')}, a.totp_last_step as "totpLastStep", a.totp_required as "totpRequired",
  ${ms('a.created_at', 'createdAt')}`;

export async function insertAccount(
  tx: Tx,
  row: Pick<
    AccountRow,
    'id' | 'name' | 'displayName' | 'locale' | 'passwordHash' | 'mustChangePassword' | 'totpRequired'
  > & {
    readonly nameKey: string;
    readonly expiresAt: number | null;
    readonly now: number;
  },
): Promise<void> {
  await tx.run(
    `insert into account (id, name, name_key, display_name, locale, password_hash, password_changed_at, must_change_password, totp_required, expires_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $7)`,
    [
      row.id,
      row.name,
      row.nameKey,
      row.displayName,
      row.locale,
      row.passwordHash,
      at(row.now),
      row.mustChangePassword,
      row.totpRequired,
      at(row.expiresAt),
    ],
  );
}

export function accountById(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return tx.one(`select ${accountColumns} from account a where a.id = $1`, [id]);
}

export function accountByNameKey(tx: Tx, nameKey: string): Promise<AccountRow | undefined> {
  return tx.one(`select ${accountColumns} from account a where a.name_key = $1`, [nameKey]);
}

/**
 * Counts a try before it is judged, and gives the account only while tries are left: however many arrive at once, no more than `max` are judged.
 * A lock that has run out starts the count anew.
 */
export function claimTry(
  tx: Tx,
  by: { readonly nameKey: string } | { readonly id: string },
  max: number,
  now: number,
  lockedUntil: number,
): Promise<AccountRow | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['name_key', by.nameKey];
  return tx.one(
    `update account a set
       failed_count = case when locked_until is null then failed_count + 1 else 1 end,
       locked_until = case when (case when locked_until is null then failed_count + 1 else 1 end) >= $2 then $4::timestamptz end
     where ${column} = $1 and (locked_until is null or locked_until <= $3)
     returning ${accountColumns}`,
    [value, max, at(now), at(lockedUntil)],
  );
}

/** Takes back one counted try: the password was right and only the code is still to come. */
export async function returnTry(tx: Tx, id: string): Promise<void> {
  await tx.run('update account set failed_count = greatest(failed_count - 1, 0), locked_until = null where id = $1', [
    id,
  ]);
}

export async function clearTries(tx: Tx, id: string): Promise<void> {
  await tx.run('update account set failed_count = 0, locked_until = null where id = $1', [id]);
}

/** Marks a step of the one-time code as used; false when it, or a later one, was used before. */
export async function useStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const sql =
    'update account set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2)';
  return (await tx.run(sql, [id, step])) === 1;
}

export async function setPassword(
  tx: Tx,
  id: string,
  to: {
    readonly hash: string;
    readonly history: readonly string[];
    readonly mustChange: boolean;
    readonly now: number;
  },
): Promise<void> {
  await tx.run(
    `update account set password_hash = $2, password_history = $3, must_change_password = $4, password_changed_at = $5,
       failed_count = 0, locked_until = null where id = $1`,
    [id, to.hash, to.history, to.mustChange, at(to.now)],
  );
}

/** Sets the secret of an account that has none confirmed; false when one is confirmed already. */
export async function setCodeSecret(tx: Tx, id: string, sealed: Buffer): Promise<boolean> {
  const sql = 'update account set totp_secret = $2, totp_last_step = null where id = $1 and totp_confirmed_at is null';
  return (await tx.run(sql, [id, sealed])) === 1;
}

export async function confirmCodeSecret(tx: Tx, id: string, step: number, now: number): Promise<void> {
  await tx.run('update account set totp_confirmed_at = $3, totp_last_step = $2 where id = $1', [id, step, at(now)]);
}

export async function clearCodeSecret(tx: Tx, id: string): Promise<void> {
  await tx.run('update account set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = $1', [
    id,
  ]);
}

export async function setCodeRequired(tx: Tx, id: string, required: boolean): Promise<void> {
  await tx.run('update account set totp_required = $2 where id = $1', [id, required]);
}

export async function setDisabled(tx: Tx, id: string, disabledAt: number | null): Promise<void> {
  await tx.run('update account set disabled_at = $2 where id = $1', [id, at(disabledAt)]);
}

export async function insertMembership(
  tx: Tx,
  account: string,
  district: string,
  home: boolean,
  now: number,
): Promise<boolean> {
  const sql = `insert into account_district (account, district, home, admitted_at) values ($1, $2, $3, $4) on conflict (account, district) do nothing`;
  return (await tx.run(sql, [account, district, home, at(now)])) === 1;
}

export function memberships(tx: Tx, account: string): Promise<{ district: string; home: boolean }[]> {
  return tx.rows('select district, home from account_district where account = $1 order by home desc, district', [
    account,
  ]);
}

/** Accounts of a district after a name, in the order of their names. */
export function accountsOf(tx: Tx, district: string, after: string, limit: number): Promise<AccountRow[]> {
  return tx.rows(
    `select ${accountColumns} from account_district d join account a on a.id = d.account
     where d.district = $1 and a.name_key > $2 order by a.name_key limit $3`,
    [district, after, limit],
  );
}

export async function insertEvent(
  tx: Tx,
  event: {
    readonly id: string;
    readonly at: number;
    readonly account: string | null;
    readonly what: string;
    readonly result: string;
    readonly address: string | null;
  },
): Promise<void> {
  await tx.run('insert into identity_event (id, at, account, what, result, address) values ($1, $2, $3, $4, $5, $6)', [
    event.id,
    at(event.at),
    event.account,
    event.what,
    event.result,
    event.address,
  ]);
}

/** What happened at the door for an account, newest first. */
export function eventsOf(
  tx: Tx,
  account: string,
  limit: number,
): Promise<{ at: number; what: string; result: string; address: string | null }[]> {
  return tx.rows(
    `select ${ms('at', 'at')}, what, result, address from identity_event where account = $1 order by at desc, id desc limit $2`,
    [account, limit],
  );
}

const sessionColumns = `s.id as "sessionId", s.account, s.district, s.post, ${ms('s.created_at', 'sessionCreatedAt')},
  ${ms('s.last_seen_at', 'lastSeenAt')}, ${ms('s.ends_at', 'endsAt')}`;

export async function insertSession(tx: Tx, hash: Buffer, row: SessionRow, address: string | null): Promise<void> {
  await tx.run(
    `insert into session (hash, id, account, district, post, created_at, last_seen_at, ends_at, address)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [hash, row.id, row.account, row.district, row.post, at(row.createdAt), at(row.lastSeenAt), at(row.endsAt), address],
  );
}

/** A session with the account it is of. */
export interface FoundSession {
  readonly session: SessionRow;
  readonly account: AccountRow;
}

/** The sessions of tokens by their hashes in hexadecimal digits, what is no session left out: one look at each primary key for each. */
export async function sessionsByHash(tx: Tx, hashes: readonly Buffer[]): Promise<ReadonlyMap<string, FoundSession>> {
  type Row = AccountRow &
    Omit<SessionRow, 'id' | 'createdAt'> & {
      readonly hash: string;
      readonly sessionId: string;
      readonly sessionCreatedAt: number;
    };
  const rows = await tx.rows<Row>(
    `select encode(s.hash, 'hex') as hash, ${accountColumns}, ${sessionColumns}
     from session s join account a on a.id = s.account where s.hash = any($1::bytea[])`,
    [hashes],
  );
  return new Map(
    rows.map(({ hash, sessionId, account, district, post, sessionCreatedAt, lastSeenAt, endsAt, ...rest }) => [
      hash,
      {
        session: { id: sessionId, account, district, post, createdAt: sessionCreatedAt, lastSeenAt, endsAt },
        account: rest,
      },
    ]),
  );
}

export function sessionsOf(tx: Tx, account: string, now: number): Promise<SessionRow[]> {
  return tx.rows(
    `select s.id, s.account, s.district, s.post, ${ms('s.created_at', 'createdAt')}, ${ms('s.last_seen_at', 'lastSeenAt')},
       ${ms('s.ends_at', 'endsAt')} from session s where s.account = $1 and s.ends_at > $2 order by s.id`,
    [account, at(now)],
  );
}

export async function touchSession(tx: Tx, id: string, now: number): Promise<void> {
  await tx.run('update session set last_seen_at = $2 where id = $1 and last_seen_at < $2', [id, at(now)]);
}

export async function setSessionPost(tx: Tx, id: string, district: string, post: string | null): Promise<boolean> {
  return (await tx.run('update session set district = $2, post = $3 where id = $1', [id, district, post])) === 1;
}

/** Ends one session of an account; false when it had none by that id. */
export async function deleteSession(tx: Tx, account: string, id: string): Promise<boolean> {
  return (await tx.run('delete from session where id = $2 and account = $1', [account, id])) === 1;
}

/** Ends every session of an account, but for one if given. @returns how many */
export function deleteSessions(tx: Tx, account: string, but: string | null): Promise<number> {
  return tx.run('delete from session where account = $1 and id is distinct from $2', [account, but]);
}

export function deleteEndedSessions(tx: Tx, now: number, idleBefore: number): Promise<number> {
  return tx.run('delete from session where ends_at <= $1 or last_seen_at <= $2', [at(now), at(idleBefore)]);
}
/** Notes the fingerprint if none is noted, and gives the one that is. */
export async function noteMasterKey(tx: Tx, fingerprint: string, now: number): Promise<string | undefined> {
  await tx.run('insert into master_key (fingerprint, noted_at) values ($1, $2) on conflict (singleton) do nothing', [
    fingerprint,
    at(now),
  ]);
  return (await tx.one<{ fingerprint: string }>('select fingerprint from master_key'))?.fingerprint;
}

function at(instant: number): Date;
function at(instant: number | null): Date | null;
function at(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}

/** The names that pages show, by account. A name is given with the account and never changes. */
export async function displayNames(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(
    'select id, display_name as name from account where id = any($1::uuid[])',
    [accounts],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
