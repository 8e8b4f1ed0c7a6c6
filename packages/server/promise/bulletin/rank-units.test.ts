import { describe, expect, it } from 'vitest';
import { type GroupToRank, type RankedCandidate, rankUnits } from './rank-units.ts';
import type { RankingCriterion } from './ranking-facts.ts';

const criterion = (id: string, weight: number, better: 'high' | 'low' = 'high', minimum = 1): RankingCriterion => ({
  id,
  name: id,
  english: id,
  weight,
  better,
  minimum,
});
const unit = (
  id: string,
  values: readonly (number | null)[],
  parts: Partial<RankedCandidate> = {},
): RankedCandidate => ({
  unit: id,
  name: id,
  english: id,
  cells: values.map((value) => ({ value, n: value === null ? 0 : Math.round(value / 10), d: value === null ? 0 : 10 })),
  red: 0,
  done: 0,
  behind: false,
  exempt: null,
  ...parts,
});
const group = (
  criteria: readonly RankingCriterion[],
  candidates: readonly RankedCandidate[],
  parts: Partial<GroupToRank> = {},
): GroupToRank => ({
  id: 'street',
  name: '街镇',
  english: 'Streets',
  criteria,
  candidates,
  was: {},
  boards: { show: true, red: 1, black: 1 },
  ...parts,
});

describe('ranking units', () => {
  it('gives equal scores one rank', () => {
    const { ranked } = rankUnits(
      group([criterion('a', 50), criterion('b', 50)], [unit('x', [80, 60]), unit('y', [60, 80]), unit('z', [90, 90])]),
    );
    expect(ranked.map(({ unit: id, rank }) => [id, rank])).toEqual([
      ['z', 1],
      ['x', 2],
      ['y', 2],
    ]);
    expect(ranked.find(({ unit: id }) => id === 'x')).toMatchObject({ best: 2, worst: 3 });
  });

  it('lists who lacks a figure or has too few, and does not rank them', () => {
    const { ranked, apart } = rankUnits(
      group([criterion('a', 50, 'high', 20), criterion('b', 50)], [unit('x', [80, null]), unit('y', [60, 80])]),
    );
    expect(ranked).toEqual([]);
    expect(apart.map(({ unit: id, n }) => [id, n])).toEqual([
      ['y', 10],
      ['x', 0],
    ]);
  });

  it('leaves out a criterion nobody has data for, with its weight', () => {
    const { criteria, ranked } = rankUnits(
      group([criterion('a', 90), criterion('b', 10)], [unit('x', [null, 60]), unit('y', [null, 70])]),
    );
    expect(criteria.map(({ id }) => id)).toEqual(['b']);
    expect(ranked[0]).toMatchObject({ unit: 'y', score: 70 });
  });

  it('puts the behind last on the black board, but not those exempt by force majeure; the first on the red one only without a red light', () => {
    const all = [
      unit('x', [90], { red: 1, behind: true }),
      unit('y', [80]),
      unit('z', [10], { red: 2, behind: true, exempt: '台风' }),
    ];
    const boards = (candidates: readonly RankedCandidate[]) =>
      rankUnits(group([criterion('a', 1)], candidates)).ranked.map(({ board }) => board);
    expect(boards(all)).toEqual([null, null, null]);
    expect(boards(all.map((one) => ({ ...one, exempt: null })))).toEqual([null, null, 'black']);
    expect(boards(all.map((one) => ({ ...one, red: 0, behind: false })))).toEqual(['red', null, null]);
  });

  it('ranks twenty streets by thirty measures with their intervals', () => {
    const criteria = Array.from({ length: 30 }, (_, at) =>
      criterion(`m${at}`, 1 + (at % 7), at % 3 === 0 ? 'low' : 'high'),
    );
    const streets = Array.from({ length: 20 }, (_, at) =>
      unit(
        `s${String(at).padStart(2, '0')}`,
        criteria.map((__, measure) => ((at * 37 + measure * 101) % 1000) / 10),
      ),
    );
    const { ranked } = rankUnits(group(criteria, streets));
    expect(ranked).toHaveLength(20);
    for (const { rank, best, worst } of ranked) expect(best <= rank && rank <= worst).toBe(true);
  });
});
