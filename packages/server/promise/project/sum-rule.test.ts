import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum, type SumRule, standingOfSums, sumRulesIn } from './sum-rule.ts';

const rule: SumRule = { id: 'gdp', total: 'gdp', parts: ['first', 'second', 'third'], tolerance: 0.01 };
const values = new Map([
  ['gdp', 100],
  ['first', 0.1],
  ['second', 19.9],
  ['third', 80],
]);

describe('a sum', () => {
  it('holds where the parts make the total', () => {
    expect(standingOfSums([rule], values, new Set(['gdp']))).toMatchObject([{ is: 'held', difference: 0 }]);
  });

  it('holds within what rounding may cost, and tells the difference beyond', () => {
    const of = (third: number) => standingOfSums([rule], new Map([...values, ['third', third]]), new Set(['third']));
    expect(of(80.01)).toMatchObject([{ is: 'held', difference: -0.01 }]);
    expect(of(78)).toMatchObject([{ is: 'missed', total: 100, sum: 98, difference: 2 }]);
  });

  it('cannot be told where a part is not there, which is no zero', () => {
    const some = new Map([...values].filter(([code]) => code !== 'first'));
    expect(standingOfSums([rule], some, new Set(['gdp']))).toMatchObject([{ is: 'open', missing: ['first'] }]);
  });

  it('is not looked at where none of its figures changed', () => {
    expect(standingOfSums([rule], values, new Set(['retail']))).toEqual([]);
  });

  it('is exact to the millionth, whatever the order', () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    const amounts = fc.array(
      fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1_000_000),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(amounts, (all) => {
        expect(exactSum([...all].reverse())).toBe(exactSum(all));
      }),
    );
  });
});

it('rules that a district set wrongly are left out, not guessed', () => {
  const set = [rule, { total: 'x' }, { total: 'y', parts: [1] }, null, 'z', { total: 'w', parts: ['v'] }];
  expect(sumRulesIn(set).map(({ id }) => id)).toEqual(['gdp', 'w']);
  expect(sumRulesIn('no list')).toEqual([]);
});
