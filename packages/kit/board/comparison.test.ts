import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonOf } from './index.ts';

const rate = { form: { ratio: { of: true, among: true } }, decimals: 1, minimum: 20 } as const;
const count = { form: { count: true }, decimals: 0, minimum: 0 } as const;
const mean = {
  form: { mean: 'seconds', among: true, unit: { label: '小时', is: 3600 } },
  decimals: 1,
  minimum: 0,
} as const;
const stock = { form: { stock: true }, decimals: 0, minimum: 0 } as const;
const of = (n: number, d = 0) => ({ n, d, x: 0 });

describe('a comparison', () => {
  it('is the difference of the figures as they are shown, in points', () => {
    expect(comparisonOf(rate, of(963, 1000), of(951, 1000)).difference).toBe(1.2);
    expect(comparisonOf(rate, of(20, 30), of(10, 30)).difference).toBe(33.4);
    expect(comparisonOf(mean, of(7200, 1), of(5400, 1)).difference).toBe(0.5);
  });

  it('is none where either period had nothing to measure', () => {
    expect(comparisonOf(rate, of(0, 0), of(50, 50))).toEqual({ difference: null, noise: 'unknown' });
    expect(comparisonOf(rate, of(5, 5), of(0, 0))).toEqual({ difference: null, noise: 'unknown' });
  });

  it('takes a few cases for chance and many for a change', () => {
    expect(comparisonOf(rate, of(18, 20), of(15, 20)).noise).toBe('within');
    expect(comparisonOf(rate, of(1800, 2000), of(1500, 2000)).noise).toBe('beyond');
    expect(comparisonOf(count, of(110), of(100)).noise).toBe('within');
    expect(comparisonOf(count, of(1200), of(1000)).noise).toBe('beyond');
  });

  it('of fewer than twenty is not judged, however far apart', () => {
    expect(comparisonOf(rate, of(19, 19), of(0, 400))).toEqual({ difference: 100, noise: 'few' });
    expect(comparisonOf(rate, of(400, 400), of(0, 19)).noise).toBe('few');
  });

  it('holds for rates of 0 and 100 % too', () => {
    expect(comparisonOf(rate, of(20, 20), of(19, 20)).noise).toBe('within');
    expect(comparisonOf(rate, of(40, 40), of(20, 40)).noise).toBe('beyond');
    expect(comparisonOf(rate, of(0, 40), of(1, 40)).noise).toBe('within');
  });

  it('does not judge what varies in a way it does not know', () => {
    expect(comparisonOf(mean, of(7200, 1), of(5400, 1)).noise).toBe('unknown');
    expect(comparisonOf(stock, of(8), of(5))).toEqual({ difference: 3, noise: 'unknown' });
  });

  it('finds nothing between a period and itself, and the same noise either way round', () => {
    const counts = fc
      .record({ d: fc.integer({ min: 1, max: 5000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
      .map(({ d, share }) => of(Math.round(d * share), d));
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        expect(comparisonOf(rate, a, a)).toEqual({ difference: 0, noise: a.d < 20 ? 'few' : 'within' });
        expect(comparisonOf(rate, a, b).noise).toBe(comparisonOf(rate, b, a).noise);
      }),
    );
  });
});
