import type { Instant } from '@huying/kit/calendar';
import type { Tx } from '../db/index.ts';
import { type Hit, inTime } from './block.ts';
import { listedIn } from './listed.ts';
import { found, type Query } from './query.ts';
import { soundReader } from './sounds.ts';
import { type BlockHead, groundOf, headsBeside, slotsUntil, subjectsIn } from './store.ts';

/** Texts not yet in a block that are looked through: more than ever wait while blocks are kept. */
export const LOOKED_THROUGH = 8_192;
/** Blocks known of at first, the small ones of the newest among them: what many have is found there, and there are hundreds of others. */
const AT_FIRST = 16;
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
  /** Goes on to whatever was opened before `since`. */
  goOn(): void;
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

/** From where answers are wanted, and how far back. */
export interface WalkRange {
  /** After it in the order of answers; null from the newest. */
  readonly after: Hit | null;
  /** Not before this, until told to go on; null to the end. */
  readonly since: Instant | null;
  /** Blocks known of at first. */
  readonly heads?: number;
}

/** Begins to look for a query. */
export async function walk(tx: Tx, tenant: string, query: Query, range: WalkRange): Promise<Walk> {
  const { after, heads: most = AT_FIRST } = range;
  let { since } = range;
  const read = await soundReader();
  // One more than is known of at first tells whether there are others, and from when.
  const look = { texts: LOOKED_THROUGH, heads: most + 1 };
  const { texts, more: behind, heads } = await groundOf(tx, tenant, query, look, after?.at ?? null);
  const unread = heads.slice(0, most);
  const known = unread.map(({ block }) => block);
  // Of the blocks not known of yet nothing was opened later than this; -Infinity where all are.
  let others = heads[most]?.newest ?? -Infinity;
  const pool: Hit[] = [];
  const listed: Listed[] = [];
  const given = new Set<string>();
  let asking = OF_ONE;
  let wave = query.terms.some(({ ways }) => ways.some(({ wanted }) => wanted.starts.length > 0)) ? 1 : 2;
  keep(texts.filter((hit) => found(query, hit.text, read) !== undefined));

  function keep(hits: readonly Hit[]): void {
    for (const { id, at } of hits) if (after === null || inTime({ id, at }, after) < 0) pool.push({ id, at });
    pool.sort(inTime);
  }

  const inRange = (at: Instant) => since === null || at >= since;

  /** Nothing still to come was opened later than this. */
  const bound = () => Math.max(others, unread[0]?.newest ?? -Infinity, listed[0]?.until ?? -Infinity);

  async function readBlocks(): Promise<void> {
    if (unread.length < wave && others > -Infinity) {
      // Blocks that took the place of known ones meanwhile are among them: what they have twice is given once.
      const more = await headsBeside(tx, tenant, after?.at ?? null, known);
      unread.push(...more);
      unread.sort((a, b) => b.newest - a.newest);
      others = -Infinity;
    }
    const within = unread.filter(({ newest }) => inRange(newest)).length;
    const heads = unread.splice(0, Math.max(1, Math.min(wave, within)));
    const lists = await listedIn(
      tx,
      tenant,
      heads.map(({ block }) => block),
      query,
    );
    // What the newest have nothing of is rare, if it is anywhere: then many more are asked at once.
    wave *= lists.size === 0 ? 16 : 4;
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
    while (wanted.length < asking) {
      const one = listed[0];
      if (one === undefined || (asked.length > 0 && !inRange(one.until))) break;
      listed.shift();
      const from = Math.max(0, one.left - one.step);
      for (const slot of one.slots.subarray(from, one.left)) wanted.push({ block: one.block, slot });
      one.left = from;
      one.step = Math.min(one.step * 2, MOST_OF_ONE);
      asked.push(one);
    }
    asking = Math.min(asking * 2, OF_ALL);
    const lowest = new Map<number, Instant>();
    const hits = await subjectsIn(tx, tenant, wanted);
    for (const { block, at } of hits) lowest.set(block, Math.min(at, lowest.get(block) ?? at));
    for (const one of asked) {
      one.until = lowest.get(one.block) ?? -Infinity;
      if (one.left > 0) listed.push(one);
    }
    listed.sort((a, b) => b.until - a.until);
    keep(hits);
  }

  async function next(): Promise<readonly Hit[]> {
    for (;;) {
      const until = bound();
      const hits: Hit[] = [];
      for (let last = pool.at(-1); last !== undefined && last.at > until; last = pool.at(-1)) {
        if (!inRange(last.at)) break;
        pool.pop();
        if (!given.has(last.id)) hits.push(last);
        given.add(last.id);
      }
      if (hits.length > 0 || until === -Infinity || !inRange(until)) return hits;
      // Whatever was opened latest is looked at next, be it known where or not.
      if (Math.max(others, unread[0]?.newest ?? -Infinity) >= (listed[0]?.until ?? -Infinity)) await readBlocks();
      else await readSubjects();
    }
  }

  return {
    next,
    known: () =>
      pool.filter(({ at }) => inRange(at)).length +
      listed.reduce((sum, { left, until }) => (inRange(until) ? sum + left : sum), 0),
    goOn() {
      since = null;
    },
    behind,
  };
}

function listedOf({ block, newest }: BlockHead, slots: Uint32Array, end: number | undefined): Listed[] {
  const left = end === undefined ? slots.length : slots.findLastIndex((slot) => slot < end) + 1;
  return left === 0 ? [] : [{ block, slots, left, step: OF_ONE, until: newest }];
}
