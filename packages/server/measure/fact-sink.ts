import type { Product } from '@huying/kit/compile';
import { type Fact, type FactDeclaration, factsAfter } from '@huying/kit/measure';
import type { FactSink, Happening } from '../case/index.ts';
import type { Tx } from '../db/index.ts';
import { type CellChanges, cellChanges, spanOf } from './difference.ts';
import { dropFacts, factsOf, type StoredFact, type WrittenFact, writeFacts } from './fact.store.ts';
import { bookOf, editionNamed, type MeasureBook } from './measure-book.ts';

/**
 * Takes what engines say and keeps facts and numbers up, in the engine's transaction: one reading of the facts there were, one
 * writing of those that changed together with what they change in the numbers, for all operations of a transaction at once.
 */
export function factSink(product: Product, onChange: (tenant: string) => void = () => undefined): FactSink {
  const book = bookOf(product);
  const byType = new Map(book.declarations.map((declaration) => [declaration.of, declaration]));
  return {
    types: new Set(byType.keys()),
    happened: {
      async run(tx, items) {
        const [first] = items;
        if (first === undefined) return [];
        await takeIn(tx, book, byType, items);
        onChange(first.tenant);
        return items.map(() => undefined);
      },
    },
  };
}

async function takeIn(
  tx: Tx,
  book: MeasureBook,
  byType: ReadonlyMap<string, FactDeclaration>,
  items: readonly Happening[],
): Promise<void> {
  const [{ tenant, id, world }] = items as readonly [Happening, ...Happening[]];
  const known = items.flatMap(({ fresh, moments }) => (fresh ? [] : moments.slice(0, 1).map(({ after }) => after.id)));
  const stored = known.length === 0 ? [] : await factsOf(tx, tenant, [...new Set(known)]);
  const before = Map.groupBy(stored, ({ subject }) => subject);
  const present = new Map<string, readonly Fact[]>(before);
  for (const { type, moments, world: own } of items) {
    const declaration = byType.get(type);
    if (declaration === undefined) continue;
    for (const moment of moments) {
      const { id: subject } = moment.after;
      present.set(subject, factsAfter(declaration, present.get(subject) ?? [], moment, own));
    }
  }
  const exchange = exchangeIn(tx, tenant, book, cellChanges(world.calendar), world.calendar);
  for (const [subject, facts] of present) await exchange.subject(before.get(subject) ?? [], facts);
  await exchange.write(id);
}

/** Facts put in the place of others, with what that changes in the numbers. */
export interface FactExchange {
  /** The facts of one subject as they were stored, and as they are to be. */
  subject(before: readonly StoredFact[], after: readonly Fact[]): Promise<void>;
  /** Writes everything; `id` is a new one. Answers how many facts changed. */
  write(id: string): Promise<number>;
}

export function exchangeIn(
  tx: Tx,
  tenant: string,
  book: MeasureBook,
  changes: CellChanges,
  calendar: Parameters<typeof cellChanges>[0],
): FactExchange {
  const written: WrittenFact[] = [];
  const dropped: StoredFact[] = [];
  const keyOf = ({ kind, no }: Fact) => `${kind} ${no}`;
  return {
    async subject(before, after) {
      const was = new Map(before.map((fact) => [keyOf(fact), fact]));
      for (const fact of after) {
        const edition = book.editions.get(fact.kind);
        const declared = book.declared.get(fact.kind) ?? '';
        const old = was.get(keyOf(fact));
        was.delete(keyOf(fact));
        if (edition === undefined) continue;
        if (old !== undefined && old === fact && old.counted === edition.version && old.declared === declared) continue;
        const counted =
          old === undefined ? undefined : { fact: old, edition: await editionNamed(tx, book, old.kind, old.counted) };
        changes.add(counted, { fact, edition });
        const { subject, kind, no, unit, street, area, matter, channel, fields } = fact;
        const head = { subject, kind, no, unit, street, area, matter, channel, fields };
        written.push({ ...head, counted: edition.version, declared, ...spanOf(fact, edition, calendar) });
      }
      for (const old of was.values()) {
        changes.add({ fact: old, edition: await editionNamed(tx, book, old.kind, old.counted) }, undefined);
        dropped.push(old);
      }
    },
    async write(id) {
      const list = changes.list();
      if (dropped.length > 0) await dropFacts(tx, tenant, dropped);
      if (written.length > 0 || list.length > 0) await writeFacts(tx, tenant, id, written, list);
      return written.length + dropped.length;
    },
  };
}
