import type { Tx } from '../db/index.ts';

/** How far a task has come: counting the facts of a kind anew, or making them anew from the ledger. */
export interface UpkeepRow {
  readonly task: string;
  readonly version: string;
  /** The last subject done. */
  readonly doneTo: string | null;
  readonly finished: boolean;
}

export async function upkeepRows(tx: Tx, tenant: string): Promise<UpkeepRow[]> {
  return tx.rows<UpkeepRow>(
    `select task, version, done_to as "doneTo", finished_at is not null as finished from measure_upkeep where tenant = $1`,
    [tenant],
  );
}

export async function writeUpkeep(
  tx: Tx,
  tenant: string,
  { task, version, doneTo, finished }: UpkeepRow,
  now: number,
): Promise<void> {
  await tx.run(
    `insert into measure_upkeep (tenant, task, version, done_to, finished_at) values ($1, $2, $3, $4, $5)
     on conflict (tenant, task) do update set version = excluded.version, done_to = excluded.done_to, finished_at = excluded.finished_at`,
    [tenant, task, version, doneTo, finished ? new Date(now) : null],
  );
}

/**
 * Held while changes are folded, by any number at a time, and alone by whoever makes months anew from days: what is being folded is in
 * neither, or in both.
 */
export async function lockFolding(tx: Tx, tenant: string, how: 'with others' | 'alone'): Promise<void> {
  const lock = how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await tx.run(`select ${lock}(hashtextextended($1, 0))`, [`measure ${tenant}`]);
}
