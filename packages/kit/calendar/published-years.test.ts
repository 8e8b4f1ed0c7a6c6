import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar.ts';
import type { StatutoryYear } from './statutory-year.ts';
import { YEAR_2024, YEAR_2025 } from './statutory-years.fixture.ts';
import { dueDate, isWorkingDay } from './working-day.ts';

const folder = new URL('../../../../shared/data/calendar/', import.meta.url);
const present = existsSync(folder);
const why = present ? '' : ' (skipped: no ../shared/data/calendar beside this repository)';

describe.skipIf(!present)(`the published years 2016–2027${why}`, () => {
  const files = present ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  const years = files.map((name): StatutoryYear => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

  it('make a calendar whose horizon is the end of 2026, for 2027 is not published', () => {
    const calendar = calendarOf({ zone: 'Asia/Shanghai', years });
    expect([calendar.first, calendar.horizon]).toEqual(['2016-01-01', '2026-12-31']);
    expect(dueDate(calendar, '2024-02-08', 5)).toBe('2024-02-21');
  });

  it('may settle days of the year before', () => {
    expect(isWorkingDay(calendarOf({ zone: 'Asia/Shanghai', years }), '2018-12-29')).toBe(true);
    expect(
      isWorkingDay(calendarOf({ zone: 'Asia/Shanghai', years: years.filter(({ year }) => year < 2019) }), '2018-12-29'),
    ).toBe(false);
  });

  it.each([YEAR_2024, YEAR_2025])('equal the transcription of $year that the other tests use', ({ year, days }) => {
    const byDate = (list: StatutoryYear['days']) => list.toSorted((a, b) => a.date.localeCompare(b.date));
    expect(byDate(days)).toEqual(byDate(years.find((file) => file.year === year)?.days ?? []));
  });
});
