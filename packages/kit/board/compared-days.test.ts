import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf, isoDateOf } from '../calendar/index.ts';
import { comparedDays, monthsAfter, periodWith, SPANS, spanOf } from './index.ts';

const days = (from: string, to = from) => ({ from, to });
const over = '2030-01-01';
const day = fc.integer({ min: dayNumberOf('2016-01-01'), max: dayNumberOf('2029-12-31') }).map(isoDateOf);

describe('a period', () => {
  it('is told by its days', () => {
    expect(spanOf(days('2026-07-01'))).toBe('day');
    expect(spanOf(days('2026-07-06', '2026-07-12'))).toBe('week');
    expect(spanOf(days('2024-02-01', '2024-02-29'))).toBe('month');
    expect(spanOf(days('2026-01-01', '2026-12-31'))).toBe('year');
    expect(spanOf(days('2026-07-01', '2026-07-15'))).toBeNull();
  });

  it('of any kind holds the day it was asked for, and is of that kind', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...SPANS), (one, span) => {
        const period = periodWith(one, span);
        expect(period.from <= one && one <= period.to).toBe(true);
        expect(spanOf(period)).toBe(span);
      }),
    );
  });
});

describe('the period before', () => {
  it('is the whole one of the calendar, however long', () => {
    expect(comparedDays(days('2026-03-01', '2026-03-31'), 'before', over)).toEqual(days('2026-02-01', '2026-02-28'));
    expect(comparedDays(days('2026-07-06', '2026-07-12'), 'before', over)).toEqual(days('2026-06-29', '2026-07-05'));
    expect(comparedDays(days('2026-01-01', '2026-12-31'), 'before', over)).toEqual(days('2025-01-01', '2025-12-31'));
    expect(comparedDays(days('2026-07-01'), 'before', over)).toEqual(days('2026-06-30'));
  });

  it('of any other days is as many days right before', () => {
    expect(comparedDays(days('2026-07-05', '2026-07-14'), 'before', over)).toEqual(days('2026-06-25', '2026-07-04'));
  });

  it('of a period under way is as much of it as has gone', () => {
    const month = days('2026-11-01', '2026-11-30');
    expect(comparedDays(month, 'before', '2026-11-22')).toEqual(days('2026-10-01', '2026-10-22'));
    expect(comparedDays(month, 'yearBefore', '2026-11-22')).toEqual(days('2025-11-01', '2025-11-22'));
    expect(comparedDays(days('2026-03-01', '2026-03-31'), 'before', '2026-03-30')).toEqual(
      days('2026-02-01', '2026-02-28'),
    );
    expect(comparedDays(month, 'before', '2026-10-31')).toBeNull();
  });

  it('ends before the period begins, always', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), day, (from, length, upTo) => {
        const period = days(from, isoDateOf(dayNumberOf(from) + length));
        const before = comparedDays(period, 'before', upTo);
        if (before === null) expect(upTo < period.from).toBe(true);
        else expect(before.from <= before.to && before.to < period.from).toBe(true);
      }),
    );
  });
});

describe('the year before', () => {
  it('is the same month, the same days, the same weekdays', () => {
    expect(comparedDays(days('2024-02-01', '2024-02-29'), 'yearBefore', over)).toEqual(
      days('2023-02-01', '2023-02-28'),
    );
    expect(comparedDays(days('2024-02-29', '2024-03-04'), 'yearBefore', over)).toEqual(
      days('2023-02-28', '2023-03-04'),
    );
    expect(comparedDays(days('2026-07-06', '2026-07-12'), 'yearBefore', over)).toEqual(
      days('2025-07-07', '2025-07-13'),
    );
  });

  it('is not asked for where it says nothing new', () => {
    expect(comparedDays(days('2026-01-01', '2026-12-31'), 'yearBefore', over)).toBeNull();
    expect(comparedDays(days('2026-07-01'), 'yearBefore', over)).toBeNull();
  });

  it('months are counted over the turn of the year', () => {
    expect(monthsAfter('2026-01-15', -1)).toBe('2025-12-01');
    expect(monthsAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(monthsAfter('2026-11-01', -11)).toBe('2025-12-01');
  });
});
