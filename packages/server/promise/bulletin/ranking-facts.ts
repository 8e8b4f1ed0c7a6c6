/** A ranking as it stood: its groups, what it counts and by how much, and who stands where. */
export interface RankingFacts {
  readonly asOf: string;
  readonly from: string;
  readonly groups: readonly RankingGroup[];
}

export interface RankingGroup {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  readonly criteria: readonly RankingCriterion[];
  readonly ranked: readonly RankedUnit[];
  /** Too few to be ranked: listed with the smallest number they have. */
  readonly apart: readonly (RankedName & { readonly n: number; readonly cells: readonly RankingCell[] })[];
}

export interface RankingCriterion {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  readonly weight: number;
  readonly better: 'high' | 'low';
  readonly minimum: number;
}

interface RankedName {
  readonly unit: string;
  readonly name: string;
  readonly english: string;
}

export interface RankingCell {
  readonly value: number | null;
  readonly n: number;
  readonly d: number;
}

export interface RankedUnit extends RankedName {
  readonly rank: number;
  readonly score: number;
  readonly best: number;
  readonly worst: number;
  /** Of the ranking before; null where it was not ranked. */
  readonly was: number | null;
  readonly red: number;
  readonly done: number;
  readonly cells: readonly RankingCell[];
  /** On the red board or the black one, as the district's parameter has it. */
  readonly board: 'red' | 'black' | null;
  /** Force majeure, noted: it exempts from the black board. */
  readonly exempt: string | null;
}
