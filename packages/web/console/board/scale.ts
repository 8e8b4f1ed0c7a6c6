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

/** A scale for rates in per cent: around what there is, never below nothing nor above all. */
export function scaleOfRates(values: readonly number[]): Scale {
  const [low, high] = [Math.min(100, ...values), Math.max(0, ...values)];
  const room = Math.max(2, (high - low) * 0.15);
  const scale = scaleOver(Math.max(0, low - room), Math.min(100, high + room), false);
  return {
    ...scale,
    low: Math.max(0, scale.low),
    high: Math.min(100, scale.high),
    marks: scale.marks.filter((mark) => mark >= 0 && mark <= 100),
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

/** Where a value lies between 0 (low) and 1 (high). */
export function shareOf(value: number, { low, high }: Pick<Scale, 'low' | 'high'>): number {
  return high === low ? 0 : (value - low) / (high - low);
}
