import { growthOf } from './growth.ts';

/** From when on a figure is doubted; set by the district. */
export interface DoubtLimits {
  /** How many times the usual spread a step may differ from the usual step. */
  readonly jump: number;
  /** Points by which a growth entered may differ from that of the level over last year's. */
  readonly growth: number;
  /** Percent by which a final figure may differ from its provisional one. */
  readonly final: number;
}

export const usualLimits: DoubtLimits = { jump: 5, growth: 3, final: 1 };

/** What is looked at: a figure as it is entered, and what is known around it. */
export interface Doubtable {
  readonly value: number;
  /** Growth in percent as entered, null where none was. */
  readonly growth: number | null;
  /** Values of the periods before, the oldest first, without gaps counted: cumulative ones of this year only where `cumulative`. */
  readonly before: readonly number[];
  readonly cumulative: boolean;
  readonly lastYear: number | null;
  /** The provisional value that this final one replaces. */
  readonly provisional: number | null;
}

export type Doubt =
  | { readonly kind: 'jump'; readonly step: number; readonly usual: number; readonly spread: number }
  | { readonly kind: 'shrink'; readonly before: number }
  | { readonly kind: 'growth'; readonly entered: number; readonly reckoned: number }
  | { readonly kind: 'final'; readonly provisional: number; readonly percent: number };

/** Steps of a history that say what is usual. */
const LEAST_STEPS = 4;
/** Months differ by nature: the spread counts as a fifth of the usual step at least, so that by the usual limit a step may double. */
const LEAST_SPREAD = 0.2;

/** What makes a figure doubtful. It is raised and explained; no figure is altered for it. */
export function doubtsOf(one: Doubtable, limits: DoubtLimits = usualLimits): readonly Doubt[] {
  const found: Doubt[] = [];
  const last = one.before.at(-1);
  if (one.cumulative && last !== undefined && one.value < last) found.push({ kind: 'shrink', before: last });
  const jump = jumpOf(one.before, one.value, limits.jump);
  if (jump !== null) found.push(jump);
  const reckoned = growthOf(one.value, one.lastYear);
  if (one.growth !== null && reckoned !== null && Math.abs(one.growth - reckoned) > limits.growth) {
    found.push({ kind: 'growth', entered: one.growth, reckoned });
  }
  if (one.provisional !== null && one.provisional !== 0) {
    const percent = (one.value / one.provisional - 1) * 100;
    if (Math.abs(percent) > limits.final) found.push({ kind: 'final', provisional: one.provisional, percent });
  }
  return found;
}

/** The step to this value against the steps before it, by their median: one earlier outlier does not hide the next. */
function jumpOf(before: readonly number[], value: number, factor: number): Doubt | null {
  const steps = before.slice(1).map((one, at) => one - (before[at] ?? one));
  const last = before.at(-1);
  if (steps.length < LEAST_STEPS || last === undefined) return null;
  const usual = medianOf(steps);
  const spread = Math.max(medianOf(steps.map((step) => Math.abs(step - usual))), Math.abs(usual) * LEAST_SPREAD);
  const step = value - last;
  return spread > 0 && Math.abs(step - usual) > factor * spread ? { kind: 'jump', step, usual, spread } : null;
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
}

/** Reads the limits a district set; what is missing is as usual. */
export function doubtLimitsIn(value: unknown): DoubtLimits {
  const set = (value ?? {}) as Partial<Record<keyof DoubtLimits, unknown>>;
  const limit = (name: keyof DoubtLimits) => {
    const one = set[name];
    return typeof one === 'number' && one > 0 ? one : usualLimits[name];
  };
  return { jump: limit('jump'), growth: limit('growth'), final: limit('final') };
}
