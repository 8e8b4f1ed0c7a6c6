import type { Instant } from '@huying/kit/calendar';
import type { Tx } from '../db/index.ts';
import type { Hit } from './block.ts';

/** How far a building anew has come. */
export interface Rebuild {
  readonly below: number;
  readonly after: Hit | null;
  readonly done: number;
}

export async function rebuildUnderWay(tx: Tx, tenant: string): Promise<Rebuild | undefined> {
  const row = await tx.one<{ below: number; at: Date | null; id: string | null; done: number }>(
    'select below, after_at as at, after_id as id, done from search_rebuild where tenant = $1',
    [tenant],
  );
  if (row === undefined) return undefined;
  const after = row.at === null || row.id === null ? null : { at: row.at.getTime(), id: row.id };
  return { below: row.below, after, done: row.done };
}

export async function keepRebuild(tx: Tx, tenant: string, { below, after, done }: Rebuild): Promise<void> {
  await tx.run(
    `insert into search_rebuild (tenant, below, after_at, after_id, done) values ($1, $2, $3, $4, $5)
     on conflict (tenant) do update set after_at = excluded.after_at, after_id = excluded.after_id, done = excluded.done`,
    [tenant, below, after === null ? null : new Date(after.at), after?.id ?? null, done],
  );
}

/** Ends a building anew: the old blocks are replaced by those it wrote. */
export async function endRebuild(tx: Tx, tenant: string, below: number, now: Instant): Promise<void> {
  await tx.run('update search_block set replaced_at = $3 where tenant = $1 and block < $2 and replaced_at is null', [
    tenant,
    below,
    new Date(now),
  ]);
  await tx.run('delete from search_rebuild where tenant = $1', [tenant]);
}
