import { HuyingError } from '../error/index.ts';
import { type Calendar, localDateOf } from './calendar.ts';
import type { Instant } from './civil-date.ts';

/** A moment, and whether it rests on days that are not published yet. */
export interface ProjectedInstant {
  readonly at: Instant;
  readonly provisional: boolean;
}

/** A length of working time in seconds, and whether it rests on days that are not published yet. */
export interface ProjectedSeconds {
  readonly seconds: number;
  readonly provisional: boolean;
}

/**
 * The earliest moment by which `seconds` of working time have passed since `from` (`from` itself for none): four hours from 08:00 end
 * at 12:00, not at 14:00. Throws `calendar.horizon` or `calendar.before` where a day in question is not known.
 */
export function addWorking(calendar: Calendar, from: Instant, seconds: number): Instant {
  const start = Math.floor(from / 1000);
  const end = add(calendar, start, seconds);
  refuseUnknown(calendar, start, end);
  return end * 1000;
}

/** As `addWorking`; days that are not known are taken by the week alone and the answer is marked. */
export function projectWorking(calendar: Calendar, from: Instant, seconds: number): ProjectedInstant {
  const start = Math.floor(from / 1000);
  const end = add(calendar, start, seconds);
  return { at: end * 1000, provisional: isUnknown(calendar, start, end) };
}

/**
 * Working seconds from `a` to `b`, negative where `b` comes first. Throws `calendar.horizon` or `calendar.before` where a day in
 * question is not known.
 */
export function workingBetween(calendar: Calendar, a: Instant, b: Instant): number {
  const [from, until] = [Math.floor(a / 1000), Math.floor(b / 1000)];
  refuseUnknown(calendar, Math.min(from, until), Math.max(from, until));
  return passed(calendar, until) - passed(calendar, from);
}

/** As `workingBetween`; days that are not known are taken by the week alone and the answer is marked. */
export function projectBetween(calendar: Calendar, a: Instant, b: Instant): ProjectedSeconds {
  const [from, until] = [Math.floor(a / 1000), Math.floor(b / 1000)];
  return {
    seconds: passed(calendar, until) - passed(calendar, from),
    provisional: isUnknown(calendar, Math.min(from, until), Math.max(from, until)),
  };
}

function add(calendar: Calendar, from: number, seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 0) throw new HuyingError('calendar.amount', { amount: seconds });
  const { starts, secondsBefore } = calendar.table;
  const target = passed(calendar, from) + seconds;
  if (seconds === 0) return from;
  // The first interval at whose end the target is reached: secondsBefore[low] < target <= secondsBefore[low + 1].
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((secondsBefore[middle + 1] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  if (low === starts.length) throw outOfRange(calendar, calendar.table.until);
  return (starts[low] ?? 0) + target - (secondsBefore[low] ?? 0);
}

/** Working seconds from the beginning of the table to a UTC second. */
function passed(calendar: Calendar, second: number): number {
  const { from, until, starts, ends, secondsBefore } = calendar.table;
  // Written so that NaN is refused too.
  if (!(second >= from && second <= until)) throw outOfRange(calendar, second);
  // The number of intervals that began at or before the second.
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= second) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return 0;
  const last = low - 1;
  return (secondsBefore[last] ?? 0) + Math.min(second, ends[last] ?? 0) - (starts[last] ?? 0);
}

function isUnknown(calendar: Calendar, from: number, until: number): boolean {
  return from < calendar.known.from || until > calendar.known.until;
}

function refuseUnknown(calendar: Calendar, from: number, until: number): void {
  const { first, horizon, known } = calendar;
  if (until > known.until) throw new HuyingError('calendar.horizon', { horizon, date: dateOf(calendar, until) });
  if (from < known.from) throw new HuyingError('calendar.before', { first, date: dateOf(calendar, from) });
}

function outOfRange(calendar: Calendar, second: number): HuyingError {
  const { first, horizon } = calendar;
  return new HuyingError('calendar.range', { first, horizon, date: dateOf(calendar, second) });
}

function dateOf(calendar: Calendar, second: number): string {
  return Math.abs(second) < 8.64e12 ? localDateOf(calendar, second * 1000) : String(second);
}
