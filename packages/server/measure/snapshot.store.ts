import type { Tx } from '../db/index.ts';

/** `{ value: [n, d, x, c] }` of one breakdown. */
export type PublishedCells = Readonly<Record<string, readonly number[]>>;

/** A period whose numbers are published, and one measure. */
export interface PublishedKey {
  readonly period: 'day' | 'month' | 'year';
  readonly start: string;
  readonly measure: string;
}

export interface PublishedRow extends PublishedKey {
  readonly takenAt: Date;
  readonly cells: PublishedCells;
}

/** What was published of these, by one breakdown. */
export async function readPublished(
  tx: Tx,
  tenant: string,
  keys: readonly PublishedKey[],
  grain: string,
): Promise<PublishedRow[]> {
  return tx.rows<PublishedRow>(
    `select s.period, s.start, s.measure, s.taken_at as "takenAt", coalesce(s.cells -> $5, '{}'::jsonb) as cells
     from unnest($2::text[], $3::date[], $4::text[]) as k (period, start, measure)
     join measure_snapshot s on s.tenant = $1 and s.period = k.period and s.start = k.start and s.measure = k.measure`,
    [
      tenant,
      keys.map(({ period }) => period),
      keys.map(({ start }) => start),
      keys.map(({ measure }) => measure),
      grain,
    ],
  );
}

export interface NewSnapshot extends PublishedKey {
  readonly declared: number;
  /** JSON. */
  readonly cells: string;
  readonly digest: Buffer;
}

/** Publishes numbers; what is published already stays as it is. Answers which were new. */
export async function insertSnapshots(
  tx: Tx,
  tenant: string,
  at: number,
  snapshots: readonly NewSnapshot[],
): Promise<string[]> {
  const rows = await tx.rows<{ measure: string }>(
    `insert into measure_snapshot (tenant, period, start, measure, declared, taken_at, cells, digest)
     select $1, s.period, s.start, s.measure, s.declared, $2, s.cells::jsonb, s.digest
     from unnest($3::text[], $4::date[], $5::text[], $6::integer[], $7::text[], $8::bytea[])
       as s (period, start, measure, declared, cells, digest)
     on conflict do nothing returning measure`,
    [
      tenant,
      new Date(at),
      snapshots.map(({ period }) => period),
      snapshots.map(({ start }) => start),
      snapshots.map(({ measure }) => measure),
      snapshots.map(({ declared }) => declared),
      snapshots.map(({ cells }) => cells),
      snapshots.map(({ digest }) => digest),
    ],
  );
  return rows.map(({ measure }) => measure);
}

/** The last day of a kind that was published; null before the first. */
export async function lastPublished(tx: Tx, tenant: string, period: PublishedKey['period']): Promise<string | null> {
  const row = await tx.one<{ start: string | null }>(
    'select max(start) as start from measure_snapshot where tenant = $1 and period = $2',
    [tenant, period],
  );
  return row?.start ?? null;
}
