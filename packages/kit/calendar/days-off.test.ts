import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';
import { datesFrom, dayKind, daysOffAmong } from './days-off.ts';
import { YEAR_2024, YEAR_2025 } from './statutory-years.fixture.ts';

const calendar = calendarOf({ zone: 'Asia/Shanghai', years: [YEAR_2024, YEAR_2025] });

describe('days off', () => {
  it('are told by name and number, with the weekends beside them and the workdays given in exchange', () => {
    expect(daysOffAmong(calendar, datesFrom('2024-02-03', '2024-02-25'))).toEqual({
      holidays: [{ name: { zh: '春节', en: 'Spring Festival' }, from: '2024-02-10', to: '2024-02-17', days: 8 }],
      makeUpWorkdays: ['2024-02-04', '2024-02-18'],
      weekendDays: 3,
    });
  });

  it('of two festivals in one bear both names', () => {
    expect(dayKind(calendar, '2025-10-03')).toEqual({
      kind: 'holiday',
      name: { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' },
    });
  });

  it('are none between a date and one before it', () => {
    expect(datesFrom('2024-02-02', '2024-02-01')).toEqual([]);
  });
});
