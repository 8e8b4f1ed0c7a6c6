import { HuyingError } from '../error/index.ts';
import { type Calendar, closeOfDayNumber, localDayOf } from './calendar.ts';
import { dayNumberOf, type Instant, type IsoDate, isoDateOf } from './civil-date.ts';

/** A date, and whether it rests on days that are not published yet. */
export interface ProjectedDate {
  readonly date: IsoDate;
  readonly provisional: boolean;
}

/** A date and the moment it closes, and whether they rest on days that are not published yet. */
export interface ProjectedDueDay extends ProjectedDate {
  readonly at: Instant;
}

/** Whether people work on a date. Throws `calendar.horizon` or `calendar.before` where that is not known. */
export function isWorkingDay(calendar: Calendar, date: IsoDate): boolean {
  const day = dayNumberOf(date);
  refuseUnknown(calendar, day, day);
  return works(calendar, day);
}

/** As `isWorkingDay`; a day that is not known is taken by the week alone and the answer is marked. */
export function projectWorkingDay(
  calendar: Calendar,
  date: IsoDate,
): { readonly working: boolean; readonly provisional: boolean } {
  const day = dayNumberOf(date);
  return { working: works(calendar, day), provisional: isUnknown(calendar, day, day) };
}

/**
 * The date on which a period of `days` working days ends: the day after receipt is day 1 (行政许可法 art. 82 counts in working days;
 * 民法典 art. 201 begins on the day after). No days: the date itself. Throws `calendar.horizon` or `calendar.before`.
 */
export function dueDate(calendar: Calendar, from: IsoDate, days: number): IsoDate {
  const first = dayNumberOf(from);
  const last = add(calendar, first, days);
  refuseUnknown(calendar, first, last);
  return isoDateOf(last);
}

/** As `dueDate`; days that are not known are taken by the week alone and the answer is marked. */
export function projectDueDate(calendar: Calendar, from: IsoDate, days: number): ProjectedDate {
  const first = dayNumberOf(from);
  const last = add(calendar, first, days);
  return { date: isoDateOf(last), provisional: isUnknown(calendar, first, last) };
}

/** The moment at which a period of working days from a receipt ends: the close of its last day. Throws as `dueDate` does. */
export function addWorkingDays(calendar: Calendar, from: Instant, days: number): Instant {
  const first = localDayOf(calendar, from);
  const last = add(calendar, first, days);
  refuseUnknown(calendar, first, last);
  return closeOfDayNumber(calendar, last);
}

/** As `addWorkingDays`, with the date; days that are not known are taken by the week alone and the answer is marked. */
export function projectWorkingDays(calendar: Calendar, from: Instant, days: number): ProjectedDueDay {
  const first = localDayOf(calendar, from);
  const last = add(calendar, first, days);
  return {
    at: closeOfDayNumber(calendar, last),
    date: isoDateOf(last),
    provisional: isUnknown(calendar, first, last),
  };
}

/** Working days after `a` up to and with `b`: the inverse of `dueDate`. Days not known are taken by the week alone. */
export function projectWorkingDaysBetween(calendar: Calendar, a: IsoDate, b: IsoDate): number {
  return countedThrough(calendar, dayNumberOf(b)) - countedThrough(calendar, dayNumberOf(a));
}

/**
 * The date itself if people work on it, else the next on which they do: a period of calendar days whose last day is a day off ends on
 * the day after the days off (民法典 art. 203). Days not known are taken by the week alone and the answer is marked.
 */
export function projectFirstWorkingDay(calendar: Calendar, from: IsoDate): ProjectedDate {
  const day = dayNumberOf(from);
  const first = works(calendar, day) ? day : add(calendar, day, 1);
  return { date: isoDateOf(first), provisional: isUnknown(calendar, day, first) };
}

function works(calendar: Calendar, day: number): boolean {
  return countedThrough(calendar, day) > countedThrough(calendar, day - 1);
}

function add(calendar: Calendar, day: number, days: number): number {
  if (!Number.isInteger(days) || days < 0) throw new HuyingError('calendar.amount', { amount: days });
  const counted = countedThrough(calendar, day);
  if (days === 0) return day;
  const last = calendar.table.workingDays[counted + days - 1];
  if (last === undefined) throw outOfRange(calendar, day + days);
  return last;
}

/** Working days of the table up to and with a day. */
function countedThrough(calendar: Calendar, day: number): number {
  const { firstDay, daysBefore } = calendar.table;
  const counted = daysBefore[day + 1 - firstDay];
  if (counted === undefined) throw outOfRange(calendar, day);
  return counted;
}

function isUnknown({ known }: Calendar, from: number, until: number): boolean {
  return from < known.firstDay || until > known.lastDay;
}

function refuseUnknown({ first, horizon, known }: Calendar, from: number, until: number): void {
  if (until > known.lastDay) throw new HuyingError('calendar.horizon', { horizon, date: isoDateOf(until) });
  if (from < known.firstDay) throw new HuyingError('calendar.before', { first, date: isoDateOf(from) });
}

function outOfRange(calendar: Calendar, day: number): HuyingError {
  const { first, horizon } = calendar;
  return new HuyingError('calendar.range', {
    first,
    horizon,
    date: Math.abs(day) < 1e8 ? isoDateOf(day) : String(day),
  });
}
