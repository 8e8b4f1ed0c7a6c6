import type { Counts } from './contribution.ts';
import type { Measure } from './measure.ts';

/**
 * The number that counts amount to, rounded as declared (halves up): a rate in per cent, a count, a mean in its unit. Null where
 * nobody was to be measured (无应办): an empty rate is no rate, and never 100 %.
 */
export function figureOf(measure: Pick<Measure, 'form' | 'decimals'>, { n, d }: Counts): number | null {
  const { form, decimals } = measure;
  if ('count' in form || 'stock' in form) return n;
  if (d === 0) return null;
  const scale = 10 ** decimals;
  if ('mean' in form) return Math.round((n * scale) / (d * form.unit.is)) / scale;
  return Math.round((n * 100 * scale) / d) / scale;
}

/** True where too few were measured for a ranking; a count is never too few. */
export function isFew({ form, minimum }: Pick<Measure, 'form' | 'minimum'>, { d }: Counts): boolean {
  return !('count' in form) && !('stock' in form) && d < minimum;
}

export function plus(a: Counts, b: Counts): Counts {
  return { n: a.n + b.n, d: a.d + b.d, x: a.x + b.x };
}

export function minus(a: Counts, b: Counts): Counts {
  return { n: a.n - b.n, d: a.d - b.d, x: a.x - b.x };
}

export function sameCounts(a: Counts, b: Counts): boolean {
  return a.n === b.n && a.d === b.d && a.x === b.x;
}
