import { checkCondition, parseText, printText, readCondition } from '@huying/kit/condition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableProperties, conditionArbitrary } from './condition-arbitrary.ts';

describe('a random condition', () => {
  it('is sound', () => {
    fc.assert(
      fc.property(conditionArbitrary, (tree) => {
        checkCondition(tree, comparableProperties);
        expect(readCondition(JSON.parse(JSON.stringify(tree)))).toEqual(tree);
      }),
    );
  });

  it('printed as text is read back as the same tree', () => {
    fc.assert(
      fc.property(conditionArbitrary, (tree) => {
        expect(parseText(printText(tree))).toEqual(tree);
      }),
      { numRuns: 1000 },
    );
  });
});
