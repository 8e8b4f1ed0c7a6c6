/** One of the measures a ranking is made of. */
export interface Criterion {
  /** Public; a whole number from 1. Only their proportions matter. */
  readonly weight: number;
  readonly better: 'high' | 'low';
  /** Fewer than so many are not ranked. */
  readonly minimum: number;
}

/** Somebody to be ranked among their like: by each criterion the figure as shown (null: 无应办) and how many it is of. */
export interface Contender {
  readonly id: string;
  readonly figures: readonly (number | null)[];
  readonly n: readonly number[];
}

export interface Ranked {
  readonly id: string;
  /** Weighted mean of the figures; those of which less is better count as 100 less the figure. With one criterion, its figure. */
  readonly score: number;
  /** 1 is first; equal scores share a rank, and the next one follows after all of them: 1, 2, 2, 4. */
  readonly rank: number;
  /** No rank outside of these is possible while every weight moves by up to a fifth, each on its own. */
  readonly best: number;
  readonly worst: number;
}

export interface Ranking {
  /** The first first; those that share a rank in order of their ids. */
  readonly ranked: readonly Ranked[];
  /** Those of too few cases, with the smallest number: listed, never ranked. */
  readonly apart: readonly { readonly id: string; readonly n: number }[];
}

/**
 * Ranks peers by weighted figures. Figures have four decimal places at most and weights are whole, so that all sums are exact and a tie
 * is a tie.
 *
 * The interval of ranks is by pairs: somebody may stand before another if that is so for some weights within the box, and surely does
 * if it is so for all. Which of two is before the other depends on a sum that is linear in the weights, so its least and its greatest
 * value lie in corners of the box and are found without visiting them all. Summed over all others this bounds the rank from both
 * sides: no weights within the box lead to a rank outside of it. It may be wider than what any one set of weights gives, never narrower.
 */
export function rankingOf(criteria: readonly Criterion[], contenders: readonly Contender[]): Ranking {
  const fits = ({ figures, n }: Contender) =>
    criteria.every(({ minimum }, at) => typeof figures[at] === 'number' && (n[at] ?? 0) >= minimum);
  const peers = contenders.filter(fits).map((contender) => ({ ...contender, points: pointsOf(criteria, contender) }));
  const ranked = peers.map((own): Ranked => {
    const leads = peers.map(({ points }) => points.map((value, at) => value - (own.points[at] ?? 0)));
    const before = (sum: (lead: readonly number[]) => number) => 1 + leads.filter((lead) => sum(lead) > 0).length;
    return {
      id: own.id,
      score: scoreOf(criteria, own),
      rank: before((lead) => weighted(criteria, lead, 10, 10)),
      best: before((lead) => weighted(criteria, lead, 8, 12)),
      worst: before((lead) => weighted(criteria, lead, 12, 8)),
    };
  });
  const apart = contenders.filter((contender) => !fits(contender)).map(({ id, n }) => ({ id, n: Math.min(...n) }));
  return {
    ranked: ranked.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
    apart: apart.sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1)),
  };
}

const PLACES = 10_000;

/** Figures as whole ten-thousandths, more being better. */
function pointsOf(criteria: readonly Criterion[], { figures }: Pick<Contender, 'figures'>): readonly number[] {
  return criteria.map(({ better }, at) => {
    const points = Math.round((figures[at] ?? 0) * PLACES);
    return better === 'high' ? points : -points;
  });
}

/** A lead summed with weights in tenths: where it is ahead by one, where it is behind by another. */
function weighted(criteria: readonly Criterion[], lead: readonly number[], ahead: number, behind: number): number {
  return criteria.reduce((sum, { weight }, at) => {
    const by = lead[at] ?? 0;
    return sum + weight * by * (by > 0 ? ahead : behind);
  }, 0);
}

function scoreOf(criteria: readonly Criterion[], { figures }: Pick<Contender, 'figures'>): number {
  const [only] = figures;
  if (criteria.length === 1) return only ?? 0;
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const sum = criteria.reduce((total, { weight, better }, at) => {
    const figure = Math.round((figures[at] ?? 0) * PLACES);
    return total + weight * (better === 'high' ? figure : 100 * PLACES - figure);
  }, 0);
  return Math.round((sum * 100) / (whole * PLACES)) / 100;
}
