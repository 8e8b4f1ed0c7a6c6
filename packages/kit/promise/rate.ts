import type { Day } from './day.ts';
import type { Aim } from './indicator.ts';
import { type Part, shareDone } from './part.ts';

/**
 * The completion rate p of a value, 1 being the whole: (value − base) / (target − base) whichever way the aim lies, so 200 → 0 at 100 is 0.5.
 * Unclamped: what is overfulfilled is above 1, what went backwards below 0. Null where none is defined: no value, a target equal to its base,
 * bands and caps (met or not), growth (compared in points), what is only followed. Milestones take the share of their parts.
 * @param asOf  for milestones: done by the end of this day; absent: ever
 */
export function rateOf(
  aim: Aim,
  value: number | null,
  parts: readonly Part[] = [],
  asOf: Day = '9999-12-31',
): number | null {
  switch (aim.aim) {
    case 'up':
    case 'down':
      if (value === null || !Number.isFinite(value) || aim.value === aim.base) return null;
      // Adding zero turns −0 (nothing done towards a lower value) into 0: no view is to say −0 %.
      return (value - aim.base) / (aim.value - aim.base) + 0;
    case 'milestones':
      return shareDone(parts, asOf);
    case 'binary':
      return value === null ? null : value >= 1 ? 1 : 0;
    case 'band':
    case 'cap':
    case 'growth':
    case 'followed':
      return null;
  }
}

/**
 * Whether an aim is met, and by how much: in the indicator's unit, growth in percentage points, more being better, negative where it is missed.
 * Null where there are no data; milestones and binary aims have no margin; what is only followed is neither met nor missed.
 */
export function reachOf(
  aim: Aim,
  value: number | null,
  p: number | null,
): { readonly met: boolean | null; readonly margin: number | null } {
  const margin = value === null || !Number.isFinite(value) ? null : marginOf(aim, value);
  if (aim.aim === 'milestones' || aim.aim === 'binary') return { met: p === null ? null : p >= 1, margin: null };
  return { met: margin === null ? null : margin >= 0, margin };
}

function marginOf(aim: Aim, value: number): number | null {
  switch (aim.aim) {
    case 'up':
      return value - aim.value;
    case 'down':
      return aim.value - value;
    case 'band':
      return Math.min(value - aim.from, aim.to - value);
    case 'cap':
      return aim.most - value;
    case 'growth':
      return value - aim.points;
    case 'milestones':
    case 'binary':
    case 'followed':
      return null;
  }
}
