import type { Words } from '../error/index.ts';
import type { Calendar } from './calendar.ts';
import { dayNumberOf, type IsoDate, isoDateOf, weekdayOf } from './civil-date.ts';
import { holidayName } from './holiday-name.ts';

/** What a date is in a calendar: by the week alone, or by a published exception with its name. */
export type DayKind =
  | { readonly kind: 'workday' | 'weekend' }
  | { readonly kind: 'holiday' | 'makeUpWorkday'; readonly name: Words };

/** Days that follow one another and bear one name. */
export interface NamedDays {
  readonly name: Words;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
}

/** The days of a period that the week alone does not explain, and the number of its weekend days. */
export interface DaysOff {
  readonly holidays: readonly NamedDays[];
  readonly makeUpWorkdays: readonly IsoDate[];
  readonly weekendDays: number;
}

/** What a date is, as far as it is published. */
export function dayKind(calendar: Calendar, date: IsoDate): DayKind {
  const day = dayNumberOf(date);
  const statutory = calendar.statutory.get(day);
  const weekend = calendar.weekend.includes(weekdayOf(day));
  if (statutory === undefined) return { kind: weekend ? 'weekend' : 'workday' };
  if (statutory.isOffDay) return { kind: 'holiday', name: holidayName(statutory.name) };
  return weekend ? { kind: 'makeUpWorkday', name: holidayName(statutory.name) } : { kind: 'workday' };
}

/** Gathers the days off among dates given in ascending order: holidays by name, make-up workdays, weekend days. */
export function daysOffAmong(calendar: Calendar, dates: readonly IsoDate[]): DaysOff {
  const holidays: NamedDays[] = [];
  const makeUpWorkdays: IsoDate[] = [];
  let weekendDays = 0;
  for (const date of dates) {
    const day = dayKind(calendar, date);
    if (day.kind === 'weekend') weekendDays++;
    if (day.kind === 'makeUpWorkday') makeUpWorkdays.push(date);
    if (day.kind !== 'holiday') continue;
    const last = holidays.at(-1);
    if (last !== undefined && last.name.zh === day.name.zh && dayNumberOf(last.to) === dayNumberOf(date) - 1) {
      holidays[holidays.length - 1] = { ...last, to: date, days: last.days + 1 };
    } else {
      holidays.push({ name: day.name, from: date, to: date, days: 1 });
    }
  }
  return { holidays, makeUpWorkdays, weekendDays };
}

/** The dates from one to another, both included; none where the second comes first. */
export function datesFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const first = dayNumberOf(from);
  return Array.from({ length: Math.max(0, dayNumberOf(to) - first + 1) }, (_, index) => isoDateOf(first + index));
}
