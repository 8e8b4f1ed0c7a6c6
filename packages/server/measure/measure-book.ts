import { createHash } from 'node:crypto';
import type { Product } from '@huying/kit/compile';
import { HuyingError } from '@huying/kit/error';
import {
  type Breakdown,
  CROSSES,
  type FactDeclaration,
  fieldsCounted,
  GRAINS,
  instantsCounted,
  type Measure,
  stintKind,
} from '@huying/kit/measure';
import type { Tx } from '../db/index.ts';
import { definitionHashes, getDefinition, storeDefinition } from '../definition/index.ts';
import { canonicalBytes } from '../ledger/index.ts';

/** A measure with what it is known by in the tables: the first digits of the hash of everything that decides its counting. */
export interface Counted {
  readonly measure: Measure;
  readonly id: number;
  /** The fields of a fact on which its counting depends. */
  readonly fields: ReadonlySet<string>;
}

/** The measures of one kind of fact, under one declaration. */
export interface Edition {
  readonly kind: string;
  /** The first digits of the hash of all of them. */
  readonly version: string;
  readonly counted: readonly Counted[];
  /** The instants that place a fact in a day. */
  readonly days: readonly string[];
}

/** All facts and measures of a product, by the names tables know them by. */
export interface MeasureBook {
  readonly declarations: readonly FactDeclaration[];
  readonly measures: readonly Measure[];
  /** By kind of fact. */
  readonly editions: ReadonlyMap<string, Edition>;
  /** Which declaration of facts holds for a kind: the first digits of its hash. */
  readonly declared: ReadonlyMap<string, string>;
  counted(measure: string): Counted;
}

const books = new WeakMap<Product, MeasureBook>();

/** The book of a product. @throws measure.unknown when asked for a measure that is not declared */
export function bookOf(product: Product): MeasureBook {
  let book = books.get(product);
  if (book === undefined) {
    book = newBook(product.facts, product.measures);
    books.set(product, book);
  }
  return book;
}

function newBook(declarations: readonly FactDeclaration[], measures: readonly Measure[]): MeasureBook {
  const kinds = declarations.flatMap((one) => (one.stint === undefined ? [one.kind] : [one.kind, stintKind(one)]));
  const editions = new Map(kinds.map((kind) => [kind, editionOf(kind, measures)]));
  const all = [...editions.values()].flatMap(({ counted }) => counted);
  const byName = new Map(all.map((one) => [one.measure.id, one]));
  if (new Set(all.map(({ id }) => id)).size !== all.length) throw new Error('two measures have the same first digits');
  return {
    declarations,
    measures,
    editions,
    declared: new Map(
      declarations.flatMap((one) => {
        const version = hashOf(unlabelled(one)).slice(0, 16);
        return [[one.kind, version] as const, [stintKind(one), version] as const];
      }),
    ),
    counted(measure) {
      const found = byName.get(measure);
      if (found === undefined) throw new HuyingError('measure.unknown', { measure });
      return found;
    },
  };
}

/** What decides how facts are counted, and nothing else: a better sentence recounts nothing. */
function countingOf({ id, fact, on, form, grain, cross }: Measure) {
  const counts = 'mean' in form ? { mean: form.mean, among: form.among } : form;
  const own = { id, fact, on, form: counts, grain: GRAINS.filter((one) => grain.includes(one)) };
  return cross === undefined ? own : { ...own, cross: CROSSES.filter((one) => cross.includes(one)) };
}

function editionOf(kind: string, measures: readonly Measure[]): Edition {
  const own = measures.filter(({ fact }) => fact === kind);
  return {
    kind,
    version: hashOf(setOf(kind, measures)).slice(0, 16),
    counted: own.map((measure) => ({ measure, id: idOf(measure), fields: new Set(fieldsCounted(measure)) })),
    days: [...new Set(own.flatMap(instantsCounted))],
  };
}

const setOf = (kind: string, measures: readonly Measure[]) =>
  measures
    .filter(({ fact }) => fact === kind)
    .map(countingOf)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** Thirty-one bits of the hash, as PostgreSQL's integers have them. */
function idOf(measure: Measure): number {
  return Number.parseInt(hashOf(countingOf(measure)).slice(0, 8), 16) & 0x7fff_ffff;
}

function hashOf(what: unknown): string {
  return createHash('sha256')
    .update(canonicalBytes(plain(what)))
    .digest('hex');
}

/** Another word for the same field makes no other fact. */
function unlabelled(declaration: FactDeclaration): unknown {
  return JSON.parse(JSON.stringify(declaration, (name, value: unknown) => (name === 'label' ? undefined : value)));
}

/** Declarations as data: what is undefined is not there. */
function plain(what: unknown): unknown {
  return JSON.parse(JSON.stringify(what));
}

const KIND = 'measures';

/** Stores how facts are counted now, so that a later program can take back what this one counted. */
export async function storeBook(tx: Tx, now: number, product: Product): Promise<void> {
  const { editions, measures } = bookOf(product);
  for (const { kind, version } of editions.values()) {
    await storeDefinition(tx, now, KIND, `${kind}@${version}`, plain(setOf(kind, measures)));
  }
}

const earlier = new Map<string, Edition>();

/** The measures under which facts were counted by an earlier or later program. */
export async function editionNamed(tx: Tx, book: MeasureBook, kind: string, version: string): Promise<Edition> {
  const present = book.editions.get(kind);
  if (present?.version === version) return present;
  const key = `${kind}@${version}`;
  const known = earlier.get(key);
  if (known !== undefined) return known;
  const [row] = await definitionHashes(tx, KIND, key);
  if (row === undefined) throw new HuyingError('measure.edition', { kind, version });
  const stored = (await getDefinition(tx, row.hash)).json as readonly Measure[];
  const edition = editionOf(
    kind,
    stored.map((one) => ('mean' in one.form ? { ...one, form: { ...one.form, unit: { label: '', is: 1 } } } : one)),
  );
  earlier.set(key, edition);
  return edition;
}

/** Grains as tables know them. */
const NUMBERS: Readonly<Record<Breakdown, number>> = {
  all: 0,
  unit: 1,
  street: 2,
  cell: 3,
  matter: 4,
  channel: 5,
  'unit.matter': 6,
  'unit.channel': 7,
  'street.matter': 8,
};
const BREAKDOWNS = Object.keys(NUMBERS) as readonly Breakdown[];
export const BREAKDOWN_NUMBERS: readonly number[] = Object.values(NUMBERS);
export const grainNumber = (grain: Breakdown): number => NUMBERS[grain];
export const grainNamed = (number: number): Breakdown => BREAKDOWNS[number] ?? 'all';
