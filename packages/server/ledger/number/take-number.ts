import type { Db } from '../../db/index.ts';
import { besideTenant } from '../../tenant/index.ts';
import type { Ctx } from '../operation/ctx.ts';
import { takeBlock } from './store.ts';

/** Few enough that a small district's numbers look consecutive … */
const BLOCK = 20;
/** … and, for whom a block does not last a second, many enough that the row is rarely asked. */
const MOST = 640;

interface Block {
  next: number;
  end: number;
  /** How many numbers it was taken with, and when: milliseconds of this process. */
  size: number;
  taken: number;
  /** Whoever finds the block used up while a new one is on its way waits for that one. */
  coming: Promise<void> | undefined;
}

const blocks = new WeakMap<Db, Map<string, Block>>();

/** `HX-20260701-000123`; six digits, more when a day needs them. */
export function writeNumber(kind: string, day: string, sequence: number): string {
  return `${kind}-${day.replaceAll('-', '')}-${String(sequence).padStart(6, '0')}`;
}

/**
 * The next human number of a kind and day (YYYY-MM-DD in the district's zone). Taken from a block of this process, which is taken
 * in a transaction of its own: nobody waits for another's operation, a rollback leaves a gap, and no number is given twice.
 */
export async function takeNumber(db: Db, tenant: string, kind: string, day: string): Promise<string> {
  const block = blockOf(db, `${tenant} ${kind} ${day}`);
  while (block.next >= block.end) {
    block.coming ??= refill(db, block, tenant, kind, day);
    await block.coming;
  }
  return writeNumber(kind, day, block.next++);
}

/** `count` consecutive numbers, for imports. */
export async function takeNumbers(db: Db, tenant: string, kind: string, day: string, count: number): Promise<string[]> {
  const first = await besideTenant(db, tenant, (tx) => takeBlock(tx, tenant, kind, day, count));
  return Array.from({ length: count }, (_, index) => writeNumber(kind, day, first + index));
}

/**
 * The next of a series without gaps, of official documents: given in the operation's own transaction, so that what is rolled back gives it
 * back. Whoever takes the next one waits until this one is settled; not for anything taken by the thousand.
 */
export function takeInTurn(ctx: Pick<Ctx, 'tx' | 'tenant'>, kind: string, day: string): Promise<number> {
  return takeBlock(ctx.tx, ctx.tenant, kind, day, 1);
}

async function refill(db: Db, block: Block, tenant: string, kind: string, day: string): Promise<void> {
  try {
    const now = performance.now();
    const size = now - block.taken < 1_000 ? Math.min(MOST, block.size * 2) : BLOCK;
    const first = await besideTenant(db, tenant, (tx) => takeBlock(tx, tenant, kind, day, size));
    Object.assign(block, { next: first, end: first + size, size, taken: now });
  } finally {
    block.coming = undefined;
  }
}

function blockOf(db: Db, name: string): Block {
  let ofDb = blocks.get(db);
  if (ofDb === undefined) {
    ofDb = new Map();
    blocks.set(db, ofDb);
  }
  let block = ofDb.get(name);
  if (block === undefined) {
    // Yesterday's blocks are of no more use.
    if (ofDb.size > 500) ofDb.clear();
    block = { next: 0, end: 0, size: BLOCK, taken: Number.NEGATIVE_INFINITY, coming: undefined };
    ofDb.set(name, block);
  }
  return block;
}
