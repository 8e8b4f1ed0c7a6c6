import { type Day, daysBetween, monthsLater } from './day.ts';
import type { Indicator } from './indicator.ts';
import { type Observed, valuesByDay } from './observation.ts';
import { dueOf, startOf } from './path.ts';

/** Months looked back on. */
const RECENT = 6;

/**
 * The value to be expected on the due day if things go on as they went: the last value, and from there along the slope of the straight line
 * that fits best (least squares) the values of the last six months; a cumulative indicator also counts its base on the start day where
 * that lies within them. It knows nothing of seasons. Null with fewer than two values, once the due day is there, and for aims that are no amount.
 */
export function forecastOf(indicator: Indicator, observed: readonly Observed[], asOf: Day): number | null {
  return forecastFrom(indicator, valuesByDay(observed, indicator.name, asOf), asOf);
}

/** The same from the values that hold of each day, in order of days. */
export function forecastFrom({ aim, path, mode }: Indicator, values: readonly Observed[], asOf: Day): number | null {
  const due = dueOf(path);
  const last = values.at(-1);
  if (last === undefined || asOf >= due || aim.aim === 'milestones' || aim.aim === 'binary' || aim.aim === 'growth')
    return null;
  const since = monthsLater(last.asOf, -RECENT);
  const recent = values.filter((one) => one.asOf >= since);
  const points = recent.map((one): Point => [daysBetween(last.asOf, one.asOf), one.value]);
  const start = startOf(path);
  if (mode === 'cumulative' && start !== null && start >= since && start < (recent[0]?.asOf ?? '')) {
    points.push([daysBetween(last.asOf, start), 'base' in aim ? aim.base : 0]);
  }
  const slope = slopeOf(points);
  return slope === null ? null : last.value + slope * daysBetween(last.asOf, due);
}

/** Days from the last value, and what it was. */
type Point = readonly [number, number];

/** Least squares; null where the points have fewer than two days. */
function slopeOf(points: readonly Point[]): number | null {
  const n = points.length;
  if (n < 2) return null;
  const x = points.reduce((sum, [day]) => sum + day, 0) / n;
  const y = points.reduce((sum, [, value]) => sum + value, 0) / n;
  const spread = points.reduce((sum, [day]) => sum + (day - x) ** 2, 0);
  return spread === 0 ? null : points.reduce((sum, [day, value]) => sum + (day - x) * (value - y), 0) / spread;
}
