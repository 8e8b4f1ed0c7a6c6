import { dayNumberOf, type IsoDate, isoDateOf, weekdayOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';

export type By = 'day' | 'week' | 'month' | 'year';

/** Days of a district, both included. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A stretch of days as it is read: `2026-07-14`, `2026-W29`, `2026-07`, `2026`, else from/to. */
export interface Period extends Days {
  readonly label: string;
}

const LONGEST_DAYS = 3660;
const MOST_PERIODS = 400;

/** The periods of some days: one of all of them, or one for each day, week (Monday to Sunday), month, year. Throws measure.period. */
export function periodsOf({ from, to }: Days, by?: By): readonly Period[] {
  const fault = () => new HuyingError('measure.period', { from, to });
  const days = daysBetween(from, to, fault);
  if (days < 1 || days > LONGEST_DAYS) throw fault();
  if (by === undefined) return [{ from, to, label: labelOf({ from, to }) }];
  const periods: Period[] = [];
  for (let start = from; start <= to; ) {
    const end = endOf(start, by);
    const last = end < to ? end : to;
    periods.push({ from: start, to: last, label: labelIn(start, by) });
    start = dayAfter(last);
    if (periods.length > MOST_PERIODS) throw fault();
  }
  return periods;
}

function daysBetween(from: IsoDate, to: IsoDate, fault: () => HuyingError): number {
  try {
    return dayNumberOf(to) - dayNumberOf(from) + 1;
  } catch {
    throw fault();
  }
}

export const dayAfter = (date: IsoDate, days = 1): IsoDate => isoDateOf(dayNumberOf(date) + days);
export const dayBefore = (date: IsoDate): IsoDate => dayAfter(date, -1);
export const monthOf = (date: IsoDate): IsoDate => `${date.slice(0, 7)}-01`;

/** The first day of the month after. */
export function monthAfter(date: IsoDate): IsoDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${date.slice(0, 4)}-${String(month + 1).padStart(2, '0')}-01`;
}

function endOf(start: IsoDate, by: By): IsoDate {
  switch (by) {
    case 'day':
      return start;
    case 'week':
      return dayAfter(start, 7 - weekdayOf(dayNumberOf(start)));
    case 'month':
      return dayBefore(monthAfter(start));
    case 'year':
      return `${start.slice(0, 4)}-12-31`;
    default:
      return by satisfies never;
  }
}

function labelIn(start: IsoDate, by: By): string {
  switch (by) {
    case 'day':
      return start;
    case 'week':
      return weekLabel(start);
    case 'month':
      return start.slice(0, 7);
    case 'year':
      return start.slice(0, 4);
    default:
      return by satisfies never;
  }
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function weekLabel(date: IsoDate): string {
  const day = dayNumberOf(date);
  const thursday = isoDateOf(day + 4 - weekdayOf(day));
  const first = dayNumberOf(`${thursday.slice(0, 4)}-01-01`);
  const week = Math.floor((dayNumberOf(thursday) - first) / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

function labelOf(days: Days): string {
  const kind = wholePeriod(days);
  return kind === null ? `${days.from}/${days.to}` : labelIn(days.from, kind);
}

/** Whether days are exactly one day, month or year of the calendar: the periods for which numbers are published. */
export function wholePeriod({ from, to }: Days): 'day' | 'month' | 'year' | null {
  if (from === to) return 'day';
  if (from === monthOf(from) && to === dayBefore(monthAfter(from))) return 'month';
  return from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31` ? 'year' : null;
}

/** Cells to be read for some days: whole months by month (span 1), the days before and after by day (span 0). */
export interface Stretch extends Days {
  readonly span: 0 | 1;
}

export function stretchesOf({ from, to }: Days): readonly Stretch[] {
  if (from > to) return [];
  const first = from === monthOf(from) ? from : monthAfter(from);
  const after = to === dayBefore(monthAfter(to)) ? monthAfter(to) : monthOf(to);
  if (first >= after) return [{ span: 0, from, to }];
  const months: Stretch = { span: 1, from: first, to: dayBefore(after) };
  return [
    ...(from < first ? [{ span: 0 as const, from, to: dayBefore(first) }] : []),
    months,
    ...(after <= to ? [{ span: 0 as const, from: after, to }] : []),
  ];
}
