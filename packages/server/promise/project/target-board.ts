import { HuyingError } from '@huying/kit/error';
import { type Day, expectedValueAt, largestRemainder, observedAs, standingOf } from '@huying/kit/promise';
import { type Static, Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { indicatorOf } from '../core/indicator-row.ts';
import { choice, closed, daySchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import type { Figure, FigureValue } from './figure.store.ts';
import { codeOf, type FigureBook, figureBook, INDICATOR_KIND, monthsUntil, RANK } from './figure-book.ts';
import { selectDoubts } from './figure-doubt.store.ts';
import { namedSchema, nullable } from './figure-schema.ts';
import { releasesOf } from './frozen-period.ts';
import { growthOf, sharesOf, streakOf } from './growth.ts';
import { lastDayOf, type Month, monthAfter, monthOf } from './month.ts';
import { type SumRule, sumRulesIn } from './sum-rule.ts';

const amount = nullable(Type.Number());

const pointSchema = Type.Object({
  month: Type.String(),
  value: amount,
  /** In percent: as published, else over last year's value. */
  growth: amount,
  expected: amount,
  standing: nullable(choice('provisional', 'final')),
});

export const targetSchema = Type.Object({
  promise: Type.String(),
  number: Type.String(),
  title: Type.String(),
  section: nullable(Type.String()),
  code: nullable(Type.String()),
  indicator: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  mode: choice('cumulative', 'level'),
  lead: nullable(namedSchema),
  aim: Type.String(),
  /** The promised value in the figure's unit; points for growth. */
  target: amount,
  upper: amount,
  month: nullable(Type.String()),
  value: amount,
  growth: amount,
  /** The growth was reckoned over last year's value and not published. */
  reckoned: Type.Boolean(),
  lastYear: amount,
  standing: nullable(choice('provisional', 'final')),
  source: nullable(choice('self', 'system', 'verified')),
  /** Completion and what it should be, 0 to 1; the difference in points, of growth in points of growth. */
  p: amount,
  e: amount,
  deltaPoints: amount,
  met: nullable(Type.Boolean()),
  forecast: amount,
  stale: Type.Boolean(),
  light: nullable(Type.String()),
  rank: nullable(
    Type.Object({
      rank: Type.Number(),
      /** Among how many, and which. */
      of: amount,
      scope: nullable(Type.String()),
      month: Type.String(),
      /** How many months without a break; places gained since the month before. */
      periods: Type.Integer(),
      gained: amount,
    }),
  ),
  releasedOn: nullable(daySchema),
  doubts: Type.Integer(),
  series: Type.Array(pointSchema),
});

export const structureSchema = Type.Object({
  total: Type.Object({
    code: Type.String(),
    label: Type.String(),
    value: amount,
    unit: Type.String(),
    month: nullable(Type.String()),
  }),
  /** Shares make 100 by the largest remainder; the change is in points over the year. */
  parts: Type.Array(
    Type.Object({ code: Type.String(), label: Type.String(), value: amount, share: amount, changed: amount }),
  ),
});

export const targetBoardSchema = Type.Object({
  year: Type.Integer(),
  asOf: daySchema,
  /** The latest month of which anything is known. */
  month: nullable(Type.String()),
  /** Only what the statistics office released is shown. */
  releasedOnly: Type.Boolean(),
  targets: Type.Array(targetSchema),
  structures: Type.Array(structureSchema),
});

export type TargetBoard = Static<typeof targetBoardSchema>;
type Target = Static<typeof targetSchema>;

const request = Type.Object(
  { year: Type.Integer({ minimum: 2000, maximum: 2100 }), asOf: Type.Optional(daySchema) },
  closed,
);

/** The year's expected targets and economic running, each with value, growth, target, path, rank and how sure it is. */
export function targetBoardOperation(services: PromiseServices) {
  return defineOperation({
    name: 'target.board',
    summary: { zh: '主要预期目标与经济运行', en: 'Expected targets and economic running' },
    input: request,
    output: targetBoardSchema,
    run: (ctx, input) => targetBoard(ctx, services, input),
  });
}

/** The same for anyone: what was published and released, without lights. */
export function publicTargetsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'target.public',
    summary: { zh: '公开的经济指标', en: 'Published economic figures' },
    input: request,
    output: targetBoardSchema,
    run: (ctx, input) => targetBoard(ctx, services, input),
  });
}

/** @throws figure.notYours for whoever may read no promise at all */
export async function targetBoard(
  ctx: Ctx,
  services: PromiseServices,
  input: { readonly year: number; readonly asOf?: Day | undefined },
): Promise<TargetBoard> {
  const world = await promiseWorldOf(ctx, services);
  const { promises: reach, today } = world;
  if (reach.reach === 'none') throw new HuyingError('figure.notYours');
  const { year } = input;
  const asOf = [input.asOf ?? today, today, `${year}-12-31`].reduce((a, b) => (a < b ? a : b));
  const months = monthsUntil(year, asOf);
  const last = months.at(-1) ?? `${year}-01`;
  const releasedOnly = reach.reach === 'published';
  const [whole, releases, doubts] = await Promise.all([
    figureBook(ctx, { from: `${year}-01`, to: `${year}-12`, reach, kind: INDICATOR_KIND }),
    releasesOf(ctx, [year - 1, year]),
    releasedOnly ? [] : selectDoubts(ctx.tx, ctx.tenant, `${year}-01-01`, lastDayOf(last)),
  ]);
  const isOut = (month: Month) => (releases(month) ?? '9999') <= today;
  const book = limited(whole, asOf, releasedOnly ? isOut : () => true);
  const mains = mainFigures(book.figures);
  const targets = mains.map((figure) => {
    const rank = book.figures.find((one) => one.promise === figure.promise && one.name === RANK);
    const target = targetOf(world, book, figure, rank, months, asOf);
    const open = doubts.filter((one) => one.promise === figure.promise && one.explainedAt === null).length;
    return {
      ...target,
      // A light is computed from all figures, released or not.
      light: releasedOnly ? null : target.light,
      doubts: open,
      releasedOn: target.month === null ? null : releases(target.month),
    };
  });
  const known = targets.map(({ month }) => month).filter((month) => month !== null);
  return {
    year,
    asOf,
    month: known.sort().at(-1) ?? null,
    releasedOnly,
    targets,
    structures: structuresOf(book, mains, sumRulesIn(world.setting<unknown>('targets.sums', [])), months),
  };
}

/** The book as it was on a day, and to those to whom only some months are out. */
function limited(book: FigureBook, asOf: Day, isOut: (month: Month) => boolean): FigureBook {
  const seen = (value: FigureValue | null) =>
    value !== null && value.asOf <= asOf && isOut(monthOf(value.asOf)) ? value : null;
  return {
    figures: book.figures,
    valueIn: (figure, month) => seen(book.valueIn(figure, month)),
    // What was last year is known by whoever knows what is this year.
    yearBefore: (figure, month) => book.yearBefore(figure, month),
    valuesOf: (figure) => book.valuesOf(figure).filter((one) => seen(one) !== null),
  };
}

/** The figure a promise is about: its first that is no rank. */
export function mainFigures(figures: readonly Figure[]): readonly Figure[] {
  const found = new Map<string, Figure>();
  for (const figure of figures)
    if (figure.name !== RANK && !found.has(figure.promise)) found.set(figure.promise, figure);
  return [...found.values()];
}

function targetOf(
  world: PromiseWorld,
  book: FigureBook,
  figure: Figure,
  rank: Figure | undefined,
  months: readonly Month[],
  asOf: Day,
): Omit<Target, 'doubts' | 'releasedOn'> {
  const indicator = indicatorOf({ ...figure, baseDate: null, position: 0 }, figure);
  const month = months.findLast((one) => book.valueIn(figure, one) !== null) ?? null;
  const value = month === null ? null : book.valueIn(figure, month);
  const before = month === null ? null : book.yearBefore(figure, month);
  const growth = growthIn(book, figure, month);
  const stands = standingOf(
    indicator,
    book.valuesOf(figure).filter(({ asOf: on }) => on >= `${figure.year}-01-01`),
    [],
    asOf,
  );
  const unit = figure.leadUnit === null ? undefined : world.org.unit(figure.leadUnit);
  return {
    promise: figure.promise,
    number: figure.number,
    title: figure.title,
    section: figure.section,
    code: codeOf(figure),
    indicator: figure.name,
    label: figure.label,
    unit: figure.unit,
    decimals: figure.decimals,
    mode: figure.mode,
    lead: unit === undefined ? null : { id: unit.id, name: unit.name },
    aim: figure.aim,
    target: figure.value,
    upper: figure.upper,
    month,
    value: value?.value ?? null,
    growth: growth.value,
    reckoned: growth.reckoned,
    lastYear: before?.value ?? null,
    standing: value?.standing ?? null,
    source: value?.source ?? null,
    p: stands.p,
    e: stands.e,
    deltaPoints: stands.deltaPoints,
    met: stands.met,
    forecast: stands.forecast,
    stale: stands.stale,
    light: figure.light,
    rank: rank === undefined ? null : rankOf(book, rank, months),
    series: Array.from({ length: 12 }, (_, at) => {
      const one = `${figure.year}-${String(at + 1).padStart(2, '0')}`;
      const then = book.valueIn(figure, one);
      return {
        month: one,
        value: then === null ? null : indicator.aim.aim === 'growth' ? observedAs(indicator, then) : then.value,
        growth: growthIn(book, figure, one).value,
        expected: expectedValueAt(indicator.path, indicator.aim, lastDayOf(one)),
        standing: then?.standing ?? null,
      };
    }),
  };
}

function growthIn(book: FigureBook, figure: Figure, month: Month | null): { value: number | null; reckoned: boolean } {
  const value = month === null ? null : book.valueIn(figure, month);
  if (value === null || month === null) return { value: null, reckoned: false };
  if (value.growth !== null) return { value: value.growth, reckoned: false };
  if (figure.unit === '%' || figure.unit === '％') return { value: null, reckoned: false };
  const reckoned = growthOf(value.value, book.yearBefore(figure, month)?.value ?? null);
  return { value: reckoned, reckoned: reckoned !== null };
}

function rankOf(book: FigureBook, rank: Figure, months: readonly Month[]): Target['rank'] {
  const month = months.findLast((one) => book.valueIn(rank, one) !== null);
  if (month === undefined) return null;
  // Into the year before: a place held for long was held before this year began.
  const ranks = Array.from({ length: 25 }, (_, at) => book.valueIn(rank, monthAfter(month, at - 24))?.value ?? null);
  const streak = streakOf(ranks);
  if (streak === null) return null;
  const before = ranks.at(-2) ?? null;
  const { rankOf: among, rankScope } = rank.data;
  return {
    rank: streak.rank,
    of: typeof among === 'number' ? among : null,
    scope: typeof rankScope === 'string' ? rankScope : null,
    month,
    periods: streak.periods,
    gained: before === null ? null : before - streak.rank,
  };
}

function structuresOf(
  book: FigureBook,
  mains: readonly Figure[],
  rules: readonly SumRule[],
  months: readonly Month[],
): Static<typeof structureSchema>[] {
  const byCode = new Map(mains.map((figure) => [codeOf(figure), figure]));
  return rules.flatMap((rule) => {
    const total = byCode.get(rule.total);
    const parts = rule.parts.map((code) => ({ code, figure: byCode.get(code) }));
    if (total === undefined || parts.some(({ figure }) => figure === undefined)) return [];
    const month = months.findLast((one) =>
      parts.every(({ figure }) => figure !== undefined && book.valueIn(figure, one) !== null),
    );
    const valuesIn = (read: (figure: Figure, one: Month) => FigureValue | null) =>
      new Map(
        parts.flatMap(({ code, figure }): [string, number][] => {
          const value = month === undefined || figure === undefined ? null : read(figure, month);
          return value === null ? [] : [[code, value.value]];
        }),
      );
    const now = valuesIn((figure, one) => book.valueIn(figure, one));
    const shares = sharesOf(
      rule.parts,
      now,
      valuesIn((figure, one) => book.yearBefore(figure, one)),
    );
    const rounded =
      now.size < rule.parts.length
        ? null
        : largestRemainder(
            rule.parts.map((code) => now.get(code) ?? 0),
            1,
          );
    const whole = month === undefined ? null : book.valueIn(total, month);
    return [
      {
        total: {
          code: rule.total,
          label: total.label,
          value: whole?.value ?? null,
          unit: total.unit,
          month: month ?? null,
        },
        parts: parts.map(({ code, figure }, at) => ({
          code,
          label: figure?.label ?? code,
          value: now.get(code) ?? null,
          share: rounded?.[at] ?? null,
          changed: shares[at]?.changed ?? null,
        })),
      },
    ];
  });
}
