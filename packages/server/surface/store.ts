import type { Tx } from '../db/index.ts';

/** How many messages of a district wait to be sent; counting stops at ten thousand. */
export async function outboxWaiting(tx: Tx, tenant: string): Promise<number> {
  const row = await tx.one<{ count: number }>(
    `select count(*) as count from (select 1 from outbox where tenant = $1 and state = 'pending' limit 10000) as waiting`,
    [tenant],
  );
  return row?.count ?? 0;
}
