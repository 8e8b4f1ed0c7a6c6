export {
  type Calendar,
  type CalendarRules,
  calendarOf,
  closeOf,
  instantOf,
  localDateOf,
  localTimeOf,
  OFFICE_HOURS,
  type WorkingHours,
} from './calendar.ts';
export {
  DAY_MS,
  dayNumberOf,
  HOUR_MS,
  type Instant,
  type IsoDate,
  isoDateOf,
  SECONDS_OF_DAY,
  type TimeOfDay,
  type Weekday,
  weekdayOf,
} from './civil-date.ts';
export { type DayKind, type DaysOff, datesFrom, dayKind, daysOffAmong, type NamedDays } from './days-off.ts';
export { holidayName } from './holiday-name.ts';
export type { StatutoryDay, StatutoryYear } from './statutory-year.ts';
export {
  addWorkingDays,
  dueDate,
  isWorkingDay,
  type ProjectedDate,
  type ProjectedDueDay,
  projectDueDate,
  projectFirstWorkingDay,
  projectWorkingDay,
  projectWorkingDays,
  projectWorkingDaysBetween,
} from './working-day.ts';
export {
  addWorking,
  type ProjectedInstant,
  type ProjectedSeconds,
  projectBetween,
  projectWorking,
  workingBetween,
} from './working-time.ts';
export { wallClock, zoneClock } from './zone.ts';
