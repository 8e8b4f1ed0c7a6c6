import { conditionArbitrary, factsArbitrary } from '@huying/testing/condition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { and, eq, evaluate, gt, isNull, not, or, property } from '../../condition/index.ts';
import { factNames, type Known, possibleTruths } from './possible-truth.ts';

const known = (facts: Readonly<Record<string, Known>>) => (name: string) => facts[name] ?? 'anything';

describe('what a condition may come to', () => {
  it('is what it comes to, where its facts are known', () => {
    const facts = known({ state: { is: 'open' }, unit: { is: null }, count: { is: 2 } });
    expect(possibleTruths(eq(property('state'), 'open'), facts)).toEqual(new Set([true]));
    expect(possibleTruths(isNull(property('unit')), facts)).toEqual(new Set([true]));
    expect(possibleTruths(eq(property('unit'), 'water'), facts)).toEqual(new Set([null]));
    expect(possibleTruths(gt(property('count'), 2), facts)).toEqual(new Set([false]));
  });

  it('is open, where it hangs on what is not known', () => {
    const facts = known({ unit: 'something', state: { is: 'open' } });
    expect(possibleTruths(isNull(property('unit')), facts)).toEqual(new Set([false]));
    expect(possibleTruths(eq(property('unit'), 'water'), facts)).toEqual(new Set([true, false]));
    expect(possibleTruths(eq(property('due'), 1), facts)).toEqual(new Set([true, false, null]));
    expect(possibleTruths(and(eq(property('state'), 'shut'), eq(property('due'), 1)), facts)).toEqual(new Set([false]));
    expect(possibleTruths(or(eq(property('state'), 'open'), eq(property('due'), 1)), facts)).toEqual(new Set([true]));
    expect(possibleTruths(not(eq(property('due'), 1)), facts)).toEqual(new Set([true, false, null]));
  });

  it('holds what any case comes to, however little is known of it', () => {
    fc.assert(
      fc.property(
        conditionArbitrary,
        factsArbitrary,
        fc.array(fc.boolean(), { minLength: 30 }),
        (tree, facts, hide) => {
          const told = (name: string): Known => {
            const value = (facts[name] ?? null) as Known | boolean | number | string | null;
            const hidden = hide[name.length] === true;
            if (hidden && value !== null) return 'something';
            if (hidden || typeof value === 'object') return value === null && !hidden ? { is: null } : 'anything';
            return { is: value };
          };
          expect(possibleTruths(tree, told).has(evaluate(tree, facts))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names every fact of a condition', () => {
    expect(factNames(and(eq(property('a'), property('b')), not(isNull(property('c')))))).toEqual(['a', 'b', 'c']);
  });
});
