import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOf, markLabel, scaleFromZero, scaleOfRates, shareOf } from './scale.ts';

describe('a scale', () => {
  it('of counts begins at nothing and has whole marks', () => {
    expect(scaleFromZero([3, 7]).marks).toEqual([0, 3, 6, 9]);
    expect(scaleFromZero([]).marks).toEqual([0, 1]);
    expect(scaleFromZero([1230]).marks).toEqual([0, 500, 1000, 1500]);
  });

  it('of rates stays within 0 and 100', () => {
    expect(scaleOfRates([100, 100]).high).toBe(100);
    expect(scaleOfRates([0]).low).toBe(0);
    expect(scaleOfRates([99.9, 90]).high).toBe(100);
  });

  it('of rates goes above 100 where one of them does', () => {
    const { high, marks } = scaleOfRates([97.5, 110]);
    expect(high).toBeGreaterThanOrEqual(110);
    expect(marks.at(-1)).toBe(high);
  });

  it('has room on the left for its longest label', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (most) => {
        const scale = scaleFromZero([most]);
        const longest = Math.max(...scale.marks.map((mark) => markLabel(mark).length));
        expect(leftOf(scale)).toBeGreaterThanOrEqual(longest * 7 + 6);
      }),
    );
    expect(leftOf(scaleFromZero([15_000]))).toBeGreaterThan(leftOf(scaleFromZero([15])));
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
    const rates = fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1 });
    fc.assert(
      fc.property(rates, (tenths) => {
        const scale = scaleOfRates(tenths.map((one) => one / 10));
        expect(tenths.every((one) => shareOf(one / 10, scale) >= 0 && shareOf(one / 10, scale) <= 1)).toBe(true);
      }),
    );
  });
});
