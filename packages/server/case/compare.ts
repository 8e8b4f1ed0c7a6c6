import type { Definition } from '@huying/kit/compile';
import type { Ctx } from '../ledger/index.ts';
import { found, type Hit, type Query, type SoundReader } from '../search/index.ts';
import { pinnedDefinition } from './case-services.ts';
import type { ListedCase } from './list.store.ts';
import { findableOf, listThese, type SearchedAmong } from './search.store.ts';
import { searchTextOf, textsOf, titleTextOf } from './search-text.ts';
import { findCases } from './store.ts';
import { hiddenFields } from './view.ts';
import type { SearchAnswer } from './view-schema.ts';
import type { World } from './world.ts';

/** What is looked for, and where. */
export interface Sought {
  readonly query: Query;
  readonly read: SoundReader;
  /** Cases of the caller asked for. */
  readonly calls: ReadonlySet<string>;
  /** The condition every case must fulfil, the reader's reach in it. */
  readonly among: SearchedAmong;
}

/** A case that is an answer, and what in it is. */
export interface Answering {
  readonly row: ListedCase;
  readonly hit: SearchAnswer['hits'][string];
}

/** Compares cases that may answer with what is looked for: those the reader may see and that have it, in the order given. */
export async function compareCases(ctx: Ctx, world: World, sought: Sought, hits: readonly Hit[]): Promise<Answering[]> {
  if (hits.length === 0) return [];
  const ids = hits.map(({ id }) => id);
  const rows = new Map((await listThese(ctx.tx, ctx.tenant, sought.among, ids)).map((row) => [row.id, row]));
  const callers = await callersAmong(ctx, world, sought, rows);
  const told = new Map<string, Answering['hit']>();
  for (const { id, title } of rows.values()) {
    const marks = found(sought.query, titleTextOf(title), sought.read);
    if (marks !== undefined) told.set(id, { marks: [...marks], around: null });
  }
  // Most are found by their title: the rest of a case is read, and made comparable, only where that does not do.
  const untold = [...rows.keys()].filter((id) => !told.has(id));
  for (const one of untold.length === 0 ? [] : await findableOf(ctx.tx, ctx.tenant, untold)) {
    const { type } = await pinnedDefinition(ctx.tx, one.definition);
    const marks = found(sought.query, searchTextOf(type, one, world.registry, ctx.now), sought.read);
    if (marks !== undefined)
      told.set(one.id, { marks: [...marks], around: wordsAround(textsOf(type, one.data), marks) });
  }
  return ids.flatMap((id) => {
    const row = rows.get(id);
    const hit = told.get(id) ?? (callers.has(id) ? { marks: [], around: null } : undefined);
    return row === undefined || hit === undefined ? [] : [{ row, hit }];
  });
}

/** Those of the caller asked for whose caller is not hidden from this reader. */
async function callersAmong(
  ctx: Ctx,
  world: World,
  { calls }: Sought,
  rows: ReadonlyMap<string, ListedCase>,
): Promise<ReadonlySet<string>> {
  const ids = [...rows.keys()].filter((id) => calls.has(id));
  const told = new Set<string>();
  for (const record of ids.length === 0 ? [] : await findCases(ctx.tx, ctx.tenant, ids)) {
    const typed: Definition = await pinnedDefinition(ctx.tx, record.definition);
    const phone = typed.type.roles.callerPhone;
    if (phone !== undefined && !hiddenFields(typed, record, world).has(phone)) told.add(record.id);
  }
  return told;
}

const BEFORE = 12;
const AFTER = 28;

/** The words around what was found, from the case's own texts; null where the first, the title, has it all. */
function wordsAround([title = '', ...texts]: readonly string[], marks: readonly string[]): string | null {
  const missing = marks.filter((mark) => !title.toLowerCase().includes(mark));
  for (const text of texts) {
    const plain = text.toLowerCase();
    const at = missing.map((mark) => plain.indexOf(mark)).find((place) => place >= 0);
    if (at === undefined) continue;
    const [from, to] = [Math.max(0, at - BEFORE), Math.min(text.length, at + AFTER)];
    const piece = text.slice(from, to).toWellFormed().replaceAll(/\s+/g, ' ');
    return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
  }
  return null;
}
