/**
 * Growth over the same period of the year before, in percent; null where there is nothing to compare with or what there is was not above
 * zero: growth from nothing is no percentage.
 */
export function growthOf(value: number | null, before: number | null): number | null {
  if (value === null || before === null || before <= 0) return null;
  return (value / before - 1) * 100;
}

/** The share of a part in its whole, in percent, and by how many points it changed over the year. Null where the whole is unknown or not above zero. */
export interface Share {
  readonly part: string;
  readonly share: number | null;
  readonly changed: number | null;
}

/** How the parts make up their whole, now and a year ago. */
export function sharesOf(
  parts: readonly string[],
  now: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): readonly Share[] {
  const whole = wholeOf(parts, now);
  const then = wholeOf(parts, before);
  return parts.map((part) => {
    const share = shareOf(now.get(part), whole);
    const earlier = shareOf(before.get(part), then);
    return { part, share, changed: share === null || earlier === null ? null : share - earlier };
  });
}

function shareOf(part: number | undefined, whole: number | null): number | null {
  return part === undefined || whole === null || whole <= 0 ? null : (part / whole) * 100;
}

function wholeOf(parts: readonly string[], values: ReadonlyMap<string, number>): number | null {
  let sum = 0;
  for (const part of parts) {
    const value = values.get(part);
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}

/** A rank held, for how many periods without a break: 连续 n 期第 m. */
export interface Streak {
  readonly rank: number;
  readonly periods: number;
}

/** Ranks by period, the latest last; null where none is known, which breaks a streak. Null where the latest is not known. */
export function streakOf(ranks: readonly (number | null)[]): Streak | null {
  const rank = ranks.at(-1);
  if (rank === undefined || rank === null) return null;
  let periods = 0;
  for (let at = ranks.length - 1; at >= 0 && ranks[at] === rank; at--) periods += 1;
  return { rank, periods };
}
