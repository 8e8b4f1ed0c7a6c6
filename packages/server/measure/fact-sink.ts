import type { Product } from '@huying/kit/compile';
import { type Fact, type FactDeclaration, factsAfter } from '@huying/kit/measure';
import type { FactSink, Happening, Teller } from '../case/index.ts';
import type { Statement, Tx, Writing } from '../db/index.ts';
import { type CellChanges, type CountedFact, cellChanges, spanOf } from './difference.ts';
import { factsDropped, factsOf, factsWritten, type StoredFact, type WrittenFact } from './fact.store.ts';
import { bookOf, editionNamed, type MeasureBook } from './measure-book.ts';

/** A fact as it was stored, and the edition under which it was counted. */
export interface CountedStored extends CountedFact {
  readonly fact: StoredFact;
}

/** What is said of a subject now, and how what was said of it before had been counted. */
interface Saying {
  readonly tenant: string;
  readonly before: readonly CountedStored[];
  readonly happening: Happening;
}

/**
 * Takes what engines say and keeps facts and numbers up, in the engine's transaction: one reading of the facts there were, one
 * writing of those that changed together with what they change in the numbers, for all operations of a transaction at once.
 */
export function factSink(product: Product, onChange: (tenant: string) => void = () => undefined): FactSink {
  const book = bookOf(product);
  const byType = new Map(book.declarations.map((declaration) => [declaration.of, declaration]));
  const saying: Writing<Saying> = {
    row: ({ happening }) => happening.moments[0]?.after.id ?? null,
    statements: (items) => statementsOf(book, byType, items),
  };
  const tellerAfter =
    (before: readonly CountedStored[]): Teller =>
    ({ tx, tenant }, happening) => {
      tx.write(saying, { tenant, before, happening });
      onChange(tenant);
    };
  return {
    types: new Set(byType.keys()),
    fromNew: tellerAfter([]),
    from: {
      reads: true,
      async run(tx, items) {
        const subjects = items.map(({ subject }) => subject);
        const counted = await countedFacts(tx, book, await factsOf(tx, items[0]?.tenant ?? '', [...new Set(subjects)]));
        const bySubject = Map.groupBy(counted, ({ fact }) => fact.subject);
        return subjects.map((subject) => tellerAfter(bySubject.get(subject) ?? []));
      },
    },
  };
}

function statementsOf(
  book: MeasureBook,
  byType: ReadonlyMap<string, FactDeclaration>,
  items: readonly Saying[],
): readonly Statement[] {
  const [{ tenant, happening }] = items as readonly [Saying, ...Saying[]];
  const { calendar } = happening.world;
  const exchange = exchangeIn(book, cellChanges(calendar), calendar);
  for (const {
    before,
    happening: { type, moments, world },
  } of items) {
    const declaration = byType.get(type);
    if (declaration === undefined) continue;
    const facts = moments.reduce<readonly Fact[]>(
      (said, moment) => factsAfter(declaration, said, moment, world),
      before.map(({ fact }) => fact),
    );
    exchange.subject(before, facts);
  }
  return exchange.statements(tenant, happening.id);
}

/** Stored facts with the declarations they were counted under. */
export async function countedFacts(tx: Tx, book: MeasureBook, stored: readonly StoredFact[]): Promise<CountedStored[]> {
  const counted: CountedStored[] = [];
  for (const fact of stored) counted.push({ fact, edition: await editionNamed(tx, book, fact.kind, fact.counted) });
  return counted;
}

/** Facts put in the place of others, with what that changes in the numbers. */
export interface FactExchange {
  /** The facts of one subject as they were stored and counted, and as they are to be. */
  subject(before: readonly CountedStored[], after: readonly Fact[]): void;
  /** What writes everything; `id` is a new one. */
  statements(tenant: string, id: string): readonly Statement[];
}

export function exchangeIn(
  book: MeasureBook,
  changes: CellChanges,
  calendar: Parameters<typeof cellChanges>[0],
): FactExchange {
  const written: WrittenFact[] = [];
  const dropped: StoredFact[] = [];
  let allNew = true;
  const keyOf = ({ kind, no }: Fact) => `${kind} ${no}`;
  return {
    subject(before, after) {
      if (before.length > 0) allNew = false;
      const was = new Map(before.map((counted) => [keyOf(counted.fact), counted]));
      for (const fact of after) {
        const edition = book.editions.get(fact.kind);
        const declared = book.declared.get(fact.kind) ?? '';
        const old = was.get(keyOf(fact));
        was.delete(keyOf(fact));
        if (edition === undefined) continue;
        if (old?.fact === fact && old.fact.counted === edition.version && old.fact.declared === declared) continue;
        changes.add(old, { fact, edition });
        const { subject, kind, no, unit, street, area, matter, channel, fields } = fact;
        const head = { subject, kind, no, unit, street, area, matter, channel, fields };
        written.push({ ...head, counted: edition.version, declared, ...spanOf(fact, edition, calendar) });
      }
      for (const old of was.values()) {
        changes.add(old, undefined);
        dropped.push(old.fact);
      }
    },
    statements(tenant, id) {
      const list = changes.list();
      return [
        ...(dropped.length > 0 ? [factsDropped(tenant, dropped)] : []),
        ...(written.length > 0 || list.length > 0 ? [factsWritten(tenant, id, written, list, allNew)] : []),
      ];
    },
  };
}
