import { HuyingError } from '../error/index.ts';

/** A moment: milliseconds since 1970-01-01T00:00Z. Working time is reckoned in whole seconds; a fraction is dropped. */
export type Instant = number;

/** A date of the district's own calendar, `YYYY-MM-DD`. */
export type IsoDate = string;

/** A time of the local day, `HH:MM`, from `00:00` to `24:00`. */
export type TimeOfDay = string;

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const SECONDS_OF_DAY = 86_400;
/** Milliseconds of an hour and of a day without a change of summer time, to add to an `Instant`. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Days since 1970-01-01. Throws `calendar.date` for a date that does not exist. */
export function dayNumberOf(date: IsoDate): number {
  const day = Date.parse(`${date}T00:00:00Z`) / 1000 / SECONDS_OF_DAY;
  if (Number.isNaN(day) || isoDateOf(day) !== date) throw new HuyingError('calendar.date', { date });
  return day;
}

export function isoDateOf(day: number): IsoDate {
  const known = written.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * SECONDS_OF_DAY * 1000).toISOString().slice(0, 10);
  // A few decades of days at most are ever asked for; what asks for more is not helped by keeping them.
  if (written.size < 40_000) written.set(day, date);
  return date;
}

/** Dates already written, by day: every question of a calendar asks for one. */
const written = new Map<number, IsoDate>();

export function weekdayOf(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Seconds since local midnight by the clock on the wall, or null where the text is no time of day. */
export function secondOfDay(time: TimeOfDay): number | null {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return null;
  const second = Number(hour) * 3600 + Number(minute) * 60;
  return second <= SECONDS_OF_DAY ? second : null;
}
