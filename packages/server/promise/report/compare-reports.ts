import { HuyingError } from '@huying/kit/error';
import { type Report, read } from '@huying/reader';
import { compare } from '@huying/reader/compare';
import { type Static, Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { choice, closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { worldOfReader } from './editor.ts';
import { requireReport } from './read-report.ts';
import {
  clausePromises,
  clausesOfReport,
  itemsOfReport,
  latestReports,
  type ReportRecord,
  textOf,
} from './report.store.ts';
import { likest, pairSentences, piecesOf } from './wording.ts';

const sideSchema = Type.Object({
  no: Type.Integer(),
  section: Type.Union([Type.String(), Type.Null()]),
  page: Type.Union([Type.Integer(), Type.Null()]),
  words: Type.String(),
});

const rowSchema = Type.Object({
  change: choice('same', 'moved', 'changed', 'gone', 'new'),
  before: Type.Union([sideSchema, Type.Null()]),
  after: Type.Union([sideSchema, Type.Null()]),
  /** Of what was reworded: what is kept, gone and new. */
  pieces: Type.Array(Type.Object({ kind: choice('same', 'gone', 'new'), words: Type.String() })),
  /** The promise the earlier words became. */
  promise: Type.Union([Type.Object({ id: Type.String(), number: Type.String() }), Type.Null()]),
});

const answerSchema = Type.Object({
  metric: Type.String(),
  quote: Type.String(),
  value: Type.Number(),
  unit: Type.String(),
  comparator: Type.String(),
  verdict: choice('met', 'missed', 'notMentioned', 'unclear'),
  rule: Type.String(),
  outcome: Type.Union([Type.String(), Type.Null()]),
  certainty: Type.Number(),
});

export const comparisonSchema = Type.Object({
  /** Two texts of one year sentence by sentence, or the promises of two years. */
  kind: choice('editions', 'years'),
  before: Type.Object({ id: Type.String(), year: Type.Integer(), edition: Type.Integer(), title: Type.String() }),
  after: Type.Object({ id: Type.String(), year: Type.Integer(), edition: Type.Integer(), title: Type.String() }),
  counts: Type.Record(Type.String(), Type.Integer()),
  rows: Type.Array(rowSchema),
  /** Between years: what the later report says came of each number the earlier one promised. */
  answers: Type.Array(answerSchema),
  others: Type.Array(
    Type.Object({ id: Type.String(), year: Type.Integer(), edition: Type.Integer(), title: Type.String() }),
  ),
});

export type Comparison = Static<typeof comparisonSchema>;
type Row = Comparison['rows'][number];
type Side = Static<typeof sideSchema>;

/** From this likeness on a promise of last year is taken for one that returned. */
const RETURNED = 0.42;

/**
 * Two reports side by side: editions of one year by their sentences, years by what they promise. Compared with the edition it replaced,
 * else with the year before, unless another is named. @throws report.unknown
 */
export function compareReportsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.compare',
    summary: { zh: '比对工作报告', en: 'Compare two work reports' },
    input: Type.Object({ report: uuidSchema, with: Type.Optional(uuidSchema) }, closed),
    output: comparisonSchema,
    async run(ctx, input): Promise<Comparison> {
      await worldOfReader(ctx, services);
      const after = await requireReport(ctx, input.report);
      const others = (await latestReports(ctx.tx, ctx.tenant)).filter(({ id }) => id !== after.id);
      const chosen = input.with ?? after.replaces ?? others.find(({ year }) => year < after.year)?.id ?? others[0]?.id;
      if (chosen === undefined) throw new HuyingError('report.unknown');
      const before = await requireReport(ctx, chosen);
      const [first, second] = inTime(before, after) ? [before, after] : [after, before];
      const kind = first.year === second.year ? 'editions' : 'years';
      const rows = kind === 'editions' ? await editionRows(ctx, first, second) : await yearRows(ctx, first, second);
      const counts: Record<string, number> = { same: 0, moved: 0, changed: 0, gone: 0, new: 0 };
      for (const { change } of rows) counts[change] = (counts[change] ?? 0) + 1;
      return {
        kind,
        before: headOf(first),
        after: headOf(second),
        counts,
        rows,
        answers: kind === 'years' ? await answersOf(ctx, first, second) : [],
        others: others.map(headOf),
      };
    },
  });
}

function inTime(before: ReportRecord, after: ReportRecord): boolean {
  return before.year < after.year || (before.year === after.year && before.edition < after.edition);
}

function headOf({ id, year, edition, title }: ReportRecord): Comparison['before'] {
  return { id, year, edition, title };
}

async function editionRows(ctx: Ctx, before: ReportRecord, after: ReportRecord): Promise<Row[]> {
  const sides = [
    await clausesOfReport(ctx.tx, ctx.tenant, before.id),
    await clausesOfReport(ctx.tx, ctx.tenant, after.id),
  ];
  const promises = await promisesByClause(ctx, before);
  return pairSentences(sides[0] ?? [], sides[1] ?? []).map((pair) => {
    const old = pair.change === 'new' ? null : sideOf(pair.before);
    const now = pair.change === 'gone' ? null : sideOf(pair.after);
    return rowOf(pair.change, old, now, old === null ? null : (promises.get(old.no) ?? null));
  });
}

/** Each promise of the earlier year with the likest of the later one; numbers do not count into the likeness. */
async function yearRows(ctx: Ctx, before: ReportRecord, after: ReportRecord): Promise<Row[]> {
  const [lefts, rights] = [await promisedIn(ctx, before), await promisedIn(ctx, after)];
  const promises = await promisesByClause(ctx, before);
  const sides = (all: readonly Side[]) => all.map(({ words }, at) => ({ at, words }));
  const pairs = new Map(likest(sides(lefts), sides(rights), RETURNED).map(({ left, right }) => [left, right]));
  const returned = new Set(pairs.values());
  const rows = lefts.map((old, at): Row => {
    const now = rights[pairs.get(at) ?? -1] ?? null;
    const change = now === null ? 'gone' : now.words === old.words ? 'same' : 'changed';
    return rowOf(change, old, now, promises.get(old.no) ?? null);
  });
  const fresh = rights.filter((_, at) => !returned.has(at)).map((now) => rowOf('new', null, now, null));
  return [...rows, ...fresh];
}

/** The sentences that promise something, each once. */
async function promisedIn(ctx: Ctx, report: ReportRecord): Promise<readonly Side[]> {
  const items = await itemsOfReport(ctx.tx, ctx.tenant, report.id);
  const promising = new Set(items.filter(({ decision }) => decision !== 'dismissed').flatMap(({ clauses }) => clauses));
  const clauses = await clausesOfReport(ctx.tx, ctx.tenant, report.id);
  return clauses.filter(({ no }) => promising.has(no)).map(sideOf);
}

async function promisesByClause(
  ctx: Ctx,
  report: ReportRecord,
): Promise<ReadonlyMap<number, { id: string; number: string }>> {
  const rows = await clausePromises(ctx.tx, ctx.tenant, report.id);
  return new Map(rows.map(({ clause, id, number }) => [clause, { id, number }]));
}

function sideOf({ no, section, page, words }: Side): Side {
  return { no, section, page, words };
}

function rowOf(change: Row['change'], before: Side | null, after: Side | null, promise: Row['promise']): Row {
  const isReworded = change === 'changed' && before !== null && after !== null;
  return { change, before, after, pieces: isReworded ? [...piecesOf(before.words, after.words)] : [], promise };
}

async function answersOf(ctx: Ctx, before: ReportRecord, after: ReportRecord): Promise<Comparison['answers']> {
  const [first, second] = [await readingOf(ctx, before), await readingOf(ctx, after)];
  return compare(first, second).map(({ promise, verdict, ground, outcome, certainty }) => ({
    metric: promise.metric,
    quote: promise.quote,
    value: promise.value,
    unit: promise.unit,
    comparator: promise.comparator,
    verdict,
    rule: ground.rule,
    outcome: outcome?.quote ?? null,
    certainty,
  }));
}

/** Reading takes a good part of a second and always says the same: the last few are kept. */
const readings = new Map<string, Report>();
const KEPT = 6;

async function readingOf(ctx: Ctx, { id, hash }: ReportRecord): Promise<Report> {
  const known = readings.get(hash);
  if (known !== undefined) return known;
  const stored = await textOf(ctx.tx, ctx.tenant, id);
  const report = read(stored?.text ?? '');
  const oldest = readings.size < KEPT ? undefined : readings.keys().next().value;
  if (oldest !== undefined) readings.delete(oldest);
  readings.set(hash, report);
  return report;
}
