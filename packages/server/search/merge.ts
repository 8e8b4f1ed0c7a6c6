import type { Tx } from '../db/index.ts';
import { type Hit, inTime } from './block.ts';
import { decodeSlots, inAny, SlotWriter } from './slots.ts';
import {
  type BlockExtent,
  type GramRow,
  gramsBetween,
  nextBlock,
  nextBound,
  replaceBlocks,
  subjectsOf,
  writeGrams,
  writeSubjects,
} from './store.ts';

/** Subjects of a block at most: each list of a piece is then 64 kB at most, and a million subjects are sixteen blocks. */
export const LARGEST = 65_536;
/** A block of fewer subjects is merged with its like. */
const SMALL = LARGEST / 2;
const AT_LEAST = 8;

/**
 * The small blocks that are worth merging now, oldest first; none where they are few. They lie in time one after another, so that a block
 * holds a stretch of it and whoever looks for the newest need not look into those of years ago.
 */
export function mergeable(blocks: readonly BlockExtent[]): readonly BlockExtent[] {
  const small = blocks.filter(({ subjects }) => subjects < SMALL).sort((a, b) => a.oldest - b.oldest);
  if (small.length < AT_LEAST) return [];
  let room = LARGEST;
  const end = small.findIndex(({ subjects }) => {
    room -= subjects;
    return room < 0;
  });
  return end === -1 ? small : small.slice(0, end);
}

/** Writes one block in the place of several, a few thousand pieces at a time. The caller has `takeBuilding`. */
export async function mergeBlocks(tx: Tx, tenant: string, blocks: readonly number[], now: number): Promise<void> {
  const parts = new Map<number, readonly Hit[]>();
  for (const block of blocks) parts.set(block, await subjectsOf(tx, tenant, block));
  // A subject that stands in several has one slot: what it was once found by does no harm, since answers are compared with the text.
  const ordered = [...new Map([...parts.values()].flat().map((hit) => [hit.id, hit])).values()].sort(inTime);
  const slots = new Map(ordered.map(({ id }, slot) => [id, slot]));
  const moved = new Map(
    [...parts].map(([block, hits]) => [block, Uint32Array.from(hits, ({ id }) => slots.get(id) ?? 0)]),
  );
  parts.clear();
  slots.clear();
  const into = await nextBlock(tx, tenant);
  await writeSubjects(tx, tenant, into, ordered);
  for (let after: string | null = ''; after !== null; ) {
    const bound: string | null = await nextBound(tx, tenant, blocks, after);
    await writeGrams(tx, tenant, into, joined(await gramsBetween(tx, tenant, blocks, after, bound), moved));
    after = bound;
  }
  await replaceBlocks(tx, tenant, blocks, now);
}

function joined(rows: readonly GramRow[], moved: ReadonlyMap<number, Uint32Array>) {
  const byGram = new Map<string, Uint32Array[]>();
  for (const { block, gram, slots } of rows) {
    const to = moved.get(block) ?? new Uint32Array();
    const list = decodeSlots(slots).map((slot) => to[slot] ?? 0);
    const lists = byGram.get(gram);
    if (lists === undefined) byGram.set(gram, [list]);
    else lists.push(list);
  }
  const inOrder = [...byGram].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([gram, lists]) => {
    const writer = new SlotWriter();
    for (const slot of inAny(lists.map((list) => list.sort()))) writer.add(slot);
    return [gram, writer.bytes] as const;
  });
}
