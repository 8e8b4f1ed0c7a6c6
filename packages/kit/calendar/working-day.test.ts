import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HuyingError } from '../error/index.ts';
import { calendarOf } from './calendar.ts';
import { dayNumberOf, isoDateOf } from './civil-date.ts';
import { YEAR_2024, YEAR_2025 } from './statutory-years.fixture.ts';
import {
  addWorkingDays,
  dueDate,
  isWorkingDay,
  projectDueDate,
  projectFirstWorkingDay,
  projectWorkingDay,
  projectWorkingDays,
  projectWorkingDaysBetween,
} from './working-day.ts';

const rules = { zone: 'Asia/Shanghai', years: [YEAR_2024, YEAR_2025] };
const calendar = calendarOf(rules);
const at = (local: string) => Date.parse(`${local}+08:00`);
const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error instanceof HuyingError ? error.code : error;
  }
};

describe('a period of working days', () => {
  it('begins on the day after receipt: five from 2024-02-08 end on 2024-02-21', () => {
    // By hand from the notice for 2024: day 1 Fri 02-09; 02-10 to 02-17 are 春节; day 2 Sun 02-18 (worked in exchange);
    // day 3 Mon 02-19; day 4 Tue 02-20; day 5 Wed 02-21.
    const days = ['2024-02-09', '2024-02-18', '2024-02-19', '2024-02-20', '2024-02-21'];
    expect(days.map((_, index) => dueDate(calendar, '2024-02-08', index + 1))).toEqual(days);
  });

  it('is due at the close of its last day, whatever the hour of receipt', () => {
    expect(addWorkingDays(calendar, at('2024-02-08T00:00:00'), 5)).toBe(at('2024-02-21T18:00:00'));
    expect(addWorkingDays(calendar, at('2024-02-08T23:59:59'), 5)).toBe(at('2024-02-21T18:00:00'));
  });

  it('closes when the calendar says that a day closes', () => {
    const midnight = calendarOf({ ...rules, closeOfDay: '24:00' });
    expect(addWorkingDays(midnight, at('2024-02-08T09:00:00'), 5)).toBe(at('2024-02-22T00:00:00'));
    expect(projectWorkingDays(midnight, at('2024-02-08T09:00:00'), 5).date).toBe('2024-02-21');
  });

  it('received on a day off begins on the next working day', () => {
    expect(dueDate(calendar, '2024-02-12', 1)).toBe('2024-02-18');
  });

  it('of no days ends on the day itself', () => {
    expect(dueDate(calendar, '2024-02-12', 0)).toBe('2024-02-12');
  });

  it('is refused when it is no whole number of days', () => {
    expect(code(() => dueDate(calendar, '2024-02-12', 1.5))).toBe('calendar.amount');
    expect(code(() => dueDate(calendar, '2024-02-12', -1))).toBe('calendar.amount');
    expect(code(() => dueDate(calendar, '2024-2-12', 1))).toBe('calendar.date');
  });
});

describe('golden case 2: holidays and make-up workdays', () => {
  it.each([
    ['2024-02-09', true, 'the eve of 春节, worked in 2024'],
    ['2024-02-13', false, '春节'],
    ['2024-02-18', true, 'a Sunday worked in exchange'],
    ['2024-02-24', false, 'a Saturday'],
    ['2024-05-11', true, 'a Saturday worked in exchange'],
    ['2024-02-26', true, 'a Monday'],
  ])('%s: %s, %s', (date, working) => {
    expect(isWorkingDay(calendar, date)).toBe(working);
  });
});

describe('golden case 10: past the horizon', () => {
  it('dates are refused by the exact form', () => {
    expect(dueDate(calendar, '2025-12-30', 1)).toBe('2025-12-31');
    expect(code(() => dueDate(calendar, '2025-12-30', 2))).toBe('calendar.horizon');
    expect(code(() => isWorkingDay(calendar, '2026-01-01'))).toBe('calendar.horizon');
    expect(code(() => dueDate(calendar, '2023-12-31', 1))).toBe('calendar.before');
  });

  it('dates are marked by the provisional form', () => {
    expect(projectDueDate(calendar, '2025-12-30', 2)).toEqual({ date: '2026-01-01', provisional: true });
    expect(projectDueDate(calendar, '2025-12-30', 1)).toEqual({ date: '2025-12-31', provisional: false });
    expect(projectWorkingDay(calendar, '2026-01-03')).toEqual({ working: false, provisional: true });
  });

  it('a date far from every known year is refused', () => {
    expect(code(() => projectDueDate(calendar, '2025-12-30', 100_000))).toBe('calendar.range');
    expect(code(() => projectWorkingDay(calendar, '1990-01-01'))).toBe('calendar.range');
  });
});

it('a period of calendar days that would end on a day off ends on the next working day', () => {
  expect(projectFirstWorkingDay(calendar, '2024-02-10')).toEqual({ date: '2024-02-18', provisional: false });
  expect(projectFirstWorkingDay(calendar, '2024-02-18')).toEqual({ date: '2024-02-18', provisional: false });
});

describe('the arithmetic of working days', () => {
  const date = fc.integer({ min: dayNumberOf('2024-01-01'), max: dayNumberOf('2024-12-31') }).map(isoDateOf);
  const days = fc.integer({ min: 0, max: 90 });

  it('is additive and monotone', () => {
    fc.assert(
      fc.property(date, days, days, (from, a, b) => {
        const middle = dueDate(calendar, from, a);
        expect(dueDate(calendar, middle, b)).toBe(dueDate(calendar, from, a + b));
        expect(middle <= dueDate(calendar, from, a + b)).toBe(true);
      }),
    );
  });

  it('counting is its inverse', () => {
    fc.assert(
      fc.property(date, days, (from, n) => {
        expect(projectWorkingDaysBetween(calendar, from, dueDate(calendar, from, n))).toBe(n);
      }),
    );
  });

  it('agrees with walking from day to day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 40 }), (from, n) => {
        let day = dayNumberOf(from);
        for (let left = n; left > 0; ) if (isWorkingDay(calendar, isoDateOf(++day))) left--;
        expect(dueDate(calendar, from, n)).toBe(isoDateOf(day));
      }),
    );
  });
});
