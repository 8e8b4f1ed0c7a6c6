import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  and,
  type Condition,
  casei,
  eq,
  gt,
  isIn,
  isNull,
  like,
  not,
  or,
  overlaps,
  printText,
  property,
} from './index.ts';

type Name = 'state' | 'round';

describe('a condition built in code', () => {
  it('is the JSON encoding of CQL2', () => {
    expect(JSON.parse(JSON.stringify(and(eq(property('state'), 'open'), not(isNull(property('round'))))))).toEqual({
      op: 'and',
      args: [
        { op: '=', args: [{ property: 'state' }, 'open'] },
        { op: 'not', args: [{ op: 'isNull', args: [{ property: 'round' }] }] },
      ],
    });
  });

  it('knows the properties it is about: a misspelt one does not compile', () => {
    const sound: Condition<Name> = and(
      eq(property('state'), 'open'),
      or(gt(property('round'), 1), not(isIn(property('state'), ['held']))),
      like(casei(property('state')), casei('O%')),
    );
    // @ts-expect-error the property is called state
    const misspelt: Condition<Name> = and(eq(property('stat'), 'open'), gt(property('round'), 1));
    // @ts-expect-error the same within another
    const nested: Condition<Name> = not(or(eq(property('state'), 'open'), isNull(property('rund'))));
    expectTypeOf(and(eq(property('a'), 1), or(true, isNull(property('b'))))).toEqualTypeOf<Condition<'a' | 'b'>>();
    expect([sound, misspelt, nested].map(printText)).toEqual([
      "state = 'open' AND (round > 1 OR state NOT IN ('held')) AND CASEI(state) LIKE CASEI('O%')",
      "stat = 'open' AND round > 1",
      "NOT (state = 'open' OR rund IS NULL)",
    ]);
  });

  it('of nothing is true for all, false for any', () => {
    expect([and(), or(), isIn(property('x'), []), overlaps(property('x'), [])]).toEqual([true, false, false, false]);
    expect(and(eq(property('x'), 1))).toEqual(eq(property('x'), 1));
  });
});
