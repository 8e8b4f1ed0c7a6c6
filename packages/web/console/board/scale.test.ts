import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleFromZero, scaleOfRates, shareOf } from './scale.ts';

describe('a scale', () => {
  it('of counts begins at nothing and has whole marks', () => {
    expect(scaleFromZero([3, 7]).marks).toEqual([0, 3, 6, 9]);
    expect(scaleFromZero([]).marks).toEqual([0, 1]);
    expect(scaleFromZero([1230]).marks).toEqual([0, 500, 1000, 1500]);
  });

  it('of rates stays within 0 and 100', () => {
    expect(scaleOfRates([100, 100]).high).toBe(100);
    expect(scaleOfRates([0]).low).toBe(0);
  });

  it('holds every value it was made for', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(counts, (values) => {
        const scale = scaleFromZero(values);
        expect(values.every((value) => shareOf(value, scale) >= 0 && shareOf(value, scale) <= 1)).toBe(true);
        expect(scale.marks.length).toBeLessThanOrEqual(6);
      }),
    );
    const rates = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(rates, (tenths) => {
        const scale = scaleOfRates(tenths.map((one) => one / 10));
        expect(tenths.every((one) => shareOf(one / 10, scale) >= 0 && shareOf(one / 10, scale) <= 1)).toBe(true);
      }),
    );
  });
});
