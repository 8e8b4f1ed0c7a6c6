import { type Day, daysBetween, daysLater, monthEndOf, monthsLater } from './day.ts';
import type { Aim, Path } from './indicator.ts';

/**
 * What should have been reached at the end of a day, as a share from 0 to 1 (序时进度). By months it is m/12 at each month end and stands
 * until the next; a start or due day within a month shortens the first or last step. A binary aim is expected on its due day and not
 * before. Null where no share is defined: bands, caps, growth, what is only followed, a target equal to its base.
 */
export function expectedAt(path: Path, aim: Aim, day: Day): number | null {
  switch (aim.aim) {
    case 'band':
    case 'cap':
    case 'growth':
    case 'followed':
      return null;
    case 'binary':
      return day >= dueOf(path) ? 1 : 0;
    case 'milestones':
      return path.shape === 'points' ? between(path.points, day, 0) : shareOfTime(path, day);
    case 'up':
    case 'down':
      if (path.shape !== 'points') return aim.value === aim.base ? null : shareOfTime(path, day);
      return aim.value === aim.base ? null : (between(path.points, day, aim.base) - aim.base) / (aim.value - aim.base);
  }
}

/** The value that should have been reached, in the indicator's unit (growth: percentage points). Null where none is defined. */
export function expectedValueAt(path: Path, aim: Aim, day: Day): number | null {
  if (aim.aim === 'growth') return path.shape === 'points' ? between(path.points, day, aim.points) : aim.points;
  if (aim.aim !== 'up' && aim.aim !== 'down') return null;
  if (path.shape === 'points') return between(path.points, day, aim.base);
  return aim.base + (aim.value - aim.base) * shareOfTime(path, day);
}

/** The day by which the whole is to be reached. */
export function dueOf(path: Path): Day {
  return path.shape === 'points' ? (path.points.at(-1)?.on ?? '9999-12-31') : path.due;
}

/** The day it starts; null where only points say what is expected. */
export function startOf(path: Path): Day | null {
  return path.shape === 'points' ? null : path.start;
}

function shareOfTime({ shape, start, due }: Exclude<Path, { shape: 'points' }>, day: Day): number {
  if (day >= due) return 1;
  if (day < start) return 0;
  if (shape === 'days') return daysBetween(start, day) / daysBetween(start, due);
  const step = shape === 'months' ? 1 : 3;
  return stepsUntil(start, day, step) / (stepsUntil(start, due, step) + (isStepEnd(due, step) ? 0 : 1));
}

/** How many month or quarter ends lie from a day to another, both included. */
function stepsUntil(from: Day, to: Day, months: number): number {
  const last = monthIndex(to) + (monthEndOf(to) === to ? 1 : 0);
  return Math.floor(last / months) - Math.floor(monthIndex(from) / months);
}

function isStepEnd(day: Day, months: number): boolean {
  return monthEndOf(day) === day && (monthIndex(day) + 1) % months === 0;
}

function monthIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** Along straight lines between points; `before` the first of them, the last value after the last. */
function between(points: readonly { readonly on: Day; readonly expected: number }[], day: Day, before: number): number {
  let left: { readonly on: Day; readonly expected: number } | undefined;
  for (const right of points) {
    if (right.on > day) {
      if (left === undefined) return before;
      const share = daysBetween(left.on, day) / daysBetween(left.on, right.on);
      return left.expected + (right.expected - left.expected) * share;
    }
    left = right;
  }
  return left?.expected ?? before;
}

/** The last day for which a value of a day may stand before the next one should be there: one more period of asking. */
export function holdsUntil(day: Day, every: 'week' | 'month' | 'quarter' | 'year'): Day {
  switch (every) {
    case 'week':
      return daysLater(day, 7);
    case 'month':
      return monthEndOf(monthsLater(day, 1));
    case 'quarter':
      return monthEndOf(monthsLater(day, 3));
    case 'year':
      return monthEndOf(monthsLater(day, 12));
  }
}
