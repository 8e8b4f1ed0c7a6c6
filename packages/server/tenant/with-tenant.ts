import { HuyingError } from '@huying/kit/error';
import { type Db, type Outcome, sharedTransaction, type Tx, transaction } from '../db/index.ts';

const CODE = /^[A-Za-z0-9-]{2,16}$/;

/** A district's code as it came from outside; throws database.tenant. It goes into SQL text, so nothing else may pass. */
export function checkTenant(tenant: string): string {
  if (!CODE.test(tenant)) throw new HuyingError('database.tenant', { tenant: tenant.slice(0, 40) });
  return tenant;
}

/** What makes a transaction one district's: the role row-level security holds for, and the district it asks about. */
function openingFor(tenant: string): string {
  return `SET LOCAL ROLE huying_app;SET LOCAL huying.tenant='${tenant}'`;
}

/** Runs `work` in a transaction that sees and writes one district's rows only. Begun in one round trip. */
export async function withTenant<T>(db: Db, tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, { sql: openingFor(checkTenant(tenant)) }, work);
}

/** Several works of one district in one transaction with one commit; see `sharedTransaction` for what each may do. */
export async function withTenantShared<T>(
  db: Db,
  tenant: string,
  works: readonly ((tx: Tx) => Promise<T>)[],
): Promise<readonly Outcome<T>[]> {
  return sharedTransaction(
    db,
    { sql: `SET LOCAL plan_cache_mode=force_generic_plan;${openingFor(checkTenant(tenant))}`, from: 'pipelined' },
    works,
  );
}

/** The same on a connection kept apart, for what must neither wait for nor be undone with the caller's transaction (numbers). */
export async function besideTenant<T>(db: Db, tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, { sql: openingFor(checkTenant(tenant)), from: 'side' }, work);
}

/** The same on one unchanging picture of the database, read only, however long it takes: for exports and verification. */
export async function readingTenant<T>(db: Db, tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const isolation = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY';
  return transaction(db, { sql: `${isolation};${openingFor(checkTenant(tenant))}`, statementTimeout: 0 }, work);
}

/** Runs `work` on the tables that districts share (accounts, sessions, definitions); every district's own table looks empty. */
export async function withoutTenant<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(db, { sql: `SET LOCAL ROLE huying_app;SET LOCAL huying.tenant=''` }, work);
}
