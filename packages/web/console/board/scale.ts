import { numberText } from './figure-text.ts';

/** A scale of numbers on a line of pixels, with round marks. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly marks: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** A scale from nothing to a little above the greatest value: bars are compared by their length. */
export function scaleFromZero(values: readonly number[]): Scale {
  return scaleOver(0, Math.max(1, ...values), true);
}

/**
 * A scale for rates in per cent: around what there is, never below nothing, and above all only where a rate is: one that was found wrong
 * by a recount stays within the chart.
 */
export function scaleOfRates(values: readonly number[]): Scale {
  const [low, high] = [Math.min(100, ...values), Math.max(0, ...values)];
  const most = Math.max(100, high);
  const room = Math.max(2, (high - low) * 0.15);
  const scale = scaleOver(Math.max(0, low - room), Math.min(most, high + room), false);
  const top = most > 100 ? scale.high : 100;
  return {
    ...scale,
    low: Math.max(0, scale.low),
    high: Math.min(top, scale.high),
    marks: scale.marks.filter((mark) => mark >= 0 && mark <= top),
  };
}

function scaleOver(low: number, high: number, whole: boolean): Scale {
  const rough = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const found = STEPS.map((step) => step * power).find((step) => step >= rough) ?? rough;
  const step = whole ? Math.max(1, Math.ceil(found)) : found;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const marks = Array.from({ length: last - first + 1 }, (_, at) => Math.round((first + at) * step * 1e6) / 1e6);
  return { low: marks[0] ?? low, high: marks.at(-1) ?? high, marks };
}

/** A mark as it is written beside the scale. */
export function markLabel(mark: number): string {
  return numberText(mark, Number.isInteger(mark) ? 0 : 1);
}

/** The width of a digit in the letters of a scale, at most, and what stands free on both sides of a label. */
const [DIGIT, FREE, LEAST] = [7, 12, 34];

/** How much room the labels of a scale need on the left, in pixels: the longest decides. */
export function leftOf({ marks }: Pick<Scale, 'marks'>): number {
  return Math.max(LEAST, FREE + DIGIT * Math.max(0, ...marks.map((mark) => markLabel(mark).length)));
}

/** Where a value lies between 0 (low) and 1 (high). */
export function shareOf(value: number, { low, high }: Pick<Scale, 'low' | 'high'>): number {
  return high === low ? 0 : (value - low) / (high - low);
}
