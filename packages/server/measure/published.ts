import { type Breakdown, CROSSES } from '@huying/kit/measure';
import type { Tx } from '../db/index.ts';
import { type PublishedCells, type PublishedKey, readPublished } from './snapshot.store.ts';

/** Numbers as they were published. */
export interface Published {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly cells: PublishedCells;
}

/** What was published of each period and measure; null where that period is none that is published, or not published yet. */
export async function publishedCells(
  tx: Tx,
  tenant: string,
  wanted: readonly (PublishedKey | null)[],
  grain: Breakdown,
): Promise<readonly (Published | null)[]> {
  const keys = wanted.filter((key) => key !== null);
  if (keys.length === 0) return wanted.map(() => null);
  const nameOf = ({ period, start, measure }: PublishedKey) => `${period} ${start} ${measure}`;
  const kind = CROSSES.some((cross) => cross === grain) ? 'pairs' : 'single';
  const rows = new Map((await readPublished(tx, tenant, keys, grain, kind)).map((row) => [nameOf(row), row]));
  return wanted.map((key) => {
    const row = key === null ? undefined : rows.get(nameOf(key));
    return row === undefined ? null : { at: row.takenAt.getTime(), cells: row.cells };
  });
}
