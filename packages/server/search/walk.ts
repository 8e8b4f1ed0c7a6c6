import type { Instant } from '@huying/kit/calendar';
import type { Tx } from '../db/index.ts';
import { type Hit, inTime } from './block.ts';
import { listedIn } from './listed.ts';
import { found, type Query } from './query.ts';
import { soundReader } from './sounds.ts';
import { type BlockHead, groundOf, slotsUntil, subjectsIn } from './store.ts';

/** Texts not yet in a block that are looked through: more than ever wait while blocks are kept. */
export const LOOKED_THROUGH = 8_192;
/** Slots asked about at a time, of one block at first, and of all in the end: most blocks lie in time one after another. */
const OF_ONE = 64;
const OF_ALL = 192;
const MOST_OF_ONE = 1_024;

/** What may answer a query, newest first; each is still to be compared with its text, and to be one the reader may see. */
export interface Walk {
  /** The next of them; none at the end. */
  next(): Promise<readonly Hit[]>;
  /** How many more are known of, without having looked further. */
  known(): number;
  /** More texts wait for a block than are looked through: the oldest of those are not found yet. */
  readonly behind: boolean;
}

/** A block with the slots that have what is wanted, of which the last `left` have not been asked about. */
interface Listed {
  readonly block: number;
  readonly slots: Uint32Array;
  left: number;
  /** How many of them are asked about next. */
  step: number;
  /** Nothing of what is left was opened later. */
  until: Instant;
}

/** Begins to look for a query: after `after` in the order of answers (null: from the newest), no further back than `since`. */
export async function walk(
  tx: Tx,
  tenant: string,
  query: Query,
  range: { readonly after: Hit | null; readonly since: Instant | null },
): Promise<Walk> {
  const { after, since } = range;
  const within = (hit: Hit) => (after === null || inTime(hit, after) < 0) && (since === null || hit.at >= since);
  const read = await soundReader();
  const { texts, more: behind, heads } = await groundOf(tx, tenant, query, LOOKED_THROUGH, after?.at ?? null);
  const pool: Hit[] = texts.filter((hit) => within(hit) && found(query, hit.text, read) !== undefined);
  pool.sort(inTime);
  const unread = heads.filter(({ newest }) => since === null || newest >= since);
  const listed: Listed[] = [];
  const given = new Set<string>();
  let most = OF_ONE;
  let wave = query.terms.some(({ ways }) => ways.some(({ wanted }) => wanted.starts.length > 0)) ? 1 : 2;

  /** Nothing still to come was opened later than this. */
  const bound = () => Math.max(unread[0]?.newest ?? -Infinity, ...listed.map(({ until }) => until));

  async function readBlocks(): Promise<void> {
    const heads = unread.splice(0, wave);
    wave *= 4;
    const lists = await listedIn(
      tx,
      tenant,
      heads.map(({ block }) => block),
      query,
    );
    const straddling = after === null ? [] : heads.filter((head) => head.newest >= after.at && lists.has(head.block));
    const ends =
      after === null || straddling.length === 0
        ? new Map<number, number>()
        : await slotsUntil(
            tx,
            tenant,
            straddling.map(({ block }) => block),
            after.at,
          );
    for (const head of heads) {
      const slots = lists.get(head.block);
      if (slots !== undefined) listed.push(...listedOf(head, slots, ends.get(head.block)));
    }
    listed.sort((a, b) => b.until - a.until);
  }

  async function readSubjects(): Promise<void> {
    const wanted: { block: number; slot: number }[] = [];
    const asked: Listed[] = [];
    while (wanted.length < most) {
      const one = listed.shift();
      if (one === undefined) break;
      const from = Math.max(0, one.left - one.step);
      for (const slot of one.slots.subarray(from, one.left)) wanted.push({ block: one.block, slot });
      one.left = from;
      one.step = Math.min(one.step * 2, MOST_OF_ONE);
      asked.push(one);
    }
    most = Math.min(most * 2, OF_ALL);
    const lowest = new Map<number, Instant>();
    for (const { block, id, at } of await subjectsIn(tx, tenant, wanted)) {
      lowest.set(block, Math.min(at, lowest.get(block) ?? at));
      if (within({ id, at })) pool.push({ id, at });
    }
    for (const one of asked) {
      one.until = lowest.get(one.block) ?? -Infinity;
      if (one.left > 0 && (since === null || one.until >= since)) listed.push(one);
    }
    listed.sort((a, b) => b.until - a.until);
    pool.sort(inTime);
  }

  async function next(): Promise<readonly Hit[]> {
    for (;;) {
      const until = bound();
      const hits: Hit[] = [];
      for (let last = pool.at(-1); last !== undefined && last.at > until; last = pool.at(-1)) {
        pool.pop();
        if (!given.has(last.id)) hits.push(last);
        given.add(last.id);
      }
      if (hits.length > 0 || until === -Infinity) return hits;
      // Whatever was opened latest is looked at next, be it known where or not.
      if ((unread[0]?.newest ?? -Infinity) >= (listed[0]?.until ?? -Infinity)) await readBlocks();
      else await readSubjects();
    }
  }

  return {
    next,
    known: () => pool.length + listed.reduce((sum, { left }) => sum + left, 0),
    behind,
  };
}

function listedOf({ block, newest }: BlockHead, slots: Uint32Array, end: number | undefined): Listed[] {
  const left = end === undefined ? slots.length : slots.findLastIndex((slot) => slot < end) + 1;
  return left === 0 ? [] : [{ block, slots, left, step: OF_ONE, until: newest }];
}
