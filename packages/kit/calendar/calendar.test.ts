import { describe, expect, it } from 'vitest';
import { isHuyingError } from '../error/index.ts';
import { calendarOf, closeOf, instantOf, localDateOf, localTimeOf } from './calendar.ts';
import { YEAR_2024, YEAR_2025 } from './statutory-years.fixture.ts';

const shanghai = { zone: 'Asia/Shanghai', years: [YEAR_2024, YEAR_2025] };

function problemsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (isHuyingError(error)) return [error.code, ...error.problems.map(({ path }) => path)];
  }
  return [];
}

describe('the known years', () => {
  it('end on the last day of the last year without a gap', () => {
    const known = (year: number) => ({ year, days: [], complete: true });
    const calendar = calendarOf({
      zone: 'UTC',
      years: [known(2024), known(2022), known(2021), { year: 2023, days: [] }],
    });
    expect([calendar.first, calendar.horizon]).toEqual(['2021-01-01', '2022-12-31']);
  });

  it('do not include a year whose file is empty, for that means not published', () => {
    expect(calendarOf({ ...shanghai, years: [...shanghai.years, { year: 2026, days: [] }] }).horizon).toBe(
      '2025-12-31',
    );
  });

  it('include an empty year that is declared complete', () => {
    const years = [...shanghai.years, { year: 2026, days: [], complete: true }];
    expect(calendarOf({ ...shanghai, years }).horizon).toBe('2026-12-31');
  });
});

describe('a calendar with mistakes', () => {
  it('is refused with every mistake by its place', () => {
    const years = [
      { year: 2024, days: [{ name: '春节', date: '2024-02-30', isOffDay: true }] },
      { year: 2024, days: [{ name: '元旦', date: '2020-01-01', isOffDay: true }] },
    ];
    const hours = [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '18:00' },
      { from: '22:00', to: '25:00' },
    ];
    expect(problemsOf(() => calendarOf({ zone: 'Asia/Shanghai', hours, closeOfDay: '6pm', years }))).toEqual([
      'calendar.invalid',
      '/hours/1',
      '/hours/2',
      '/closeOfDay',
      '/years/0/days/0/date',
      '/years/1',
      '/years/1/days/0/date',
    ]);
  });

  it('is refused when it knows no year, or no such zone', () => {
    expect(problemsOf(() => calendarOf({ ...shanghai, years: [{ year: 2027, days: [] }] }))).toEqual([
      'calendar.invalid',
      '/years',
    ]);
    expect(problemsOf(() => calendarOf({ ...shanghai, zone: 'Asia/Atlantis' }))).toEqual(['calendar.zone']);
  });
});

describe('local time', () => {
  const calendar = calendarOf(shanghai);
  const newYork = calendarOf({ ...shanghai, zone: 'America/New_York' });

  it('turns into the moment it is in the zone and back', () => {
    expect(instantOf(calendar, '2024-02-08', '08:00')).toBe(Date.parse('2024-02-08T08:00:00+08:00'));
    expect(localDateOf(calendar, Date.parse('2024-02-07T16:00:00Z'))).toBe('2024-02-08');
    expect(localDateOf(calendar, Date.parse('2024-02-07T15:59:59Z'))).toBe('2024-02-07');
    expect(closeOf(calendar, '2024-02-08')).toBe(Date.parse('2024-02-08T18:00:00+08:00'));
  });

  it('follows summer time to the second', () => {
    expect(instantOf(newYork, '2024-03-09', '12:00')).toBe(Date.parse('2024-03-09T12:00:00-05:00'));
    expect(instantOf(newYork, '2024-03-10', '12:00')).toBe(Date.parse('2024-03-10T12:00:00-04:00'));
    expect(localTimeOf(newYork, Date.parse('2024-03-10T06:59:59Z')).second).toBe(2 * 3600 - 1);
    expect(localTimeOf(newYork, Date.parse('2024-03-10T07:00:00Z')).second).toBe(3 * 3600);
  });

  it('takes a time that summer time skips an hour later, and of a time that comes twice the first', () => {
    expect(instantOf(newYork, '2024-03-10', '02:30')).toBe(Date.parse('2024-03-10T03:30:00-04:00'));
    expect(instantOf(newYork, '2024-11-03', '01:30')).toBe(Date.parse('2024-11-03T01:30:00-04:00'));
  });

  it('refuses a date that does not exist', () => {
    expect(problemsOf(() => instantOf(calendar, '2023-02-29', '08:00'))).toEqual(['calendar.date']);
    expect(problemsOf(() => instantOf(calendar, '2024-02-08', '8 o’clock'))).toEqual(['calendar.date']);
  });
});
