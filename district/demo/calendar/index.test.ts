import { describe, expect, it } from 'vitest';
import { holidayYears } from './index.ts';

const days = holidayYears.flatMap((year) => year.days);
const kind = (date: string): boolean | undefined => days.find((day) => day.date === date)?.isOffDay;

describe('the holiday years', () => {
  it('run from 2016 to 2026 without a gap, each with its seven holidays', () => {
    expect(holidayYears.map(({ year }) => year)).toEqual(Array.from({ length: 11 }, (_, i) => 2016 + i));
    for (const { days } of holidayYears) {
      const names = days.map(({ name }) => name).join(' ');
      for (const holiday of ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆']) expect(names).toContain(holiday);
    }
  });

  it('name each day once, as a date that exists', () => {
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    for (const { date } of days) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
  });

  it('know make-up workdays, and days of December settled by the next year’s notice', () => {
    expect(kind('2024-02-04')).toBe(false);
    expect(kind('2024-02-12')).toBe(true);
    expect(kind('2018-12-29')).toBe(false);
    expect(kind('2022-12-31')).toBe(true);
    expect(kind('2024-03-06')).toBeUndefined();
  });

  it('give make-up workdays only at weekends, but for the Monday that ended the long Spring Festival of 2020', () => {
    const made = days.filter(({ isOffDay }) => !isOffDay).map(({ date }) => date);
    const onWeekdays = made.filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));
    expect(onWeekdays).toEqual(['2020-02-03']);
  });
});
