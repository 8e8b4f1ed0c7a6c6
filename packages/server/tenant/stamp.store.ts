import type { Gathered, Tx } from '../db/index.ts';

/** What of a district processes hold in memory. */
export type StampedPart = 'org' | 'parameter' | 'registry';

interface Asked {
  readonly tenant: string;
  readonly part: StampedPart;
}

/** The stamp of a part's present state; `none` before it was first written. All parts asked for together cost one statement. */
export const readStamp: Gathered<Asked, string> = {
  reads: true,
  async run(tx, items) {
    const rows = await tx.rows<{ part: string; stamp: string }>('select part, stamp from stamp where tenant = $1', [
      items[0]?.tenant,
    ]);
    const stamps = new Map(rows.map(({ part, stamp }) => [part, stamp]));
    return items.map(({ part }) => stamps.get(part) ?? 'none');
  },
};

/** Makes every process read the part again; also puts its changes in a row, one after another. */
export async function writeStamp(tx: Tx, tenant: string, part: StampedPart, stamp: string): Promise<void> {
  await tx.run(
    'insert into stamp (tenant, part, stamp) values ($1, $2, $3) on conflict (tenant, part) do update set stamp = excluded.stamp',
    [tenant, part, stamp],
  );
}
