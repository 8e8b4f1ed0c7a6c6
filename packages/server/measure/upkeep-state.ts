import type { Tx } from '../db/index.ts';
import type { MeasureBook } from './measure-book.ts';
import { upkeepRows } from './upkeep.store.ts';

/** The task of counting the facts of a kind anew. */
export const countTask = (kind: string) => `count ${kind}`;
/** The task of making the facts of a case type anew from the ledger. */
export const factsTask = (kind: string) => `facts ${kind}`;

/** Kinds of facts whose numbers are not complete yet: the way of counting was changed, or the facts are being made anew. */
export async function unfinishedKinds(tx: Tx, tenant: string, book: MeasureBook): Promise<ReadonlySet<string>> {
  const rows = new Map((await upkeepRows(tx, tenant)).map((row) => [row.task, row]));
  const kinds = [...book.editions.values()].filter(({ kind, version }) => {
    const count = rows.get(countTask(kind));
    const facts = rows.get(factsTask(kind.replace(/\.stint$/, '')));
    const declared = book.declared.get(kind);
    const recounting = count !== undefined && (!count.finished || count.version !== version);
    return recounting || (facts !== undefined && (!facts.finished || facts.version !== declared));
  });
  return new Set(kinds.map(({ kind }) => kind));
}
