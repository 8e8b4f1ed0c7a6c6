import type { Tx } from '../db/index.ts';
import type { Wanted } from './grams.ts';
import type { Query } from './query.ts';
import { scopeGram } from './search-text.ts';
import { inAll, inAny, type SlotList, slotsIn } from './slots.ts';
import { type GramRow, gramRows, gramRowsFrom } from './store.ts';

/** For each block that has any, the slots whose texts have the pieces a query wants. */
export async function listedIn(
  tx: Tx,
  tenant: string,
  blocks: readonly number[],
  query: Query,
): Promise<ReadonlyMap<number, Uint32Array>> {
  const wanted = query.terms.flatMap(({ ways }) => ways.map((way) => way.wanted));
  const grams = [...new Set([...wanted.flatMap((one) => one.grams), ...query.within.flat().map(scopeGram)])];
  const starts = [...new Set(wanted.flatMap((one) => one.starts))];
  const exact = grams.length === 0 ? [] : await gramRows(tx, tenant, blocks, grams, mustHave(query));
  const begun: GramRow[] = [];
  for (const start of starts) begun.push(...(await gramRowsFrom(tx, tenant, blocks, start)));
  const exactIn = Map.groupBy(exact, ({ block }) => block);
  const begunIn = Map.groupBy(begun, ({ block }) => block);
  const found = new Map<number, Uint32Array>();
  for (const block of blocks) {
    const slots = slotsOf(query, listsOf(exactIn.get(block)), listsOf(begunIn.get(block)));
    if (slots.length > 0) found.set(block, slots);
  }
  return found;
}

/** A piece that every answer has: one of a term that is understood in one way only. Null where there is none. */
function mustHave({ terms }: Query): string | null {
  const only = terms.flatMap(({ ways: [way, ...others] }) => (others.length > 0 ? [] : (way?.wanted.grams ?? [])));
  return only[0] ?? null;
}

type Lists = ReadonlyMap<string, readonly Buffer[]>;

function listsOf(rows: readonly GramRow[] = []): Lists {
  const byGram = Map.groupBy(rows, ({ gram }) => gram);
  return new Map([...byGram].map(([gram, all]) => [gram, all.map(({ slots }) => slots)]));
}

function slotsOf({ terms, within }: Query, exact: Lists, begun: Lists): Uint32Array {
  const lists: SlotList[] = [];
  for (const { ways } of terms) {
    const any = ways.flatMap(({ wanted }) => listsWith(wanted, exact, begun) ?? []);
    const [only] = any;
    if (only === undefined) return NONE;
    // All of a single way's lists go together with the others', of which the shortest decides how much is read.
    if (any.length === 1) lists.push(...only);
    else lists.push(inAny(any.map(inAll)));
  }
  for (const any of within) {
    const scopes = any.flatMap((one) => exact.get(scopeGram(one)) ?? []);
    if (scopes.length === 0) return NONE;
    lists.push(united(scopes));
  }
  return inAll(lists);
}

const NONE = new Uint32Array();

/** The lists that a way wants, all of which it must have; undefined where one of them is not there. */
function listsWith({ grams, starts }: Wanted, exact: Lists, begun: Lists): SlotList[][] | undefined {
  const wanted = [...grams.map((gram) => exact.get(gram)), ...starts.map((start) => begun.get(start))];
  const there = wanted.filter((one) => one !== undefined);
  return there.length === wanted.length && wanted.length > 0 ? [there.map(united)] : undefined;
}

function united(lists: readonly Buffer[]): SlotList {
  const [only] = lists;
  return lists.length === 1 && only !== undefined ? only : inAny(lists.map(slotsIn));
}
