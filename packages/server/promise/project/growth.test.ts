import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, sharesOf, streakOf } from './growth.ts';

describe('growth', () => {
  it('is over last year’s value, and nothing where that is not above zero', () => {
    expect(growthOf(104, 100)).toBeCloseTo(4);
    expect(growthOf(96, 100)).toBeCloseTo(-4);
    expect(growthOf(5, 0)).toBeNull();
    expect(growthOf(5, -3)).toBeNull();
    expect(growthOf(null, 100)).toBeNull();
    expect(growthOf(5, null)).toBeNull();
    expect(growthOf(0, 100)).toBe(-100);
  });
});

describe('shares', () => {
  const now = new Map([
    ['a', 1],
    ['b', 19],
    ['c', 80],
  ]);
  it('change in points', () => {
    const before = new Map([
      ['a', 2],
      ['b', 20],
      ['c', 78],
    ]);
    expect(sharesOf(['a', 'b', 'c'], now, before)).toEqual([
      { part: 'a', share: 1, changed: -1 },
      { part: 'b', share: 19, changed: -1 },
      { part: 'c', share: 80, changed: 2 },
    ]);
  });

  it('are nothing where a part is not known: it is no zero', () => {
    expect(sharesOf(['a', 'd'], now, now).map(({ share }) => share)).toEqual([null, null]);
  });

  it('make a hundred, and their changes nothing', () => {
    const values = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const parts = ['x', 'y', 'z'];
        const of = (numbers: readonly number[]) => new Map(parts.map((part, at) => [part, numbers[at] ?? 0]));
        const shares = sharesOf(parts, of(a), of(b));
        expect(shares.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(100, 6);
        expect(shares.reduce((sum, { changed }) => sum + (changed ?? 0), 0)).toBeCloseTo(0, 6);
      }),
    );
  });
});

describe('a streak', () => {
  it('counts the periods in which the rank was held, up to now', () => {
    expect(streakOf([3, 2, 1, 1, 1])).toEqual({ rank: 1, periods: 3 });
    expect(streakOf([1, 1, 2])).toEqual({ rank: 2, periods: 1 });
  });

  it('is broken by a period of which nothing is known', () => {
    expect(streakOf([1, null, 1, 1])).toEqual({ rank: 1, periods: 2 });
    expect(streakOf([1, 1, null])).toBeNull();
    expect(streakOf([])).toBeNull();
  });
});
