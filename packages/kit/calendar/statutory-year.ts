import type { Problem } from '../error/index.ts';
import { DAY_MS, dayNumberOf, type IsoDate, isoDateOf } from './civil-date.ts';

/** One published exception to the week: a day off, or a make-up workday (调休上班, `isOffDay: false`). */
export interface StatutoryDay {
  readonly name: string;
  readonly date: IsoDate;
  readonly isOffDay: boolean;
}

/**
 * The exceptions of one year as published. An empty list means that the year is not published yet, unless it says `complete`: then
 * there are none (a district abroad that keeps every weekday).
 *
 * A year may settle days of the year before: 2018-12-29 was made a workday by the arrangement for 2019.
 */
export interface StatutoryYear {
  readonly year: number;
  readonly days: readonly StatutoryDay[];
  readonly complete?: boolean;
}

/** The years that are known, first to last without a gap from the first: working time is exact within them and nowhere else. */
export function knownYears(years: readonly StatutoryYear[]): { readonly first: number; readonly last: number } | null {
  const known = new Set(
    years.filter((year) => year.days.length > 0 || year.complete === true).map((year) => year.year),
  );
  if (known.size === 0) return null;
  const first = Math.min(...known);
  let last = first;
  while (known.has(last + 1)) last++;
  return { first, last };
}

/** Every published day by its number. Where two years speak of one day the later year's word stands. */
export function statutoryDays(years: readonly StatutoryYear[]): ReadonlyMap<number, StatutoryDay> {
  const inOrder = years.toSorted((a, b) => a.year - b.year);
  return new Map(inOrder.flatMap(({ days }) => days.map((day) => [dayNumberOf(day.date), day] as const)));
}

/** What is wrong with the files of years, each by its place. */
export function problemsOfYears(years: readonly StatutoryYear[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const [index, { year, days }] of years.entries()) {
    const path = `/years/${index}`;
    if (!Number.isInteger(year) || year < 1900 || year > 9000) {
      problems.push({ path: `${path}/year`, zh: `“${year}”不是年份`, en: `"${year}" is not a year` });
    }
    if (seen.has(year)) problems.push({ path, zh: `${year} 年重复`, en: `the year ${year} is given twice` });
    seen.add(year);
    for (const [at, { date }] of days.entries()) {
      if (!exists(date)) {
        problems.push({ path: `${path}/days/${at}/date`, zh: `没有“${date}”这一天`, en: `there is no day "${date}"` });
      } else if (Math.abs(Number(date.slice(0, 4)) - year) > 1) {
        problems.push({
          path: `${path}/days/${at}/date`,
          zh: `${date} 不属于 ${year} 年`,
          en: `${date} is not of ${year}`,
        });
      }
    }
  }
  return problems;
}

function exists(date: IsoDate): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && isoDateOf(at / DAY_MS) === date;
}
