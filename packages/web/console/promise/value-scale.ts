import type { Scale } from '../board/scale.ts';

export type { Scale };

const STEPS = [1, 2, 2.5, 5, 10];

/** A scale with round marks around values of any size and sign. */
export function scaleOfValues(values: readonly number[]): Scale {
  if (values.length === 0) return { low: 0, high: 1, marks: [0, 1] };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  // Values that differ by less than can be told apart are drawn as one.
  const isOne = high - low < Math.max(1e-6, size * 1e-9);
  const rough = (isOne ? Math.max(1, size) : high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((one) => one * power).find((one) => one >= rough * 0.999) ?? rough;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const marks = Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  return { low: marks[0] ?? low, high: marks.at(-1) ?? high, marks };
}
