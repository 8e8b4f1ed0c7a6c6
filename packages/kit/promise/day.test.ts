import { describe, expect, it } from 'vitest';
import { daysLater, monthEndOf, monthEndsUntil, monthsLater, monthsPassed } from './day.ts';

describe('days', () => {
  it('a month ends on its last day, in leap years too', () => {
    expect([monthEndOf('2027-02-03'), monthEndOf('2028-02-29'), monthEndOf('2027-12-31')]).toEqual([
      '2027-02-28',
      '2028-02-29',
      '2027-12-31',
    ]);
  });
  it('a month later than the 31st is the last of a shorter month', () => {
    expect(monthsLater('2027-01-31', 1)).toBe('2027-02-28');
    expect(monthsLater('2027-03-15', -6)).toBe('2026-09-15');
    expect(daysLater('2027-12-31', 1)).toBe('2028-01-01');
  });
  it('whole months pass on the same day, or on the last of a shorter month', () => {
    expect(monthsPassed('2027-01-31', '2027-02-27')).toBe(0);
    expect(monthsPassed('2027-01-31', '2027-02-28')).toBe(1);
    expect(monthsPassed('2027-01-31', '2028-01-31')).toBe(12);
    expect(monthsPassed('2027-05-01', '2027-04-01')).toBe(0);
  });
  it('a course goes over the month ends of its year, up to the day and the day itself', () => {
    expect(monthEndsUntil(2027, '2027-03-10')).toEqual(['2027-01-31', '2027-02-28', '2027-03-10']);
    expect(monthEndsUntil(2027, '2027-02-28')).toEqual(['2027-01-31', '2027-02-28']);
    expect(monthEndsUntil(2027, '2028-02-01')).toHaveLength(12);
    expect(monthEndsUntil(2027, '2026-12-31')).toEqual([]);
  });
});
