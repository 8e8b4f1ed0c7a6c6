import { type Db, type Gathered, isUniqueViolation, type Writing } from '../../db/index.ts';
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

interface Asked {
  readonly tenant: string;
  readonly key: string;
}

/** The answers kept under keys; undefined where a key was never used, or is still at work in a transaction not yet committed. */
export const keptAnswer: Gathered<Asked, KeptAnswer | undefined> = {
  reads: true,
  async run(tx, items) {
    const rows = await tx.rows<KeptAnswer & { key: string }>(
      'select key, operation, fingerprint, answer from idempotency_key where tenant = $1 and key = any($2::text[])',
      [items[0]?.tenant, items.map(({ key }) => key)],
    );
    const kept = new Map(rows.map((row) => [row.key, row]));
    return items.map(({ key }) => kept.get(key));
  },
};

export interface Kept extends Claim {
  readonly answer: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Keeps answers under their keys, in the order of the keys. One that another kept first breaks the rule `keyTaken` knows; a taker still at work is waited for. */
export const keepAnswer: Writing<Kept> = {
  row: ({ key }) => key,
  statements(items) {
    const kept = [...items].sort((a, b) => (a.key < b.key ? -1 : 1));
    const column = <T>(read: (one: Kept) => T) => kept.map(read);
    return [
      {
        sql: `insert into idempotency_key (tenant, key, operation, fingerprint, answer, at)
         select $1, * from unnest($2::text[], $3::text[], $4::bytea[], $5::text[], $6::timestamptz[])`,
        params: [
          kept[0]?.tenant,
          column(({ key }) => key),
          column(({ operation }) => operation),
          column(({ fingerprint }) => fingerprint),
          column(({ answer }) => answer),
          column(({ at }) => new Date(at)),
        ],
      },
    ];
  },
};

/** Whether somebody kept an answer under the key while the operation ran. */
export function keyTaken(error: unknown): boolean {
  return isUniqueViolation(error, 'idempotency_key_pkey');
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
