import type { Services } from '../ledger/index.ts';
import { withTenant } from '../tenant/index.ts';
import { blockOf } from './block.ts';
import { mergeable, mergeBlocks } from './merge.ts';
import { rebuildUnderWay } from './rebuild.store.ts';
import { soundReader } from './sounds.ts';
import {
  blockExtents,
  CLEARED,
  countWaiting,
  dropReplaced,
  removeWaiting,
  takeBuilding,
  waitingTexts,
  writeBlock,
} from './store.ts';

export type SearchServices = Pick<Services, 'db' | 'now' | 'log'>;

/** Waiting texts from which a block is made; fewer are looked through faster than a block of them is read. */
export const ENOUGH = 2_048;
/** Subjects of a new block at most: what is made of them is held in memory. */
export const AT_ONCE = 2_048;
/** Whoever found a block before it was replaced has read it by then: no statement may take so long. */
const KEPT_MS = 60_000;

/** What was done for a district: texts put into blocks, blocks merged, blocks cleared away. */
export interface Built {
  readonly texts: number;
  readonly merged: number;
  readonly cleared: number;
}

/** Makes blocks of what waits, merges small ones and clears away the replaced. Several may call it: one of them does it. */
export async function buildBlocks(services: SearchServices, tenant: string, enough = ENOUGH): Promise<Built> {
  const texts = await emptyWaiting(services, tenant, enough);
  let merged = 0;
  for (let step = await mergeSome(services, tenant); step > 0; step = await mergeSome(services, tenant)) merged += step;
  let cleared = 0;
  for (let some = CLEARED; some === CLEARED; cleared += some) some = await clearSome(services, tenant);
  return { texts, merged, cleared };
}

/** Makes blocks of what waits, until fewer than `enough` do. Answers how many texts went into them. */
export async function emptyWaiting(services: SearchServices, tenant: string, enough = 1): Promise<number> {
  let texts = 0;
  while ((await waitingOf(services, tenant)) >= Math.max(1, enough)) {
    const made = await makeBlock(services, tenant);
    if (made === 0) break;
    texts += made;
  }
  return texts;
}

function clearSome({ db, now }: SearchServices, tenant: string): Promise<number> {
  return withTenant(db, tenant, (tx) => dropReplaced(tx, tenant, now() - KEPT_MS));
}

/** How many texts wait for a block, counted no further than a block takes. */
export function waitingOf({ db }: SearchServices, tenant: string): Promise<number> {
  return withTenant(db, tenant, (tx) => countWaiting(tx, tenant, AT_ONCE));
}

async function makeBlock({ db }: SearchServices, tenant: string): Promise<number> {
  const read = await soundReader();
  return withTenant(db, tenant, async (tx) => {
    if (!(await takeBuilding(tx, tenant))) return 0;
    const waiting = await waitingTexts(tx, tenant, AT_ONCE);
    if (waiting.length === 0) return 0;
    await writeBlock(tx, tenant, blockOf(waiting, read));
    await removeWaiting(
      tx,
      tenant,
      waiting.map(({ row }) => row),
    );
    return waiting.length;
  });
}

function mergeSome({ db, now }: SearchServices, tenant: string): Promise<number> {
  return withTenant(db, tenant, async (tx) => {
    if (!(await takeBuilding(tx, tenant))) return 0;
    // Blocks that are about to be replaced are not worth it, and must stay below those that replace them.
    if ((await rebuildUnderWay(tx, tenant)) !== undefined) return 0;
    const blocks = mergeable(await blockExtents(tx, tenant)).map(({ block }) => block);
    if (blocks.length < 2) return 0;
    await mergeBlocks(tx, tenant, blocks, now());
    return blocks.length;
  });
}
