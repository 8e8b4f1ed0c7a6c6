import { type Contender, rankingOf } from '@huying/kit/board';
import type { RankingCell, RankingCriterion, RankingGroup } from './ranking-facts.ts';
import type { BoardsSetting } from './settings.ts';

/** Somebody to be ranked: by each criterion what was counted of what. */
export interface RankedCandidate {
  readonly unit: string;
  readonly name: string;
  readonly english: string;
  readonly cells: readonly RankingCell[];
  readonly red: number;
  readonly done: number;
  /** Led promises that are not done, or have a red light. */
  readonly behind: boolean;
  readonly exempt: string | null;
}

export interface GroupToRank {
  readonly id: string;
  readonly name: string;
  readonly english: string;
  readonly criteria: readonly RankingCriterion[];
  readonly candidates: readonly RankedCandidate[];
  /** Ranks of the ranking before, by unit. */
  readonly was: Readonly<Record<string, number>>;
  readonly boards: BoardsSetting;
}

/**
 * Ranks peers. A criterion nobody of the group has data for is left out for all of them, and its weight with it; whoever lacks one that others
 * have, or has too few, is listed and not ranked: a missing figure is neither a nought nor a mean.
 */
export function rankUnits(group: GroupToRank): RankingGroup {
  const { candidates, boards } = group;
  const known = group.criteria.flatMap((criterion, at) =>
    criterion.weight > 0 && candidates.some(({ cells }) => cells[at]?.value !== null && cells[at] !== undefined)
      ? [{ criterion, at }]
      : [],
  );
  const cellsOf = ({ cells }: RankedCandidate) => known.map(({ at }) => cells[at] ?? { value: null, n: 0, d: 0 });
  const criteria = known.map(({ criterion }) => criterion);
  const contenders: Contender[] = candidates.map((one) => {
    const cells = cellsOf(one);
    return { id: one.unit, figures: cells.map(({ value }) => value), n: cells.map(({ d }) => d) };
  });
  const ranking =
    criteria.length === 0
      ? { ranked: [], apart: contenders.map(({ id }) => ({ id, n: 0 })) }
      : rankingOf(criteria, contenders);
  const of = new Map(candidates.map((one) => [one.unit, one]));
  const last = ranking.ranked.length;
  return {
    id: group.id,
    name: group.name,
    english: group.english,
    criteria,
    ranked: ranking.ranked.flatMap(({ id, rank, score, best, worst }) => {
      const own = of.get(id);
      if (own === undefined) return [];
      const { unit, name, english, red, done, exempt, behind } = own;
      const first = boards.show && rank <= boards.red && !behind && red === 0;
      const lagging = boards.show && behind && exempt === null && rank > boards.red && rank > last - boards.black;
      return [
        {
          unit,
          name,
          english,
          red,
          done,
          exempt,
          rank,
          score,
          best,
          worst,
          was: group.was[id] ?? null,
          cells: cellsOf(own),
          board: first ? ('red' as const) : lagging ? ('black' as const) : null,
        },
      ];
    }),
    apart: ranking.apart.flatMap(({ id, n }) => {
      const own = of.get(id);
      // Who has nothing at all that is counted here has no business in the group.
      if (own === undefined || cellsOf(own).every(({ d }) => d === 0)) return [];
      return [{ unit: own.unit, name: own.name, english: own.english, n, cells: cellsOf(own) }];
    }),
  };
}
