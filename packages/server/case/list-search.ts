import { isPhone, plainPhone } from '@huying/kit/field';
import { reachSql } from '../access/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { type Hit, inTime, readQuery, soundReader, type Walk, walk } from '../search/index.ts';
import type { CaseServices } from './case-services.ts';
import { type Answering, compareCases, type Sought } from './compare.ts';
import type { ListedCase } from './list.store.ts';
import { takesCalls } from './require-opener.ts';
import { listThese, type SearchedAmong, tailHits } from './search.store.ts';
import { scopesOf } from './search-text.ts';
import type { SearchAnswer } from './view-schema.ts';
import type { World } from './world.ts';

/** What is asked: words, among the cases that a condition over `c` lets through (parameters from $2), after one of the answers. */
export interface SearchAsked {
  readonly typed: string;
  readonly among: SearchedAmong;
  readonly after: Hit | null;
  readonly limit: number;
}

export interface SearchPage {
  readonly rows: readonly ListedCase[];
  /** Where the next page goes on; null at the end. */
  readonly next: Hit | null;
  readonly answer: SearchAnswer;
}

/** Words that so many cases have are common: they are answered from the newest twelve months before anything older is looked at. */
const COMMON = 1_000;
/** Cases compared for one page at most; the reader is asked whether to go on. */
const MOST = 3_000;
const AT_A_TIME = 512;
/** Of the cases of one end of a telephone number, the newest. */
const CALLS = 2_000;
const NUMBER = /^[A-Z]{1,8}-\d{8}-\d{6,}$/;
const LOWEST_ID = '00000000-0000-0000-0000-000000000000';
const NO_ANSWER: SearchAnswer = { looked: [], since: null, because: null, behind: false, hint: null, hits: {} };

/** One page of what words find, newest first, within the reader's reach and the condition asked for. */
export async function searchCases(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  asked: SearchAsked,
): Promise<SearchPage> {
  const typed = asked.typed.normalize('NFKC').trim();
  const query = readQuery(asked.typed, synonymsOf(world), scopesOf(world));
  if (query.terms.length === 0) return nothing('nothing');
  // Addresses are logged on their way: a telephone number is looked for by its end only.
  if (isPhone(plainPhone(typed))) return nothing('phone');
  const named = NUMBER.test(typed.toUpperCase()) ? await byNumber(ctx, asked, typed.toUpperCase()) : [];
  if (named.length > 0) return { rows: named, next: null, answer: { ...NO_ANSWER, looked: ['number'] } };
  const tail =
    /^\d{4}$/.test(typed) && takesCalls(world) ? services.keyring.phoneTailIndex(ctx.tenant, typed) : undefined;
  const calls = tail === undefined ? [] : await tailHits(ctx.tx, ctx.tenant, tail, reachSql(world.reach, 4), CALLS);
  const { after, among } = asked;
  const sought = { query, among, calls: new Set(calls.map(({ id }) => id)), read: await soundReader() };
  const due = calls.filter((hit) => after === null || inTime(hit, after) < 0).sort(inTime);
  const page = await pageOf(ctx, world, asked, sought, due);
  const kinds = query.terms.flatMap(({ ways }) => ways.map(({ by }): string => by));
  return {
    ...page,
    answer: { ...page.answer, looked: [...new Set([...kinds, ...(tail === undefined ? [] : ['phone'])])] },
  };
}

function nothing(hint: SearchAnswer['hint']): SearchPage {
  return { rows: [], next: null, answer: { ...NO_ANSWER, hint } };
}

function byNumber({ tx, tenant }: Ctx, { among }: SearchAsked, number: string): Promise<readonly ListedCase[]> {
  const where = `${among.where} and c.number = $${among.params.length + 2}`;
  return listThese(tx, tenant, { where, params: [...among.params, number] }, null);
}

function synonymsOf(world: World): readonly (readonly string[])[] {
  const groups = world.parameter('base.synonyms');
  if (!Array.isArray(groups)) return [];
  return groups.map((group) => (Array.isArray(group) ? group.filter((word) => typeof word === 'string') : []));
}

/** How far a page has come. */
interface Progress {
  readonly answering: Answering[];
  /** Cases of the caller asked for that are still to come, the newest last. */
  readonly calls: Hit[];
  compared: number;
  /** How many have what is looked for, as far as is known. */
  matched: number;
  last: Hit | null;
}

async function pageOf(ctx: Ctx, world: World, asked: SearchAsked, sought: Sought, calls: Hit[]): Promise<SearchPage> {
  const sofar: Progress = { answering: [], calls, compared: 0, matched: 0, last: null };
  const { after, limit } = asked;
  const yearAgo = aYearBefore(ctx.now);
  const recent = after === null || after.at >= yearAgo;
  const going = await walk(ctx.tx, ctx.tenant, sought.query, { after, since: recent ? yearAgo : null });
  let ended = await goBack(ctx, world, asked, sought, sofar, { going, since: recent ? yearAgo : null });
  const common = recent && sofar.matched >= COMMON;
  const border = { at: yearAgo, id: LOWEST_ID };
  if (ended && recent && !common) {
    going.goOn();
    ended = await goBack(ctx, world, asked, sought, sofar, { going, since: null });
  }
  const answering = sofar.answering.slice(0, limit);
  const full = sofar.answering.length > limit;
  const shown = answering.at(-1)?.row;
  const last = full && shown !== undefined ? { id: shown.id, at: shown.openedAt.getTime() } : sofar.last;
  const many = !ended && !full ? sofar.last : null;
  const since = many?.at ?? (common ? yearAgo : null);
  return {
    rows: answering.map(({ row }) => row),
    next: !ended ? last : common ? border : null,
    answer: {
      ...NO_ANSWER,
      since: since === null ? null : new Date(since).toISOString(),
      because: many !== null ? 'many' : common ? 'common' : null,
      behind: going.behind,
      hits: Object.fromEntries(answering.map(({ row, hit }) => [row.id, hit])),
    },
  };
}

/** Compares what may answer, newest first; true where everything in the range was, false where the page is full or took too much. */
async function goBack(
  ctx: Ctx,
  world: World,
  { limit }: SearchAsked,
  sought: Sought,
  sofar: Progress,
  { going, since }: { readonly going: Walk; readonly since: number | null },
): Promise<boolean> {
  const waiting: Hit[] = [];
  const enough = () => (sofar.compared === 0 ? limit + 1 : AT_A_TIME);
  for (let more = true; more; ) {
    const hits = await going.next();
    more = hits.length > 0;
    sofar.matched += hits.length;
    waiting.push(...withCalls(hits, sofar.calls, since));
    while (waiting.length >= enough() || (!more && waiting.length > 0)) {
      const some = waiting.splice(0, enough());
      sofar.answering.push(...(await compareCases(ctx, world, sought, some)));
      sofar.compared += some.length;
      sofar.last = some.at(-1) ?? sofar.last;
      if (sofar.answering.length > limit || sofar.compared >= MOST) {
        sofar.matched += going.known() + waiting.length;
        return false;
      }
    }
  }
  return true;
}

/** Cases of the caller asked for stand among the others by their time. */
function withCalls(hits: readonly Hit[], calls: Hit[], since: number | null): readonly Hit[] {
  const lowest = hits.at(-1) ?? (since === null ? null : { at: since, id: LOWEST_ID });
  const due: Hit[] = [];
  for (
    let call = calls.at(-1);
    call !== undefined && (lowest === null || inTime(call, lowest) >= 0);
    call = calls.at(-1)
  ) {
    calls.pop();
    due.push(call);
  }
  if (due.length === 0) return hits;
  const given = new Set(hits.map(({ id }) => id));
  return [...hits, ...due.filter(({ id }) => !given.has(id))].sort((a, b) => inTime(b, a));
}

function aYearBefore(now: number): number {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  return date.getTime();
}
