import { HuyingError, type Problem } from '../error/index.ts';
import {
  dayNumberOf,
  type Instant,
  type IsoDate,
  isoDateOf,
  SECONDS_OF_DAY,
  secondOfDay,
  type TimeOfDay,
  type Weekday,
  weekdayOf,
} from './civil-date.ts';
import { knownYears, problemsOfYears, type StatutoryDay, type StatutoryYear, statutoryDays } from './statutory-year.ts';
import { offsetAt, utcSecondOf, type ZoneOffsets, zoneOffsets } from './zone.ts';

/** One stretch of work in a local day. */
export interface WorkingHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** What a district declares of its working time. Shifts round the clock are `hours: 00:00–24:00` and `weekend: []`. */
export interface CalendarRules {
  /** IANA name, e.g. `Asia/Shanghai`. */
  readonly zone: string;
  /** Default 08:00–12:00 and 14:00–18:00. */
  readonly hours?: readonly WorkingHours[];
  /** Default Saturday and Sunday. */
  readonly weekend?: readonly Weekday[];
  /** When a day counted as a date closes; default 18:00. */
  readonly closeOfDay?: TimeOfDay;
  readonly years: readonly StatutoryYear[];
}

/** Working intervals and working days, precomputed. Times are UTC seconds, days are days since 1970-01-01. */
export interface WorkingTable {
  readonly from: number;
  readonly until: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Working seconds before the interval; one entry more than intervals, the last being the sum. */
  readonly secondsBefore: Float64Array;
  readonly firstDay: number;
  /** Working days before the day, counted from `firstDay`; one entry more than days. */
  readonly daysBefore: Int32Array;
  /** The working days in order. */
  readonly workingDays: Int32Array;
  /** Seconds from local midnight to the close of a day. */
  readonly close: number;
}

/** The working time of one district, compiled. Days outside `first`–`horizon` are projected by the week alone. */
export interface Calendar {
  readonly zone: string;
  readonly hours: readonly WorkingHours[];
  readonly weekend: readonly Weekday[];
  readonly closeOfDay: TimeOfDay;
  /** First day of the first known year. */
  readonly first: IsoDate;
  /** Last day of the last known year without a gap before it. */
  readonly horizon: IsoDate;
  /** The known years: as UTC seconds `[from, until)`, and as days, both included. */
  readonly known: {
    readonly from: number;
    readonly until: number;
    readonly firstDay: number;
    readonly lastDay: number;
  };
  readonly statutory: ReadonlyMap<number, StatutoryDay>;
  readonly offsets: ZoneOffsets;
  readonly table: WorkingTable;
}

/** 上午八时至十二时,下午二时至六时: the eight working hours of a day (dispatch practice; a parameter). */
export const OFFICE_HOURS: readonly WorkingHours[] = [
  { from: '08:00', to: '12:00' },
  { from: '14:00', to: '18:00' },
];

const PROJECTED_YEARS = 10;

/**
 * Compiles a district's working calendar. Throws `calendar.zone`, and `calendar.invalid` with every mistake by its place; a calendar
 * without one known year is such a mistake.
 */
export function calendarOf(rules: CalendarRules): Calendar {
  const { zone, hours = OFFICE_HOURS, weekend = [6, 7], closeOfDay = '18:00', years } = rules;
  const problems = [...problemsOfHours(hours, closeOfDay), ...problemsOfYears(years)];
  const span = knownYears(years);
  if (span === null) problems.push({ path: '/years', zh: '没有一个已公布的年份', en: 'no year is known' });
  if (span === null || problems.length > 0) {
    throw new HuyingError('calendar.invalid', { count: problems.length }, problems);
  }

  const first = `${span.first}-01-01`;
  const horizon = `${span.last}-12-31`;
  const [firstKnown, lastKnown] = [dayNumberOf(first), dayNumberOf(horizon)];
  const firstDay = dayNumberOf(`${span.first - PROJECTED_YEARS}-01-01`);
  const lastDay = dayNumberOf(`${span.last + PROJECTED_YEARS}-12-31`);
  const offsets = zoneOffsets(zone, (firstDay - 2) * SECONDS_OF_DAY, (lastDay + 2) * SECONDS_OF_DAY);
  const statutory = statutoryDays(years);
  return {
    zone,
    hours,
    weekend,
    closeOfDay,
    first,
    horizon,
    known: {
      from: utcSecondOf(offsets, firstKnown, 0),
      until: utcSecondOf(offsets, lastKnown + 1, 0),
      firstDay: firstKnown,
      lastDay: lastKnown,
    },
    statutory,
    offsets,
    table: tableOf(firstDay, lastDay, hours, closeOfDay, offsets, (day) => {
      return statutory.has(day) ? statutory.get(day)?.isOffDay === false : !weekend.includes(weekdayOf(day));
    }),
  };
}

/** The local date of a moment. */
export function localDateOf(calendar: Calendar, at: Instant): IsoDate {
  return isoDateOf(localDayOf(calendar, at));
}

/** The local day number and the seconds on the wall clock since its midnight. */
export function localTimeOf(calendar: Calendar, at: Instant): { readonly day: number; readonly second: number } {
  const utc = Math.floor(at / 1000);
  const local = utc + offsetAt(calendar.offsets, utc);
  const day = Math.floor(local / SECONDS_OF_DAY);
  return { day, second: local - day * SECONDS_OF_DAY };
}

export function localDayOf(calendar: Calendar, at: Instant): number {
  return localTimeOf(calendar, at).day;
}

/** The moment of a local date and time of day. Throws `calendar.date`. */
export function instantOf(calendar: Calendar, date: IsoDate, time: TimeOfDay): Instant {
  const second = secondOfDay(time);
  if (second === null) throw new HuyingError('calendar.date', { date: `${date} ${time}` });
  return utcSecondOf(calendar.offsets, dayNumberOf(date), second) * 1000;
}

/** The moment a date closes: due on a day means due by then. */
export function closeOf(calendar: Calendar, date: IsoDate): Instant {
  return closeOfDayNumber(calendar, dayNumberOf(date));
}

export function closeOfDayNumber(calendar: Calendar, day: number): Instant {
  return utcSecondOf(calendar.offsets, day, calendar.table.close) * 1000;
}

function tableOf(
  firstDay: number,
  lastDay: number,
  hours: readonly WorkingHours[],
  closeOfDay: TimeOfDay,
  offsets: ZoneOffsets,
  works: (day: number) => boolean,
): WorkingTable {
  const seconds = hours.map(({ from, to }) => [secondOfDay(from) ?? 0, secondOfDay(to) ?? 0] as const);
  const starts: number[] = [];
  const ends: number[] = [];
  const secondsBefore = [0];
  const daysBefore = [0];
  const workingDays: number[] = [];
  let sum = 0;
  for (let day = firstDay; day <= lastDay; day++) {
    if (works(day)) {
      workingDays.push(day);
      for (const [from, to] of seconds) {
        const start = utcSecondOf(offsets, day, from);
        const end = utcSecondOf(offsets, day, to);
        // Summer time may swallow a stretch of the night whole.
        if (end <= start) continue;
        starts.push(start);
        ends.push(end);
        sum += end - start;
        secondsBefore.push(sum);
      }
    }
    daysBefore.push(workingDays.length);
  }
  return {
    from: utcSecondOf(offsets, firstDay, 0),
    until: utcSecondOf(offsets, lastDay + 1, 0),
    starts: Float64Array.from(starts),
    ends: Float64Array.from(ends),
    secondsBefore: Float64Array.from(secondsBefore),
    firstDay,
    daysBefore: Int32Array.from(daysBefore),
    workingDays: Int32Array.from(workingDays),
    close: secondOfDay(closeOfDay) ?? 0,
  };
}

function problemsOfHours(hours: readonly WorkingHours[], closeOfDay: TimeOfDay): Problem[] {
  const problems: Problem[] = [];
  if (hours.length === 0) problems.push({ path: '/hours', zh: '没有工作时段', en: 'there are no working hours' });
  let last = 0;
  for (const [index, { from, to }] of hours.entries()) {
    const [start, end] = [secondOfDay(from), secondOfDay(to)];
    if (start === null || end === null || end <= start || start < last) {
      problems.push({
        path: `/hours/${index}`,
        zh: `工作时段“${from}–${to}”须为先后有序、互不重叠的时间`,
        en: `the working hours "${from}–${to}" must be times in order that do not overlap`,
      });
    }
    last = end ?? last;
  }
  if (secondOfDay(closeOfDay) === null) {
    problems.push({ path: '/closeOfDay', zh: `“${closeOfDay}”不是时间`, en: `"${closeOfDay}" is not a time of day` });
  }
  return problems;
}
