import { type Day, daysLater } from './day.ts';
import { forecastFrom } from './forecast.ts';
import type { Indicator, Path } from './indicator.ts';
import { steady } from './light.ts';
import { type Observed, type Source, valuesByDay } from './observation.ts';
import { type Part, shareDue } from './part.ts';
import { expectedAt, expectedValueAt, holdsUntil, startOf } from './path.ts';
import { rateOf, reachOf } from './rate.ts';

/** How an indicator stands at the end of a day: the same number for every view, document and API. */
export interface Standing {
  readonly indicator: string;
  /** In the indicator's unit; growth aims: percentage points. Null where nothing was observed, never 0. */
  readonly value: number | null;
  /** Completion rate, unclamped; null where none is defined. */
  readonly p: number | null;
  /** The share that should have been reached on the day it is compared; null where none is defined. */
  readonly e: number | null;
  /** What should have been reached, in the unit of `value`. */
  readonly expected: number | null;
  /** p − e in percentage points; for growth, growth − the growth expected. */
  readonly deltaPoints: number | null;
  /** p / e; null as long as nothing is expected. */
  readonly ratio: number | null;
  readonly met: boolean | null;
  /** Beyond the aim (positive) or short of it, in the unit of `value`. */
  readonly margin: number | null;
  readonly forecast: number | null;
  readonly source: Source | null;
  readonly standing: Observed['standing'] | null;
  /** The observation it comes from, and its day. */
  readonly observation: string | null;
  readonly observedOn: Day | null;
  /** The day whose path it is compared with. */
  readonly comparedOn: Day;
  /** True where a value should have come since. */
  readonly stale: boolean;
}

/**
 * How an indicator stands. A value is compared with the path of its own day as long as the next one is not yet due (one more period of
 * asking); after that, and where nobody is asked, with the path of the day itself: who falls silent falls behind. Values of years before
 * the path begins do not count.
 */
export function standingOf(
  indicator: Indicator,
  observed: readonly Observed[],
  parts: readonly Part[],
  asOf: Day,
  among?: readonly Source[],
): Standing {
  const { aim, path, every, name } = indicator;
  const since = countsFrom(path);
  // What was counted in an earlier year tells nothing of this path.
  const values = valuesByDay(observed, name, asOf, among).filter((one) => one.asOf >= since);
  const current = values.at(-1) ?? null;
  const value = current === null ? null : observedAs(indicator, current);
  // The first value is due when the first period since the start is over, as the next one is one period after the last.
  const first = startOf(path) ?? since;
  const told = current?.asOf ?? (first === '' ? asOf : daysLater(first, -1));
  const stale = every !== null && asOf > holdsUntil(told, every);
  const comparedOn = current === null || every === null || stale ? asOf : current.asOf;
  const p = rateOf(aim, value, parts, asOf);
  const e =
    (aim.aim === 'milestones' ? shareDue(parts, asOf) : null) ??
    expectedAt(path, aim, aim.aim === 'milestones' ? asOf : comparedOn);
  const expected = expectedValueAt(path, aim, comparedOn);
  const growthPoints = aim.aim === 'growth' && value !== null && expected !== null ? value - expected : null;
  const { met, margin } = reachOf(aim, value, p);
  return {
    indicator: name,
    value,
    p,
    e,
    expected,
    deltaPoints: p !== null && e !== null ? steady((p - e) * 100) : growthPoints === null ? null : steady(growthPoints),
    ratio: p !== null && e !== null && e > 0 ? p / e : null,
    met,
    margin: margin === null ? null : steady(margin),
    forecast: forecastFrom(indicator, values, asOf),
    source: current?.source ?? null,
    standing: current?.standing ?? null,
    observation: current?.id ?? null,
    observedOn: current?.asOf ?? null,
    comparedOn,
    stale,
  };
}

/** The first day whose values count on a path: that of the year in which it begins. What was counted before tells nothing of it. */
export function countsFrom(path: Path): Day {
  const first = path.shape === 'points' ? path.points[0]?.on : path.start;
  return first === undefined ? '' : `${first.slice(0, 4)}-01-01`;
}

/** The number an aim is about: of a growth aim the growth, or the value itself where it is a percentage already. */
export function observedAs(
  { aim, unit }: Pick<Indicator, 'aim' | 'unit'>,
  { value, growth }: Pick<Observed, 'value' | 'growth'>,
): number | null {
  if (aim.aim !== 'growth') return value;
  return growth ?? (unit === '%' || unit === '％' ? value : null);
}
