import { type Counts, figureOf, isFew, type Measure } from '../measure/index.ts';

/**
 * Two numbers of one measure held against each other. `difference` is in percentage points for a rate, else in the number's own unit,
 * taken of the figures as they are shown; null where either is none.
 */
export interface Comparison {
  readonly difference: number | null;
  /**
   * Whether so small a difference is to be expected by chance alone; `few` where either number is of fewer cases than the measure asks
   * for, `unknown` where we do not know how it varies.
   */
  readonly noise: 'within' | 'beyond' | 'few' | 'unknown';
}

/** Compares what a measure is with what it was. */
export function comparisonOf(
  measure: Pick<Measure, 'form' | 'decimals' | 'minimum'>,
  now: Counts,
  then: Counts,
): Comparison {
  const [after, before] = [figureOf(measure, now), figureOf(measure, then)];
  if (after === null || before === null) return { difference: null, noise: 'unknown' };
  const scale = 10 ** measure.decimals;
  const difference = Math.round((after - before) * scale) / scale;
  const few = isFew(measure, now) || isFew(measure, then);
  return { difference: difference === 0 ? 0 : difference, noise: few ? 'few' : noiseOf(measure, now, then) };
}

/** Two-sided, 99 %: a leader looks at hundreds of differences at once, and one in twenty would be marked for nothing. */
const Z = 2.575829;

/**
 * Rates: the interval of the difference of two proportions after Newcombe (1998, method 10, from Wilson's intervals), which holds for
 * few cases and for rates near 0 and 100 % too. Counts: as two Poisson counts. Of means and of stocks we do not know how they vary.
 */
function noiseOf({ form }: Pick<Measure, 'form'>, now: Counts, then: Counts): Comparison['noise'] {
  if ('count' in form) return Math.abs(now.n - then.n) <= Z * Math.sqrt(now.n + then.n) ? 'within' : 'beyond';
  if (!('ratio' in form)) return 'unknown';
  const [a, b] = [wilson(now), wilson(then)];
  const gap = a.rate - b.rate;
  const low = gap - Math.hypot(a.rate - a.low, b.high - b.rate);
  const high = gap + Math.hypot(a.high - a.rate, b.rate - b.low);
  return low <= 0 && high >= 0 ? 'within' : 'beyond';
}

function wilson({ n, d }: Counts): { readonly rate: number; readonly low: number; readonly high: number } {
  const rate = n / d;
  const middle = rate + (Z * Z) / (2 * d);
  const wide = Z * Math.sqrt((rate * (1 - rate)) / d + (Z * Z) / (4 * d * d));
  const all = 1 + (Z * Z) / d;
  return { rate, low: Math.max(0, (middle - wide) / all), high: Math.min(1, (middle + wide) / all) };
}
