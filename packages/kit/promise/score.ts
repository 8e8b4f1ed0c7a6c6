/** How one measure becomes a score. */
export type Scoring =
  /** value / target, not more than the cap; 1.0 is on target. */
  | { readonly by: 'ratio'; readonly target: number; readonly cap: number | null }
  /** 功效系数: 60 + 40·(x − least)/(most − least). `most` is the best value, also where less is better. */
  | { readonly by: 'efficacy'; readonly least: number; readonly most: number }
  /** (x − least)/(most − least) */
  | { readonly by: 'min-max'; readonly least: number; readonly most: number }
  | { readonly by: 'z'; readonly mean: number; readonly deviation: number };

export interface Scored {
  readonly weight: number;
  readonly scoring: Scoring;
  readonly value: number | null;
}

/** The score of one value; null without a value or where the method is undefined. */
export function scoreOf(scoring: Scoring, value: number | null): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  switch (scoring.by) {
    case 'ratio': {
      if (scoring.target === 0) return null;
      const ratio = value / scoring.target;
      return scoring.cap === null ? ratio : Math.min(ratio, scoring.cap);
    }
    case 'efficacy': {
      const share = within(value, scoring.least, scoring.most);
      return share === null ? null : 60 + 40 * share;
    }
    case 'min-max':
      return within(value, scoring.least, scoring.most);
    case 'z':
      return scoring.deviation > 0 ? (value - scoring.mean) / scoring.deviation : null;
  }
}

function within(value: number, least: number, most: number): number | null {
  return least === most ? null : (value - least) / (most - least);
}

export interface CompositeScore {
  /** Σ weight·score over those with a score, not more than the cap; null where none has. Weights are taken as they are, not made to sum to 1. */
  readonly score: number | null;
  /** What it would be without any cap: that of the sum and those of ratios. */
  readonly uncapped: number | null;
  readonly cap: number | null;
  /** Σ weight scored / Σ weight; null without weight. */
  readonly coverage: number | null;
}

/** S = Σ wⱼ·sⱼ. What is missing is told by the coverage; a score with less than full coverage compares with no other. */
export function compositeScore(items: readonly Scored[], cap: number | null): CompositeScore {
  let whole = 0;
  let known = 0;
  let sum = 0;
  let free = 0;
  for (const { weight, scoring, value } of items) {
    whole += weight;
    const score = scoreOf(scoring, value);
    const raw = scoreOf(scoring.by === 'ratio' ? { ...scoring, cap: null } : scoring, value);
    if (score === null || raw === null) continue;
    known += weight;
    sum += weight * score;
    free += weight * raw;
  }
  const any = known > 0;
  return {
    score: any ? (cap === null ? sum : Math.min(sum, cap)) : null,
    uncapped: any ? free : null,
    cap,
    coverage: whole > 0 ? known / whole : null,
  };
}
