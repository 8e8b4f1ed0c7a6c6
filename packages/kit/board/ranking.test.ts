import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contender, type Criterion, type Ranked, rankingOf } from './index.ts';

const rate = (weight: number, better: 'high' | 'low' = 'high'): Criterion => ({ weight, better, minimum: 20 });
const of = (id: string, ...figures: (number | null)[]): Contender => ({ id, figures, n: figures.map(() => 50) });
const ranks = (ranked: readonly Ranked[]) => ranked.map(({ id, rank }) => `${id}${rank}`);

describe('a ranking', () => {
  it('shares ranks among equals and goes on after all of them', () => {
    const { ranked } = rankingOf([rate(1)], [of('a', 90), of('b', 95), of('c', 95), of('d', 99.9)]);
    expect(ranks(ranked)).toEqual(['d1', 'b2', 'c2', 'a4']);
  });

  it('puts the lowest first where less is better', () => {
    const { ranked } = rankingOf([rate(1, 'low')], [of('a', 3), of('b', 1), of('c', 2)]);
    expect(ranks(ranked)).toEqual(['b1', 'c2', 'a3']);
    expect(ranked[0]?.score).toBe(1);
  });

  it('lists those of fewer than twenty apart, with their number and without a rank', () => {
    const few = { id: 'few', figures: [100], n: [19] };
    const enough = { id: 'enough', figures: [60], n: [20] };
    const { ranked, apart } = rankingOf([rate(1)], [few, enough, { id: 'none', figures: [null], n: [0] }]);
    expect(ranks(ranked)).toEqual(['enough1']);
    expect(apart).toEqual([
      { id: 'few', n: 19 },
      { id: 'none', n: 0 },
    ]);
  });

  it('asks for enough of every measure', () => {
    const half = { id: 'half', figures: [100, 100], n: [500, 5] };
    expect(rankingOf([rate(1), rate(1)], [half]).apart).toEqual([{ id: 'half', n: 5 }]);
  });

  it('scores by public weights, with 100 less the figure where less is better', () => {
    const { ranked } = rankingOf([rate(3), rate(1, 'low')], [of('a', 90, 10)]);
    expect(ranked[0]?.score).toBe(90);
  });

  it('shows how far ranks move when weights do', () => {
    // Before each other by one measure each, so near that a fifth of the weights decides.
    const { ranked } = rankingOf([rate(50), rate(50)], [of('a', 95, 90), of('b', 91, 93), of('c', 50, 50)]);
    expect(ranked.map(({ id, rank, best, worst }) => [id, rank, best, worst])).toEqual([
      ['a', 1, 1, 2],
      ['b', 2, 1, 2],
      ['c', 3, 3, 3],
    ]);
  });

  it('does not move at all with one measure', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(figures, (all) => {
        const { ranked } = rankingOf(
          [rate(7)],
          all.map((tenths, at) => of(`u${at}`, tenths / 10)),
        );
        expect(ranked.every(({ rank, best, worst }) => rank === best && rank === worst)).toBe(true);
      }),
    );
  });
});

const figure = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const field = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.record({
    criteria: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 100 }),
        better: fc.constantFrom<'high' | 'low'>('high', 'low'),
        minimum: fc.constant(20),
      }),
      { minLength: size, maxLength: size },
    ),
    contenders: fc
      .array(fc.array(figure, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 12 })
      .map((all) => all.map((figures, at) => of(`u${at}`, ...figures))),
    moves: fc.array(fc.integer({ min: 800, max: 1200 }), { minLength: size, maxLength: size }),
  }),
);

describe('the interval of ranks', () => {
  it('holds the rank, and the rank under any weights that moved by up to a fifth', () => {
    fc.assert(
      fc.property(field, ({ criteria, contenders, moves }) => {
        const { ranked } = rankingOf(criteria, contenders);
        const moved = criteria.map((one, at) => ({ ...one, weight: one.weight * (moves[at] ?? 1000) }));
        const other = new Map(rankingOf(moved, contenders).ranked.map(({ id, rank }) => [id, rank]));
        for (const { id, rank, best, worst } of ranked) {
          expect(best).toBeLessThanOrEqual(rank);
          expect(rank).toBeLessThanOrEqual(worst);
          expect(best).toBeLessThanOrEqual(other.get(id) ?? 0);
          expect(other.get(id) ?? 0).toBeLessThanOrEqual(worst);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for equals', () => {
    fc.assert(
      fc.property(field, ({ criteria, contenders }) => {
        const [first] = contenders;
        const twin = { ...(first as Contender), id: 'twin' };
        const { ranked } = rankingOf(criteria, [...contenders, twin]);
        const [one, two] = [first?.id, 'twin'].map((id) => ranked.find((own) => own.id === id));
        expect({ ...one, id: '' }).toEqual({ ...two, id: '' });
      }),
    );
  });

  it('does not change when all weights are made larger alike', () => {
    fc.assert(
      fc.property(field, fc.integer({ min: 2, max: 50 }), ({ criteria, contenders }, times) => {
        const larger = criteria.map((one) => ({ ...one, weight: one.weight * times }));
        expect(rankingOf(larger, contenders)).toEqual(rankingOf(criteria, contenders));
      }),
    );
  });

  it('never gets worse by doing better', () => {
    fc.assert(
      fc.property(field, fc.nat(), fc.nat(), figure, ({ criteria, contenders }, who, what, by) => {
        const [own, at] = [who % contenders.length, what % criteria.length];
        const better = contenders.map((one, place) => {
          if (place !== own) return one;
          const gain = criteria[at]?.better === 'high' ? by : -by;
          const figures = one.figures.map((value, index) =>
            index === at ? Math.round(Math.min(100, Math.max(0, (value ?? 0) + gain)) * 10) / 10 : value,
          );
          return { ...one, figures };
        });
        const find = (all: readonly Contender[]) => rankingOf(criteria, all).ranked.find(({ id }) => id === `u${own}`);
        const [before, after] = [find(contenders), find(better)];
        for (const bound of ['rank', 'best', 'worst'] as const) {
          expect(after?.[bound]).toBeLessThanOrEqual(before?.[bound] ?? 0);
        }
      }),
    );
  });
});
