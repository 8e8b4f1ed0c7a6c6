import {
  type Calendar,
  closeOf,
  dayNumberOf,
  type Instant,
  type IsoDate,
  instantOf,
  isoDateOf,
  localDateOf,
  projectBetween,
  projectDueDate,
  projectFirstWorkingDay,
  projectWorking,
  projectWorkingDaysBetween,
} from '../calendar/index.ts';
import type { Pace } from './limit.ts';

/** When something is due; provisional where it rests on days that are not published yet (DESIGN: re-projected when they are). */
export interface Due {
  readonly at: Instant;
  readonly provisional: boolean;
}

/**
 * A clock's own units that pass from one moment to a later one; none where it is earlier. Of days, those after the first date up to and
 * with the last: as the day after receipt is day 1, the day of a pause has been used and the day of resuming has not.
 */
export function unitsBetween(calendar: Calendar, pace: Pace, from: Instant, until: Instant): number {
  return Math.max(0, signedUnits(calendar, pace, from, until));
}

/** The moment at which `units` have passed since `from`. Of days, the close of the last; `units` is then a whole number. */
export function unitsAfter(calendar: Calendar, pace: Pace, from: Instant, units: number): Due {
  switch (pace) {
    case 'workingSeconds':
      return projectWorking(calendar, from, units);
    case 'continuousSeconds':
      return { at: (Math.floor(from / 1000) + units) * 1000, provisional: false };
    case 'workingDays':
    case 'calendarDays': {
      if (units === 0) return nextClose(calendar, from);
      const { date, provisional } = lastDay(calendar, pace, localDateOf(calendar, from), units);
      return { at: closeOf(calendar, date), provisional };
    }
  }
}

/** The moment within a day at which a share of it (above 0, below 1) has passed: of its working time, or of its 24 hours. */
export function shareOfDay(calendar: Calendar, pace: Pace, from: Instant, day: number, share: number): Due {
  const dayOf = pace === 'workingDays' ? projectDueDate : plainDate;
  const { date, provisional } = dayOf(calendar, localDateOf(calendar, from), day);
  const opens = instantOf(calendar, date, '00:00');
  const measure = pace === 'workingDays' ? 'workingSeconds' : 'continuousSeconds';
  const length = unitsBetween(calendar, measure, opens, instantOf(calendar, date, '24:00'));
  return { at: unitsAfter(calendar, measure, opens, Math.round(length * share)).at, provisional };
}

function signedUnits(calendar: Calendar, pace: Pace, from: Instant, until: Instant): number {
  switch (pace) {
    case 'workingSeconds':
      return projectBetween(calendar, from, until).seconds;
    case 'continuousSeconds':
      return Math.floor(until / 1000) - Math.floor(from / 1000);
    case 'workingDays':
      return projectWorkingDaysBetween(calendar, localDateOf(calendar, from), localDateOf(calendar, until));
    case 'calendarDays':
      return dayNumberOf(localDateOf(calendar, until)) - dayNumberOf(localDateOf(calendar, from));
  }
}

function lastDay(
  calendar: Calendar,
  pace: 'workingDays' | 'calendarDays',
  from: IsoDate,
  days: number,
): { readonly date: IsoDate; readonly provisional: boolean } {
  if (pace === 'workingDays') return projectDueDate(calendar, from, days);
  return projectFirstWorkingDay(calendar, plainDate(calendar, from, days).date);
}

function plainDate(
  _calendar: Calendar,
  from: IsoDate,
  days: number,
): { readonly date: IsoDate; readonly provisional: boolean } {
  return { date: isoDateOf(dayNumberOf(from) + days), provisional: false };
}

/** With no day left, work is due at the next close of a working day: resuming never makes a clock late at once. */
function nextClose(calendar: Calendar, from: Instant): Due {
  const today = projectFirstWorkingDay(calendar, localDateOf(calendar, from));
  if (closeOf(calendar, today.date) >= from)
    return { at: closeOf(calendar, today.date), provisional: today.provisional };
  const next = projectDueDate(calendar, today.date, 1);
  return { at: closeOf(calendar, next.date), provisional: next.provisional };
}
