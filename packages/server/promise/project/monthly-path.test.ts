import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyPath } from './monthly-path.ts';

const months = (...amounts: (number | null)[]) => Array.from({ length: 12 }, (_, at) => amounts[at] ?? null);

describe('a path by month', () => {
  it('adds up to the plan', () => {
    const path = monthlyPath(2026, 100, months(null, 20, null, 30, 50));
    expect(path?.slice(0, 5)).toEqual([
      { on: '2026-01-31', expected: 0 },
      { on: '2026-02-28', expected: 20 },
      { on: '2026-03-31', expected: 20 },
      { on: '2026-04-30', expected: 50 },
      { on: '2026-05-31', expected: 100 },
    ]);
  });

  it('that does not make the plan is refused with the difference', () => {
    expect(() => monthlyPath(2026, 100, months(20, 30))).toThrow(
      expect.objectContaining({ code: 'project.path', params: { plan: 100, sum: 50, difference: 50 } }),
    );
  });

  it('is the year’s own where no month is planned', () => {
    expect(monthlyPath(2026, 100, months())).toBeNull();
  });

  it('never falls and ends at the plan', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e8 }), { minLength: 12, maxLength: 12 }), (cents) => {
        const amounts = cents.map((one) => one / 100);
        const plan = cents.reduce((sum, one) => sum + one, 0) / 100;
        const expected = (monthlyPath(2026, plan, amounts) ?? []).map((one) => one.expected);
        expect(expected).toEqual([...expected].sort((a, b) => a - b));
        expect(expected.at(-1)).toBe(plan);
      }),
    );
  });
});
