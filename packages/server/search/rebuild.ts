import type { Tx } from '../db/index.ts';
import { withTenant } from '../tenant/index.ts';
import { blockOf, type Hit, type Indexed } from './block.ts';
import { AT_ONCE, buildBlocks, emptyWaiting, type SearchServices } from './build.ts';
import { endRebuild, keepRebuild, rebuildUnderWay } from './rebuild.store.ts';
import { soundReader } from './sounds.ts';
import { nextBlock, takeBuilding, writeBlock } from './store.ts';

/** Reads the texts of subjects after one in the order of time (null: from the oldest), `limit` of them. */
export type TextSource = (tx: Tx, after: Hit | null, limit: number) => Promise<readonly Indexed[]>;

/**
 * Builds a district's blocks anew from the texts themselves, block by block, while everything goes on; what is searched is the old ones until
 * the last is written. Broken off, it goes on where it was. Answers how many subjects stand in the new blocks.
 */
export async function rebuildBlocks(
  services: SearchServices,
  tenant: string,
  source: TextSource,
  onBatch: (done: number) => void = () => {},
): Promise<number> {
  const read = await soundReader();
  // What waits now is read again with all the rest: in a block before it begins, it is replaced with the old ones.
  await emptyWaiting(services, tenant);
  let done: number | null = 0;
  let total = 0;
  while (done !== null) {
    done = await withTenant(services.db, tenant, async (tx) => {
      if (!(await takeBuilding(tx, tenant))) return -1;
      const state = (await rebuildUnderWay(tx, tenant)) ?? { below: await nextBlock(tx, tenant), after: null, done: 0 };
      const texts = await source(tx, state.after, AT_ONCE);
      const last = texts.at(-1);
      if (last === undefined) {
        await endRebuild(tx, tenant, state.below, services.now());
        return null;
      }
      await writeBlock(tx, tenant, blockOf(texts, read));
      const sum = state.done + texts.length;
      await keepRebuild(tx, tenant, { below: state.below, after: { id: last.id, at: last.at }, done: sum });
      return sum;
    });
    if (done === -1) await new Promise((resolve) => setTimeout(resolve, 500));
    else if (done !== null) {
      total = done;
      onBatch(total);
    }
  }
  await buildBlocks(services, tenant, 1);
  return total;
}
