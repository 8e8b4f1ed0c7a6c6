import type { Db, Tx } from '../../db/index.ts';
import { withTenant } from '../../tenant/index.ts';

/** What a key was used for: the operation, and a hash of who asked what. */
export interface Claim {
  readonly tenant: string;
  readonly key: string;
  readonly operation: string;
  readonly fingerprint: Buffer;
}

/** The answer kept under a key: JSON, or null while nothing was kept. */
export interface KeptAnswer {
  readonly operation: string;
  readonly fingerprint: Buffer;
  readonly answer: string | null;
}

/** Claims a key. false: it is taken; a taker still at work has been waited for, so that its answer can be read next. */
export async function claimKey(tx: Tx, claim: Claim, now: number): Promise<boolean> {
  const claimed = await tx.run(
    `insert into idempotency_key (tenant, key, operation, fingerprint, at) values ($1, $2, $3, $4, $5)
     on conflict (tenant, key) do nothing`,
    [claim.tenant, claim.key, claim.operation, claim.fingerprint, new Date(now)],
  );
  return claimed === 1;
}

export async function keptAnswer(tx: Tx, tenant: string, key: string): Promise<KeptAnswer | undefined> {
  return tx.one<KeptAnswer>(
    'select operation, fingerprint, answer from idempotency_key where tenant = $1 and key = $2',
    [tenant, key],
  );
}

export async function keepAnswer(tx: Tx, tenant: string, key: string, answer: string): Promise<void> {
  await tx.run('update idempotency_key set answer = $3 where tenant = $1 and key = $2', [tenant, key, answer]);
}

/** Forgets keys claimed before an instant, a few thousand in each transaction. Answers how many. */
export async function sweepKeys(db: Db, tenant: string, before: number): Promise<number> {
  for (let total = 0; ; ) {
    const swept = await withTenant(db, tenant, (tx) =>
      tx.run(
        `delete from idempotency_key where tenant = $1 and key in
           (select key from idempotency_key where tenant = $1 and at < $2 order by at limit 5000)`,
        [tenant, new Date(before)],
      ),
    );
    total += swept;
    if (swept === 0) return total;
  }
}
