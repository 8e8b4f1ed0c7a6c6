import { describe, expect, it } from 'vitest';
import { checkLimitText, limitFrom } from './month-limit.ts';

describe('a limit in months', () => {
  it.each([
    ['3个月', '2026-03-02', 92],
    ['三个月内', '2026-03-02', 92],
    ['1个月', '2026-01-31', 28],
    ['1 month', '2028-01-31', 29],
    ['2月', '2026-12-31', 59],
    ['12个月', '2028-02-28', 366],
  ])('%s from %s is %d calendar days: the same day of a later month, or its last', (text, from, days) => {
    expect(limitFrom(text, 'dates', from)).toEqual({ amount: days, unit: 'calendarDays', counting: 'dates' });
  });

  it('reads every other limit as ever', () => {
    expect(limitFrom('5工作日', 'dates', '2026-03-02')).toEqual({ amount: 5, unit: 'workingDays', counting: 'dates' });
    expect(limitFrom('15日', 'dates', '2026-03-02')).toMatchObject({ amount: 15, unit: 'calendarDays' });
  });

  it('refuses what names no limit, and none of no months', () => {
    for (const text of ['3个月或5日', '几个月', '月', '']) expect(() => checkLimitText(text)).toThrow();
    expect(() => checkLimitText('0个月')).toThrow();
    expect(() => checkLimitText('3个月')).not.toThrow();
  });
});
