import { currentValue, type Day } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import { REVISED, revisedOn } from '../core/in-force.ts';
import type { PromiseReach } from '../core/promise-reach.ts';
import { revisionsOf } from '../core/record.store.ts';
import { type Figure, type FigureValue, selectFigures, selectValues } from './figure.store.ts';
import { firstDayOf, lastDayOf, type Month, monthAfter, monthOf, yearOf } from './month.ts';

/** Everybody's promises: what a figure was last year is looked up for whoever may see it this year. */
export const everyPromise: PromiseReach = { reach: 'promises', units: 'all', area: null };

/** The kind of promise whose figures are the district's: targets and economic running. */
export const INDICATOR_KIND = 'indicator';
/** The indicator of such a promise that tells its place among the city's districts. */
export const RANK = 'rank';

/** Figures of a year with the values entered for them and, for targets, for the same of the year before. */
export interface FigureBook {
  readonly figures: readonly Figure[];
  /** The value that holds for a month; null where none was entered. */
  valueIn(figure: Figure, month: Month): FigureValue | null;
  /** The value of the same month of the year before: of the same figure, or of last year's of the same code. */
  yearBefore(figure: Figure, month: Month): FigureValue | null;
  /** Everything entered of a figure, corrected too. */
  valuesOf(figure: Figure): readonly FigureValue[];
}

/** The figure whose place among the sums and ratios is `code`: the first of its promise that is no rank. */
export function codeOf(figure: Figure): string | null {
  const { code } = figure.data;
  if (figure.kind !== INDICATOR_KIND || typeof code !== 'string' || code === '' || figure.name === RANK) return null;
  return code;
}

/**
 * @param months  values are read from thirteen months before the first to the last
 * @param reach   whose figures are listed
 */
export async function figureBook(
  ctx: Ctx,
  options: {
    readonly from: Month;
    readonly to: Month;
    readonly reach: PromiseReach;
    readonly kind?: string;
  },
): Promise<FigureBook> {
  const { from, to, reach, kind = null } = options;
  const year = yearOf(to);
  const which = { kind, endedAfter: firstDayOf(from) };
  const own = await selectFigures(ctx.tx, ctx.tenant, { ...which, years: [year], reach });
  const before = await selectFigures(ctx.tx, ctx.tenant, {
    years: [year - 1],
    kind: INDICATOR_KIND,
    reach: everyPromise,
    endedAfter: `${year - 1}-01-01`,
  });
  const revised = await revisedFigures(ctx, own, lastDayOf(to));
  const figures = revised.filter(({ aim }) => aim !== 'milestones');
  const sameBefore = new Map(before.map((figure) => [`${String(figure.data.code ?? '')} ${figure.name}`, figure]));
  const earlierOf = (figure: Figure) =>
    typeof figure.data.code === 'string' ? sameBefore.get(`${figure.data.code} ${figure.name}`) : undefined;
  const wanted = new Set(figures.map(({ promise }) => promise));
  for (const figure of figures) {
    const earlier = earlierOf(figure);
    if (earlier !== undefined) wanted.add(earlier.promise);
  }
  const values = Map.groupBy(
    await selectValues(ctx.tx, ctx.tenant, [...wanted], firstDayOf(monthAfter(from, -13)), lastDayOf(to)),
    ({ promise, indicator }) => `${promise} ${indicator}`,
  );
  const ofFigure = ({ promise, name }: Pick<Figure, 'promise' | 'name'>) => values.get(`${promise} ${name}`) ?? [];
  const inMonth = (figure: Figure, month: Month) => valueOfMonth(ofFigure(figure), month);
  const bookOf: FigureBook = {
    figures,
    valuesOf: ofFigure,
    valueIn(figure, month) {
      if (yearOf(month) === figure.year) return inMonth(figure, month);
      const earlier = earlierOf(figure);
      return inMonth(figure, month) ?? (earlier === undefined ? null : inMonth(earlier, month));
    },
    yearBefore: (figure, month) => bookOf.valueIn(figure, monthAfter(month, -12)),
  };
  return bookOf;
}

/** Targets as revisions made them by a day. */
async function revisedFigures(ctx: Ctx, figures: readonly Figure[], day: Day): Promise<readonly Figure[]> {
  const revisions = Map.groupBy(
    await revisionsOf(ctx.tx, ctx.tenant, [...new Set(figures.map(({ promise }) => promise))]),
    ({ promise }) => promise,
  );
  return figures.map((figure) => {
    const own = revisions.get(figure.promise);
    if (own === undefined) return figure;
    const revised = revisedOn(own, day);
    const changed = REVISED.indicator.flatMap((field) => {
      const thing = revised.get(`indicator:${figure.name}:${field}`);
      return thing === undefined ? [] : [[field, thing.inForce] as const];
    });
    return changed.length === 0 ? figure : { ...figure, ...Object.fromEntries(changed) };
  });
}

/** The value that holds among those of one month. */
export function valueOfMonth(values: readonly FigureValue[], month: Month): FigureValue | null {
  const own = values.filter(({ asOf }) => monthOf(asOf) === month);
  const [first] = own;
  if (first === undefined) return null;
  return currentValue(own, first.indicator, lastDayOf(month)) as FigureValue | null;
}

/** The months of a year up to a day. */
export function monthsUntil(year: number, until: Day): readonly Month[] {
  return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter(
    (month) => firstDayOf(month) <= until,
  );
}
