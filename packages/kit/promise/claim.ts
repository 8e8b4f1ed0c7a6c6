import type { Words } from '../error/index.ts';
import type { SatisfactionRow } from './ballot-check.ts';
import type { LightRuleSet } from './light.ts';
import type { ResultCode } from './proposal-rates.ts';
import type { RoundingRule } from './rounding.ts';
import type { BallotCounts, CandidateTally } from './vote.ts';

export interface NamedAmount {
  readonly name: string;
  /** null: not told. */
  readonly value: number | null;
}

/** How shares were made to be printed. */
export type Declared = RoundingRule | { readonly decimals: number; readonly largestRemainder: true };

/** The place on the paper, told to the reader. */
interface Placed {
  readonly at: string;
}

/** Parts make up the whole. */
export interface SumClaim extends Placed {
  readonly claim: 'sum';
  readonly total: number;
  readonly parts: readonly NamedAmount[];
  readonly decimals?: number;
}

/** Classes make up all: nobody is in none. */
export interface ClassesClaim extends Placed {
  readonly claim: 'classes';
  readonly total: number;
  readonly classes: readonly NamedAmount[];
}

/** What stands side by side is of the same number. */
export interface SameDenominatorClaim extends Placed {
  readonly claim: 'same-denominator';
  readonly rows: readonly NamedAmount[];
}

/** One thing has one number, wherever it is shown. */
export interface SameNumberClaim extends Placed {
  readonly claim: 'same-number';
  readonly places: readonly NamedAmount[];
  readonly decimals?: number;
}

/** A printed percentage: 92 for 92 %. `cap` as a share, where one is declared. */
export interface PercentageClaim extends Placed {
  readonly claim: 'percentage';
  readonly numerator: number;
  readonly denominator: number;
  /** null: nothing is printed, which is right only where there is nothing to be a share of. */
  readonly printed: number | null;
  readonly rounding: RoundingRule | null;
  readonly cap?: number | null;
}

/** A column of shares of one whole. */
export interface SharesClaim extends Placed {
  readonly claim: 'shares';
  readonly parts: readonly NamedAmount[];
  readonly printed: readonly (number | null)[];
  readonly rounding: Declared | null;
}

/** A score printed beside its formula; `arithmetic` is what the formula gives without a cap. */
export interface ScoreClaim extends Placed {
  readonly claim: 'score';
  readonly arithmetic: number;
  readonly printed: number;
  readonly rounding: RoundingRule | null;
  readonly cap: number | null;
}

export interface BallotsClaim extends Placed {
  readonly claim: 'ballots';
  readonly counts: BallotCounts;
  readonly tallies: readonly CandidateTally[];
}

/** Satisfaction ballots cast together; `total` null: what most of them have. */
export interface SatisfactionClaim extends Placed {
  readonly claim: 'satisfaction';
  readonly rows: readonly SatisfactionRow[];
  readonly total: number | null;
}

/** Lights shown were given by a rule that says one thing of every case. */
export interface LightsClaim extends Placed {
  readonly claim: 'lights';
  readonly set: LightRuleSet;
}

/** Lights that stand in one table were given by the same numbers: points below a path are no per cent of an amount. */
export interface SameLightsClaim extends Placed {
  readonly claim: 'same-lights';
  readonly rows: readonly { readonly name: string; readonly set: LightRuleSet }[];
}

/** How a majority is worded: what passes and what fails leave nothing between and share nothing. */
export interface MajorityClaim extends Placed {
  readonly claim: 'majority';
  readonly passesAtHalf: boolean;
  readonly failsAtHalf: boolean;
}

/** Results by letter, side by side. */
export interface CodeBooksClaim extends Placed {
  readonly claim: 'code-books';
  readonly code: ResultCode;
  readonly rows: readonly { readonly name: string; readonly book: string }[];
}

/** Something a paper says with numbers, to be proven before it is published. */
export type Claim =
  | SumClaim
  | ClassesClaim
  | SameDenominatorClaim
  | SameNumberClaim
  | PercentageClaim
  | SharesClaim
  | ScoreClaim
  | BallotsClaim
  | SatisfactionClaim
  | LightsClaim
  | SameLightsClaim
  | MajorityClaim
  | CodeBooksClaim;

export type DiscrepancyRule =
  | 'must-sum'
  | 'named-nowhere'
  | 'same-denominator'
  | 'same-number'
  | 'percentage'
  | 'declared-rounding'
  | 'declared-cap'
  | 'ballot-identity'
  | 'rule-coverage'
  | 'same-measure'
  | 'majority'
  | 'code-book'
  | 'no-data';

/** Why a paper may not be published: where, which rule, by how much, in words. */
export interface Discrepancy extends Words {
  readonly at: string;
  readonly rule: DiscrepancyRule;
  /** What is printed less what should be; null where it is no matter of amount. */
  readonly difference: number | null;
}
