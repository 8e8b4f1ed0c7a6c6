import type { Counts } from './judgement-form.tsx';

export const STARS = ['5', '4', '3', '2', '1'] as const;

type Stars = (typeof STARS)[number];

/** How many gave how many stars: an empty box is nobody; undefined where nobody gave any. */
export function wholeScores(scores: Counts<Stars>): Record<Stars, number> | undefined {
  const count = (stars: Stars) => scores[stars] ?? 0;
  if (STARS.every((stars) => count(stars) === 0)) return undefined;
  return { '5': count('5'), '4': count('4'), '3': count('3'), '2': count('2'), '1': count('1') };
}
