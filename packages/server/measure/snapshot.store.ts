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

/** What was published of these, by one breakdown; of pairs, only where they were published. */
export async function readPublished(
  tx: Tx,
  tenant: string,
  keys: readonly PublishedKey[],
  grain: string,
  kind: 'single' | 'pairs',
): Promise<PublishedRow[]> {
  const [cells, there] =
    kind === 'single' ? [`coalesce(s.cells -> $5, '{}'::jsonb)`, ''] : ['s.pairs -> $5', 'and s.pairs ? $5'];
  return tx.rows<PublishedRow>(
    `select s.period, s.start, s.measure, s.taken_at as "takenAt", ${cells} as cells
     from unnest($2::text[], $3::date[], $4::text[]) as k (period, start, measure)
     join measure_snapshot s on s.tenant = $1 and s.period = k.period and s.start = k.start and s.measure = k.measure ${there}`,
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
  /** JSON; in `pairs` a key for every two breakdowns that the measure is kept by at once. */
  readonly cells: string;
  readonly pairs: string;
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
    `insert into measure_snapshot (tenant, period, start, measure, declared, taken_at, cells, pairs, digest)
     select $1, s.period, s.start, s.measure, s.declared, $2, s.cells::jsonb, s.pairs::jsonb, s.digest
     from unnest($3::text[], $4::date[], $5::text[], $6::integer[], $7::text[], $8::text[], $9::bytea[])
       as s (period, start, measure, declared, cells, pairs, digest)
     on conflict do nothing returning measure`,
    [
      tenant,
      new Date(at),
      snapshots.map(({ period }) => period),
      snapshots.map(({ start }) => start),
      snapshots.map(({ measure }) => measure),
      snapshots.map(({ declared }) => declared),
      snapshots.map(({ cells }) => cells),
      snapshots.map(({ pairs }) => pairs),
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
