import type { Satisfaction } from './proposal-rates.ts';

/** Deputies' ballots on one item. `members` are all, not those present. */
export interface Evaluated {
  readonly members: number;
  readonly satisfied: number;
  readonly basically: number;
  readonly not: number;
}

/**
 * The grade after a written rule of 2022 (Zhenhai): 满意 where more than half of all members are satisfied; else 基本满意 where satisfied
 * and basically satisfied together are more than half; else 不满意: exactly half fails. Null where more voted than there are members.
 */
export function evaluationGrade({ members, satisfied, basically, not }: Evaluated): Satisfaction | null {
  if (!(members > 0) || satisfied + basically + not > members) return null;
  if (satisfied * 2 > members) return 'satisfied';
  return (satisfied + basically) * 2 > members ? 'basically' : 'not';
}

/** Users' stars 1–5: the mean and how many; null mean where nobody has rated. */
export function meanStars(counts: Readonly<Record<string, number>>): {
  readonly mean: number | null;
  readonly n: number;
} {
  let n = 0;
  let sum = 0;
  for (const [stars, count] of Object.entries(counts)) {
    n += count;
    sum += Number(stars) * count;
  }
  return { mean: n > 0 ? sum / n : null, n };
}
