import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HuyingError } from '../error/index.ts';
import { calendarOf } from './calendar.ts';
import { YEAR_2024, YEAR_2025 } from './statutory-years.fixture.ts';
import { addWorking, projectBetween, projectWorking, workingBetween } from './working-time.ts';

const calendar = calendarOf({ zone: 'Asia/Shanghai', years: [YEAR_2024, YEAR_2025] });
const newYork = calendarOf({
  zone: 'America/New_York',
  years: [2023, 2024, 2025].map((year) => ({ year, days: [], complete: true })),
});
const nightShift = calendarOf({
  zone: 'America/New_York',
  hours: [{ from: '00:00', to: '06:00' }],
  weekend: [],
  years: [{ year: 2024, days: [], complete: true }],
});

const HOUR = 3600;
const at = (local: string) => Date.parse(`${local}+08:00`);
const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error instanceof HuyingError ? error.code : error;
  }
};

describe('working time', () => {
  it('goes from morning to afternoon over noon and from Friday to Monday over the weekend', () => {
    expect(addWorking(calendar, at('2024-03-01T11:00:00'), 2 * HOUR)).toBe(at('2024-03-01T15:00:00'));
    expect(addWorking(calendar, at('2024-03-01T17:00:00'), 2 * HOUR)).toBe(at('2024-03-04T09:00:00'));
  });

  it('ends at the close of an interval, not at the opening of the next', () => {
    expect(addWorking(calendar, at('2024-03-01T08:00:00'), 4 * HOUR)).toBe(at('2024-03-01T12:00:00'));
    expect(addWorking(calendar, at('2024-03-01T18:00:00'), 8 * HOUR)).toBe(at('2024-03-04T18:00:00'));
  });

  it('golden case 2: does not count a public holiday in the middle and counts a make-up workday on a Sunday', () => {
    // Thursday; Friday the 9th is worked, the 10th to 17th are 春节, Sunday the 18th is worked in exchange.
    expect(addWorking(calendar, at('2024-02-08T17:00:00'), 10 * HOUR)).toBe(at('2024-02-18T09:00:00'));
    expect(workingBetween(calendar, at('2024-02-09T18:00:00'), at('2024-02-18T08:00:00'))).toBe(0);
    expect(workingBetween(calendar, at('2024-02-18T00:00:00'), at('2024-02-19T00:00:00'))).toBe(8 * HOUR);
  });

  it('golden case 4: from 18:00 to 08:00 of the next working day there is none', () => {
    expect(workingBetween(calendar, at('2024-03-01T18:00:00'), at('2024-03-04T08:00:00'))).toBe(0);
  });

  it('is exact to the second and drops what is less', () => {
    expect(addWorking(calendar, at('2024-03-01T11:59:59.900'), 2)).toBe(at('2024-03-01T14:00:01'));
    expect(workingBetween(calendar, at('2024-03-01T11:59:58.999'), at('2024-03-01T14:00:01.001'))).toBe(3);
  });

  it('refuses amounts that are not whole or run backwards', () => {
    for (const amount of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(code(() => addWorking(calendar, at('2024-03-01T08:00:00'), amount))).toBe('calendar.amount');
    }
  });
});

describe('golden case 10: past the horizon', () => {
  const lastDay = at('2025-12-31T17:00:00');

  it('working time is exact to the last second of the last known day', () => {
    expect(addWorking(calendar, lastDay, HOUR)).toBe(at('2025-12-31T18:00:00'));
    expect(workingBetween(calendar, lastDay, at('2026-01-01T00:00:00'))).toBe(HOUR);
  });

  it('the exact form refuses and names the remedy', () => {
    expect(code(() => addWorking(calendar, lastDay, HOUR + 1))).toBe('calendar.horizon');
    expect(code(() => workingBetween(calendar, lastDay, at('2026-01-01T00:00:01')))).toBe('calendar.horizon');
    expect(code(() => addWorking(calendar, at('2023-12-29T17:00:00'), 1))).toBe('calendar.before');
  });

  it('the provisional form goes by the week alone and says so', () => {
    // 1 January 2026 is a Thursday: a holiday in fact, a weekday until it is published.
    expect(projectWorking(calendar, lastDay, 2 * HOUR)).toEqual({ at: at('2026-01-01T09:00:00'), provisional: true });
    expect(projectWorking(calendar, lastDay, HOUR)).toEqual({ at: at('2025-12-31T18:00:00'), provisional: false });
    expect(projectBetween(calendar, lastDay, at('2026-01-05T09:00:00'))).toEqual({
      seconds: 18 * HOUR,
      provisional: true,
    });
  });

  it('a date far from every known year is refused by both forms', () => {
    expect(code(() => projectWorking(calendar, at('2099-01-01T08:00:00'), 1))).toBe('calendar.range');
    expect(code(() => projectWorking(calendar, lastDay, 20 * 2000 * HOUR))).toBe('calendar.range');
    expect(code(() => projectBetween(calendar, Number.NaN, lastDay))).toBe('calendar.range');
  });
});

describe('a zone with summer time', () => {
  it('keeps office hours at the same time of the wall on both sides of the change', () => {
    const friday = Date.parse('2024-03-08T17:00:00-05:00');
    expect(addWorking(newYork, friday, 2 * HOUR)).toBe(Date.parse('2024-03-11T09:00:00-04:00'));
    expect(addWorking(newYork, Date.parse('2024-11-01T17:00:00-04:00'), 2 * HOUR)).toBe(
      Date.parse('2024-11-04T09:00:00-05:00'),
    );
  });

  it('a night shift is an hour shorter in spring and an hour longer in autumn', () => {
    const night = (date: string) =>
      workingBetween(nightShift, Date.parse(`${date}T04:00:00Z`), Date.parse(`${date}T12:00:00Z`));
    expect(night('2024-03-10')).toBe(5 * HOUR);
    expect(night('2024-11-03')).toBe(7 * HOUR);
    expect(night('2024-07-01')).toBe(6 * HOUR);
  });
});

describe.each([
  ['Asia/Shanghai', calendar],
  ['America/New_York', newYork],
])('the arithmetic of %s', (_zone, district) => {
  const moment = fc.integer({
    min: Date.parse('2024-01-02T00:00:00Z'),
    max: Date.parse('2024-12-31T00:00:00Z'),
  });
  const amount = fc.integer({ min: 0, max: 400 * HOUR });

  it('is additive: a and then b is a and b together', () => {
    fc.assert(
      fc.property(moment, amount, amount, (from, a, b) => {
        expect(addWorking(district, addWorking(district, from, a), b)).toBe(addWorking(district, from, a + b));
      }),
    );
  });

  it('is monotone: later starts and longer limits end no earlier', () => {
    fc.assert(
      fc.property(moment, moment, amount, amount, (x, y, a, b) => {
        const [early, late] = [Math.min(x, y), Math.max(x, y)];
        const [short, long] = [Math.min(a, b), Math.max(a, b)];
        expect(addWorking(district, early, short)).toBeLessThanOrEqual(addWorking(district, late, long));
      }),
    );
  });

  it('between is the inverse of add, and the moment it gives is the earliest', () => {
    fc.assert(
      fc.property(moment, amount, (from, a) => {
        const end = addWorking(district, from, a);
        expect(workingBetween(district, from, end)).toBe(a);
        if (a > 0) expect(workingBetween(district, from, end - 1000)).toBe(a - 1);
      }),
    );
  });

  it('between adds up over any moment in the middle and changes its sign with its direction', () => {
    fc.assert(
      fc.property(moment, moment, moment, (x, y, z) => {
        expect(workingBetween(district, x, y) + workingBetween(district, y, z)).toBe(workingBetween(district, x, z));
      }),
    );
  });

  it('agrees with counting the seconds of the wall clock one by one', () => {
    const wall = new Intl.DateTimeFormat('en-US', {
      timeZone: district.zone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    const years = [YEAR_2024, YEAR_2025].flatMap(({ days }) => (district.statutory.size > 0 ? days : []));
    const worked = (instant: number) => {
      const parts = Object.fromEntries(wall.formatToParts(instant).map(({ type, value }) => [type, value]));
      const statutory = years.find(({ date }) => date === `${parts.year}-${parts.month}-${parts.day}`);
      const works = statutory === undefined ? !['Sat', 'Sun'].includes(parts.weekday ?? '') : !statutory.isOffDay;
      const hour = Number(parts.hour);
      return works && ((hour >= 8 && hour < 12) || (hour >= 14 && hour < 18));
    };
    // Every half hour of the year is all work or none, so half hours may stand for their seconds.
    const step = 1800_000;
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 24 * 2 * 14 }), (somewhere, steps) => {
        const from = Math.floor(somewhere / step) * step;
        let seconds = 0;
        for (let i = 0; i < steps; i++) if (worked(from + i * step)) seconds += 1800;
        expect(projectBetween(district, from, from + steps * step).seconds).toBe(seconds);
      }),
      { numRuns: 25 },
    );
  });
});
