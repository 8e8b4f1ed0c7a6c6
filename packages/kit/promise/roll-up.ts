import { steady } from './light.ts';
import { largestRemainderOf } from './rounding.ts';

/** What is summed: `live` is false for what was cancelled; p is null where there are no data. */
export interface Rolled {
  readonly weight: number;
  readonly p: number | null;
  readonly live: boolean;
}

export interface RollUp {
  /** Σw·min(p, cap) / Σw over what is live and has data; null where nothing has. */
  readonly p: number | null;
  /** Σw with data / Σw of all that is live; null where nothing is live. */
  readonly coverage: number | null;
  /** Above it an item does not make up for others; printed with the number. */
  readonly cap: number;
}

/** Rolls rates up. Each is capped before it counts; stored rates stay as they are. */
export function rollUp(items: readonly Rolled[], cap = 1): RollUp {
  let live = 0;
  let known = 0;
  let sum = 0;
  for (const { weight, p, live: counts } of items) {
    if (!counts) continue;
    live += weight;
    if (p === null) continue;
    known += weight;
    sum += weight * Math.min(p, cap);
  }
  return { p: known > 0 ? steady(sum / known) : null, coverage: live > 0 ? known / live : null, cap };
}

const WEIGHT_PLACES = 4;

/** Splits a parent's weight by shares, to four places as weights are stored; the parts sum to the parent exactly. All shares 0: equally. */
export function splitWeight(parent: number, shares: readonly number[]): readonly number[] {
  const scale = 10 ** WEIGHT_PLACES;
  const whole = Math.round(parent * scale);
  const even = shares.every((share) => !(share > 0));
  return largestRemainderOf(whole, even ? shares.map(() => 1) : shares).map((units) => units / scale);
}
