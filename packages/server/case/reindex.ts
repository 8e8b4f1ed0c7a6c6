import type { Tx } from '../db/index.ts';
import { inTenant, theSystem } from '../ledger/index.ts';
import { type Hit, type Indexed, rebuildBlocks } from '../search/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { findableAfter } from './search.store.ts';
import { searchTextOf } from './search-text.ts';
import { worldOf } from './world.ts';

/** Whole cases held in memory at a time. */
const ROWS = 512;

/**
 * Builds what a district's cases are found by anew, from the cases as they stand, by the names that hold now. (After a renaming
 * `followRenaming` indexes the cases concerned; this is for all of them.) Broken off, it goes on where it was. Answers how many cases; `onBatch` hears how many so far.
 */
export async function rebuildSearch(
  services: CaseServices,
  tenant: string,
  onBatch: (done: number) => void = () => {},
): Promise<number> {
  const { registry } = await inTenant(services, { tenant, actor: theSystem }, (ctx) => worldOf(ctx, services));
  const source = async (tx: Tx, after: Hit | null, limit: number): Promise<Indexed[]> => {
    const texts: Indexed[] = [];
    while (texts.length < limit) {
      const rows = await findableAfter(tx, tenant, texts.at(-1) ?? after, Math.min(ROWS, limit - texts.length));
      for (const { id, at, definition, ...found } of rows) {
        const { type } = await pinnedDefinition(tx, definition);
        texts.push({ id, at: at.getTime(), text: searchTextOf(type, found, registry, services.now()) });
      }
      if (rows.length === 0) break;
    }
    return texts;
  };
  return rebuildBlocks(services, tenant, source, onBatch);
}
