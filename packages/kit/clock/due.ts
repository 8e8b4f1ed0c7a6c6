import { type Calendar, type Instant, localDateOf } from '../calendar/index.ts';
import { HuyingError } from '../error/index.ts';
import { budgetOf, type ClockRun, type ClockState } from './clock-state.ts';
import { type Pace, paceOf, unitsOf } from './limit.ts';
import { type Due, shareOfDay, unitsAfter, unitsBetween } from './pace.ts';

/**
 * When a clock is due: where its budget ends along its runs. Null while it rests with budget left, for then the due time depends on
 * when it goes on (`dueIfResumed`); of a stopped clock, what was due when it stopped.
 */
export function dueOf(state: ClockRun, calendar: Calendar): Due | null {
  return state.phase.kind === 'stopped' ? state.phase.due : pointOf(state, calendar, allowanceOf(state, calendar));
}

/** As `dueOf`, for whatever must be exact: throws `calendar.horizon` or `calendar.before` rather than answer provisionally. */
export function exactDueOf(state: ClockState, calendar: Calendar): Due | null {
  const due = dueOf(state, calendar);
  if (due === null || !due.provisional) return due;
  const { first, horizon, known } = calendar;
  if (due.at >= known.until * 1000)
    throw new HuyingError('calendar.horizon', { horizon, date: localDateOf(calendar, due.at) });
  throw new HuyingError('calendar.before', { first, date: localDateOf(calendar, state.startedAt) });
}

/** When a resting clock would be due if it went on at a moment (the end of a hold, say). */
export function dueIfResumed(state: ClockRun, calendar: Calendar, at: Instant): Due | null {
  return dueOf({ ...state, phase: { kind: 'running', since: at } }, calendar);
}

/** What a clock has used by a moment, in its own units. */
export function consumedOf({ limit, runs, phase }: ClockRun, calendar: Calendar, now: Instant): number {
  const open = phase.kind === 'running' ? [{ from: phase.since, until: now }] : [];
  return [...runs, ...open].reduce(
    (sum, { from, until }) => sum + unitsBetween(calendar, paceOf(limit), from, Math.min(until, now)),
    0,
  );
}

/** What a clock has left at a moment, in its own units; below zero by as much as it is late. */
export function leftOf(state: ClockRun, calendar: Calendar, now: Instant): number {
  return allowanceOf(state, calendar) - consumedOf(state, calendar, now);
}

/**
 * What a clock may use up to its due time: its budget, and for calendar days also the days off at the end of a period to which an
 * extension was added, for it adds to the due date that stood.
 */
export function allowanceOf(run: ClockRun, calendar: Calendar): number {
  if (paceOf(run.limit) !== 'calendarDays') return budgetOf(run);
  return run.extensions.reduce((units, { amount }) => {
    const due = pointOf(run, calendar, units);
    return Math.max(units, due === null ? 0 : consumedOf(run, calendar, due.at)) + unitsOf(amount);
  }, unitsOf(run.limit));
}

/**
 * The moment at which `units` of a clock's own were used along its runs, or null where it rests before. Of days `units` may have a
 * fraction: that share of the working time of the day in question.
 */
export function pointOf(run: ClockRun, calendar: Calendar, units: number): Due | null {
  const pace = paceOf(run.limit);
  let left = units;
  for (const { from, until } of run.runs) {
    const point = after(calendar, pace, from, left);
    if (point.at < Math.floor(until / 1000) * 1000) return point;
    left = Math.max(0, left - unitsBetween(calendar, pace, from, until));
  }
  return run.phase.kind === 'running' ? after(calendar, pace, run.phase.since, left) : null;
}

/** Whether a moment is past a due time. Due at 18:00:00, 18:00:00 is in time and 18:00:01 is not. */
export function isPast(now: Instant, due: Due): boolean {
  return Math.floor(now / 1000) * 1000 > due.at;
}

function after(calendar: Calendar, pace: Pace, from: Instant, units: number): Due {
  const exact = Math.round(units * 1e9) / 1e9;
  if (pace === 'workingSeconds' || pace === 'continuousSeconds')
    return unitsAfter(calendar, pace, from, Math.round(exact));
  const whole = Math.ceil(exact);
  if (whole === exact) return unitsAfter(calendar, pace, from, whole);
  return shareOfDay(calendar, pace, from, whole, exact - whole + 1);
}
