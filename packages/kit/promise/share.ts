/** A rate whose numerator and denominator are sets that can be listed. Counts are their sizes, amounts their sums. */
export interface Share {
  /** Ids. */
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
  /** n / d; null where the denominator is empty: 无应办, never 100 %. */
  readonly value: number | null;
}

/** What share of `all` are so. */
export function shareOf<T extends { readonly id: string }>(all: readonly T[], is: (one: T) => boolean): Share {
  const numerator = all.filter(is).map(({ id }) => id);
  const denominator = all.map(({ id }) => id);
  return { numerator, denominator, value: denominator.length === 0 ? null : numerator.length / denominator.length };
}

/** Told where a denominator is empty. */
export const NOTHING_DUE = { zh: '无应办', en: 'nothing due' } as const;
