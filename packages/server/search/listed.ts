import type { Tx } from '../db/index.ts';
import type { Wanted } from './grams.ts';
import type { Query } from './query.ts';
import { scopeGram } from './search-text.ts';
import { decodeSlots, inAll, inAny } from './slots.ts';
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
  const exact = grams.length === 0 ? [] : await gramRows(tx, tenant, blocks, grams);
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

type Lists = ReadonlyMap<string, readonly Buffer[]>;

function listsOf(rows: readonly GramRow[] = []): Lists {
  const byGram = Map.groupBy(rows, ({ gram }) => gram);
  return new Map([...byGram].map(([gram, all]) => [gram, all.map(({ slots }) => slots)]));
}

function slotsOf({ terms, within }: Query, exact: Lists, begun: Lists): Uint32Array {
  const lists: Uint32Array[] = [];
  for (const { ways } of terms) {
    const any = ways.map(({ wanted }) => slotsWith(wanted, exact, begun)).filter(({ length }) => length > 0);
    if (any.length === 0) return NONE;
    lists.push(inAny(any));
  }
  const held = inAll(lists);
  if (held.length === 0 || within.length === 0) return held;
  const scopes = within.map((any) => inAny(any.flatMap((one) => exact.get(scopeGram(one)) ?? []).map(decodeSlots)));
  return inAll([held, ...scopes]);
}

const NONE = new Uint32Array();

function slotsWith({ grams, starts }: Wanted, exact: Lists, begun: Lists): Uint32Array {
  const lists: Uint32Array[] = [];
  const wanted = [...grams.map((gram) => exact.get(gram)), ...starts.map((start) => begun.get(start))];
  // Nothing is decoded before it is known that every piece is there.
  if (wanted.some((one) => one === undefined)) return NONE;
  for (const one of wanted) lists.push(inAny((one ?? []).map(decodeSlots)));
  return inAll(lists);
}
