import { checkIndicator, indicatorOf } from '@huying/kit/promise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aimOf, dutiesOf } from './item-draft.ts';

const number = {
  value: 5,
  upper: null,
  stretch: null,
  unit: '%',
  comparator: '=',
  kind: 'new',
  direction: null,
  quote: '',
} as const;

describe('the aim of a number', () => {
  it('is a bound where the words set one', () => {
    expect(aimOf({ ...number, kind: 'level', comparator: '<=', value: 80 })).toEqual({ aim: 'cap', most: 80 });
    expect(aimOf({ ...number, value: 6.5, upper: 7 })).toEqual({ aim: 'band', from: 6.5, to: 7 });
    expect(aimOf({ ...number, value: 0 })).toEqual({ aim: 'cap', most: 0 });
  });

  it('is growth in points, and a fall a growth below nothing', () => {
    expect(aimOf({ ...number, kind: 'growth', direction: 1 })).toEqual({ aim: 'growth', points: 5 });
    expect(aimOf({ ...number, kind: 'growth', direction: -1 })).toEqual({ aim: 'cap', most: -5 });
  });

  it('is always one that can be kept', () => {
    const any = fc.record({
      value: fc.integer({ min: -10, max: 1000 }),
      upper: fc.option(fc.integer({ min: -10, max: 1000 })),
      comparator: fc.constantFrom('=', '>=', '<=', '~', 'range'),
      kind: fc.constantFrom('growth', 'share', 'cumulative', 'new', 'level'),
      direction: fc.constantFrom(1, -1, null),
    });
    fc.assert(
      fc.property(any, (found) => {
        const aim = aimOf({ ...number, ...found } as Parameters<typeof aimOf>[0]);
        const time = { start: '2026-01-01', due: '2026-12-31' };
        expect(checkIndicator(indicatorOf({ name: 'i1', label: '指标', unit: '', aim }, time))).toEqual([]);
      }),
    );
  });
});

describe('who answers', () => {
  it('names a unit once, and asks those the district may not order', () => {
    const isOrdered = (unit: string) => unit !== 'police';
    expect(dutiesOf({ lead: 'a', assisting: ['b', 'a', 'police', 'b'], leader: 'p' }, { isOrdered })).toEqual([
      { part: 'lead', unit: 'a' },
      { part: 'assisting', unit: 'b' },
      { part: 'asked', unit: 'police' },
      { part: 'leader', post: 'p' },
    ]);
    expect(dutiesOf({}, { isOrdered })).toEqual([]);
  });
});
