import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder, roundWith } from './rounding.ts';

describe('rounding', () => {
  it('goes by the digits as written, halves away from zero', () => {
    const up = (decimals: number, x: number) => roundWith({ decimals, half: 'up' }, x);
    expect([up(2, 1.005), up(2, -1.005), up(0, 0.5), up(1, 119.95), up(2, (54 / 93) * 100)]).toEqual([
      1.01, -1.01, 1, 120, 58.06,
    ]);
    expect(up(0, -0.2)).toBe(0);
    expect(up(3, 1e-9)).toBe(0);
  });
  it('after GB/T 8170 takes halves to the even digit', () => {
    const even = (decimals: number, x: number) => roundWith({ decimals, half: 'even' }, x);
    expect([even(1, 0.25), even(1, 0.35), even(0, 2.5), even(0, 2.51), even(2, 1.005)]).toEqual([0.2, 0.4, 2, 3, 1]);
  });
});

describe('largest remainder', () => {
  it('totals exactly 100, no share further than one digit from its own', () => {
    assert(
      property(
        array(integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 40 }),
        integer({ min: 0, max: 3 }),
        (parts, decimals) => {
          const shares = largestRemainder(parts, decimals);
          const total = parts.reduce((sum, part) => sum + part, 0);
          if (total === 0) {
            expect(shares).toBeNull();
            return;
          }
          const units = (shares ?? []).map((share) => Math.round(share * 10 ** decimals));
          expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(10 ** (decimals + 2));
          parts.forEach((part, at) => {
            expect(Math.abs((shares?.[at] ?? Number.NaN) - (part * 100) / total)).toBeLessThan(10 ** -decimals + 1e-9);
          });
        },
      ),
    );
  });
  it('gives what is left to the larger part, then to the earlier', () => {
    expect(largestRemainder([1, 1, 1], 0)).toEqual([34, 33, 33]);
    expect(largestRemainder([0, 0], 1)).toBeNull();
  });
});
