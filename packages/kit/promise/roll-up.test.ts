import { array, assert, boolean, constant, double, integer, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp, splitWeight } from './roll-up.ts';

const rate = oneof(constant(null), double({ min: -0.5, max: 2, noNaN: true }));
const item = record({ weight: integer({ min: 1, max: 50 }), p: rate, live: boolean() });

describe('roll-up', () => {
  it('caps each rate, leaves out what was cancelled or has no data, and tells the coverage', () => {
    const items = [
      { weight: 2, p: 1.53, live: true },
      { weight: 1, p: 0.4, live: true },
      { weight: 1, p: null, live: true },
      { weight: 9, p: 0, live: false },
    ];
    expect(rollUp(items)).toEqual({ p: 0.8, coverage: 0.75, cap: 1 });
    expect(rollUp(items, 1.5).p).toBeCloseTo((3 + 0.4) / 3, 9);
  });
  it('of nothing known is null, not 0', () => {
    expect(rollUp([{ weight: 1, p: null, live: true }])).toEqual({ p: null, coverage: 0, cap: 1 });
    expect(rollUp([])).toEqual({ p: null, coverage: null, cap: 1 });
  });
  it('lies between the least and the greatest capped rate, whatever the order', () => {
    assert(
      property(array(item), (items) => {
        const { p, coverage } = rollUp(items);
        const known = items.flatMap((one) => (one.live && one.p !== null ? [Math.min(one.p, 1)] : []));
        if (p === null) expect(known).toEqual([]);
        else {
          expect(p).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9);
          expect(p).toBeLessThanOrEqual(Math.max(...known) + 1e-9);
          expect(rollUp([...items].reverse()).p).toBeCloseTo(p, 9);
        }
        expect(coverage === null || (coverage >= 0 && coverage <= 1)).toBe(true);
      }),
    );
  });
  it('splitting an item by weight leaves the whole as it was', () => {
    assert(
      property(
        array(item, { minLength: 1 }),
        array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (items, shares) => {
          const [first, ...rest] = items;
          if (first === undefined) return;
          const split = splitWeight(first.weight, shares).map((weight) => ({ ...first, weight }));
          const [one, other] = [rollUp(items), rollUp([...split, ...rest])];
          if (one.p === null) expect(other.p).toBeNull();
          else expect(other.p).toBeCloseTo(one.p, 8);
        },
      ),
    );
  });
});

describe('splitting a weight', () => {
  it('conserves it to the last of the four places it is stored with', () => {
    const units = (weight: number) => Math.round(weight * 10_000);
    assert(
      property(
        integer({ min: 0, max: 10_000_000 }),
        array(double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }),
        (weight, shares) => {
          const parts = splitWeight(weight / 10_000, shares);
          expect(parts.reduce((sum, part) => sum + units(part), 0)).toBe(weight);
          expect(parts.every((part) => part >= 0)).toBe(true);
        },
      ),
    );
  });
  it('by equal shares where none is given', () => {
    expect(splitWeight(1, [0, 0, 0])).toEqual([0.3334, 0.3333, 0.3333]);
  });
});
