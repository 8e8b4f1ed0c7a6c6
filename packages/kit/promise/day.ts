import { dayNumberOf, isoDateOf } from '../calendar/index.ts';

/** A date of the district's calendar, `YYYY-MM-DD`; two of them are compared as texts. */
export type Day = string;

/** The last day of the month a day lies in. */
export function monthEndOf(day: Day): Day {
  return day.slice(0, 8) + lengthOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** The month ends of a year up to a day, that day itself closing the list where it is none: what a small trajectory is drawn over. */
export function monthEndsUntil(year: number, until: Day): readonly Day[] {
  const ends = Array.from({ length: 12 }, (_, month) => monthEndOf(`${year}-${String(month + 1).padStart(2, '0')}-01`));
  const passed = ends.filter((end) => end <= until);
  const inside = until.startsWith(`${year}-`) && passed.at(-1) !== until;
  return inside ? [...passed, until] : passed;
}

/** The same day of a later month, or that month's last. Negative counts go back. */
export function monthsLater(day: Day, months: number): Day {
  const whole = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(whole / 12);
  const month = whole - year * 12 + 1;
  const date = Math.min(Number(day.slice(8, 10)), lengthOfMonth(year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

export function daysLater(day: Day, days: number): Day {
  return isoDateOf(numberOf(day) + days);
}

/** Days already numbered: thousands of promises name the same few. */
const numbered = new Map<Day, number>();

function numberOf(day: Day): number {
  const known = numbered.get(day);
  if (known !== undefined) return known;
  const number = dayNumberOf(day);
  if (numbered.size < 40_000) numbered.set(day, number);
  return number;
}

/** Whole months that have passed from one day to a later one; 0 where none has. */
export function monthsPassed(from: Day, to: Day): number {
  if (to <= from) return 0;
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return monthsLater(from, months) <= to ? months : months - 1;
}
