import type { Day } from './day.ts';

/** What the responsible unit says of it itself. */
export const OFFICIALS = ['not-started', 'under-way', 'basically-done', 'done', 'not-done', 'cancelled'] as const;
export type Official = (typeof OFFICIALS)[number];

/** How much of what is said the evidence supports. */
export const EVIDENCE_STATES = ['none', 'part', 'full'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** What the calendar says. */
export const SCHEDULE_STATES = ['early', 'on-time', 'late', 'late-and-done', 'not-due'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

/** How firmly a report promises: 约束性 or 确保; 预期性 or 力争; neither word. */
export type Firmness = 'binding' | 'aimed' | 'plain';

/** True for what a unit may say at the end of a promise. */
export function isFinal(official: Official): boolean {
  return official !== 'not-started' && official !== 'under-way';
}

/**
 * What the calendar says at the end of a day. Done before the due day is early, on it on time, after it late and done; undone it is not
 * due until the due day has passed. Without a date nothing is ever due: what is done then is on time, what is not is not due.
 */
export function scheduleOf(due: Day | null, doneOn: Day | null, asOf: Day): ScheduleState {
  const done = doneOn !== null && doneOn <= asOf;
  if (due === null) return done ? 'on-time' : 'not-due';
  if (!done) return asOf > due ? 'late' : 'not-due';
  if (doneOn < due) return 'early';
  return doneOn === due ? 'on-time' : 'late-and-done';
}

/** Something said to be achieved, and how much of it: `task:<id>` 1, `site:<id>` 1, `indicator:<name>` its value. */
export interface Said {
  readonly of: string;
  readonly amount: number;
}

/** A piece of evidence: what it belongs to (null: the promise as a whole) and how much of that it covers (null: all of it). */
export interface Support {
  readonly of: string | null;
  readonly covers: number | null;
}

/**
 * How much of what is said is supported: all of it, some, nothing. Where nothing is said yet there is nothing to support, and evidence
 * that belongs to nothing in particular supports in part at most.
 */
export function evidenceOf(said: readonly Said[], supports: readonly Support[]): EvidenceState {
  const claims = said.filter(({ amount }) => amount !== 0);
  const covered = claims.map(({ of, amount }) => {
    const own = supports.filter((support) => support.of === of);
    if (own.some(({ covers }) => covers === null)) return 1;
    return own.reduce((sum, { covers }) => sum + Math.abs(covers ?? 0), 0) / Math.abs(amount);
  });
  if (claims.length > 0 && covered.every((share) => share >= 1)) return 'full';
  if (covered.some((share) => share > 0)) return 'part';
  return claims.length > 0 && supports.some(({ of }) => of === null) ? 'part' : 'none';
}
