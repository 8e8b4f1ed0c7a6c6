import type { Definition } from '@huying/kit/compile';
import type { Ctx } from '../ledger/index.ts';
import { found, type Hit, type Query, type SoundReader } from '../search/index.ts';
import { pinnedDefinition } from './case-services.ts';
import type { ListedCase } from './list.store.ts';
import { listThese, type SearchedAmong, type SearchedCase } from './search.store.ts';
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
  const answering: Answering[] = [];
  for (const { id } of hits) {
    const row = rows.get(id);
    if (row === undefined) continue;
    const { type } = await pinnedDefinition(ctx.tx, row.definition);
    // Most are found by their title: the rest of a case is made comparable only where that does not do.
    const marks =
      found(sought.query, titleTextOf(row.title), sought.read) ??
      found(sought.query, searchTextOf(type, row, world.registry, ctx.now), sought.read);
    if (marks === undefined && !callers.has(id)) continue;
    const { data, definition: _, externalNumber: __, involved: ___, ...listed } = row;
    const around = marks === undefined ? null : wordsAround(textsOf(type, data), marks);
    answering.push({ row: listed, hit: { marks: [...(marks ?? [])], around } });
  }
  return answering;
}

/** Those of the caller asked for whose caller is not hidden from this reader. */
async function callersAmong(
  ctx: Ctx,
  world: World,
  { calls }: Sought,
  rows: ReadonlyMap<string, SearchedCase>,
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
