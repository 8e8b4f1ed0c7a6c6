import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf, isFew } from './figure.ts';
import { duration, onTime, visits } from './measure.fixture.ts';

describe('the number', () => {
  it('of an empty denominator is none, and never 100 %', () => {
    expect(figureOf(onTime, { n: 0, d: 0, x: 0 })).toBeNull();
    expect(figureOf(onTime, { n: 0, d: 0, x: 7 })).toBeNull();
    expect(figureOf(duration, { n: 0, d: 0, x: 0 })).toBeNull();
  });

  it('of a count is the count, also where there is nothing', () => {
    expect(figureOf(visits, { n: 0, d: 0, x: 0 })).toBe(0);
    expect(figureOf(visits, { n: 12, d: 0, x: 0 })).toBe(12);
  });

  it.each([
    [2, 3, 66.7],
    [1, 3, 33.3],
    [1, 8, 12.5],
    // Halves go up: 0.25 %, 0.05 %.
    [1, 400, 0.3],
    [1, 2000, 0.1],
    [1999, 2000, 100],
    [0, 5, 0],
    [5, 5, 100],
  ])('of %i in %i is %d per cent', (n, d, rate) => {
    expect(figureOf(onTime, { n, d, x: 0 })).toBe(rate);
  });

  it('of a mean is in its unit', () => {
    expect(figureOf(duration, { n: 3 * 5400, d: 3, x: 0 })).toBe(1.5);
  });

  it('never leaves 0 to 100, and is within half a place of the exact rate', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 0, max: 4 }),
        (a, b, decimals) => {
          const [n, d] = a <= b ? [a, b] : [b, a];
          const rate = figureOf({ ...onTime, decimals }, { n, d, x: 0 }) ?? -1;
          expect(rate).toBeGreaterThanOrEqual(0);
          expect(rate).toBeLessThanOrEqual(100);
          expect(Math.abs(rate - (n / d) * 100)).toBeLessThanOrEqual(0.5 / 10 ** decimals + 1e-9);
        },
      ),
    );
  });
});

describe('too few', () => {
  it('is below the least number declared, for rates and means, never for counts', () => {
    expect(isFew(onTime, { n: 19, d: 19, x: 9 })).toBe(true);
    expect(isFew(onTime, { n: 20, d: 20, x: 0 })).toBe(false);
    expect(isFew(visits, { n: 1, d: 0, x: 0 })).toBe(false);
  });
});
