import type { Calendar, Instant } from '../calendar/index.ts';
import { HuyingError } from '../error/index.ts';
import type { Basis, ClockEvent } from './clock-event.ts';
import { applyClock, type ClockState, runAfter } from './clock-state.ts';
import { dueIfResumed, dueOf, isPast } from './due.ts';
import type { Limit } from './limit.ts';
import type { Due } from './pace.ts';

/** What to append to a clock's ledger, and the state to store with it. Every step throws as `applyClock` does. */
export interface ClockStep {
  readonly event: ClockEvent;
  readonly state: ClockState;
}

/** At most two extensions are approved; refusals do not count (dispatch practice; a parameter). */
export const EXTENSIONS_AT_MOST = 2;

export interface StartInput {
  readonly at: Instant;
  readonly limit: Limit;
  readonly basis: Basis;
}

export function startClock(calendar: Calendar, { at, limit, basis }: StartInput): ClockStep {
  const due = freshDue(calendar, at, limit, basis);
  return step(null, { kind: 'start', at, limit, basis, due });
}

/** Brings a clock to rest; `until` is the end of a hold. */
export function pauseClock(
  state: ClockState,
  { at, why, until }: { readonly at: Instant; readonly why: string; readonly until?: Instant },
): ClockStep {
  return step(state, { kind: 'pause', at, why, ...(until === undefined ? {} : { until }) });
}

/** Lets a clock go on with what is left, after a pause or after work that came back (返工). */
export function resumeClock(state: ClockState, calendar: Calendar, { at }: { readonly at: Instant }): ClockStep {
  const due = dueIfResumed(state, calendar, at) ?? state.promise;
  return step(state, { kind: 'resume', at, due });
}

/** Begins afresh, with the same limit unless another is given. The first promise stays. */
export function restartClock(
  state: ClockState,
  calendar: Calendar,
  { at, limit = state.limit, basis = state.basis }: Partial<StartInput> & Pick<StartInput, 'at'>,
): ClockStep {
  const due = freshDue(calendar, at, limit, basis);
  return step(state, { kind: 'restart', at, limit, basis, due });
}

/** Another limit from the same start: a change of matter keeps the promise given and records a second one. */
export function changeLimit(state: ClockState, calendar: Calendar, { at, limit, basis }: StartInput): ClockStep {
  const due = dueOf(runAfter(state, { kind: 'change', at, limit, basis }), calendar);
  return step(state, { kind: 'change', at, limit, basis, due });
}

/**
 * Adds time to the current due, of a running clock or a resting one. Throws `clock.expired` where it was asked for after the due time
 * (approval may come later), `clock.extensions` past the number allowed.
 */
export function extendClock(
  state: ClockState,
  calendar: Calendar,
  {
    at,
    askedAt,
    amount,
    by,
  }: { readonly at: Instant; readonly askedAt: Instant; readonly amount: Limit; readonly by: string },
  atMost: number = EXTENSIONS_AT_MOST,
): ClockStep {
  refuseExtension(state, calendar, askedAt, atMost);
  const due = dueOf(runAfter(state, { kind: 'extend', at, amount, by }), calendar);
  return step(state, { kind: 'extend', at, amount, by, due });
}

/** Throws what bars an extension asked for at a moment: `clock.expired` or `clock.extensions`. */
export function refuseExtension(
  state: ClockState,
  calendar: Calendar,
  askedAt: Instant,
  atMost: number = EXTENSIONS_AT_MOST,
): void {
  const count = state.extensions.length;
  if (count >= atMost) throw new HuyingError('clock.extensions', { count });
  const due = dueOf(state, calendar);
  if (due !== null && isPast(askedAt, due)) {
    throw new HuyingError('clock.expired', { due: new Date(due.at).toISOString() });
  }
}

/** Ends a clock; what was due is kept with it, so that no later calendar makes it late. */
export function stopClock(
  state: ClockState,
  calendar: Calendar,
  { at, outcome }: { readonly at: Instant; readonly outcome: string },
): ClockStep {
  return step(state, { kind: 'stop', at, outcome, due: dueOf(state, calendar) });
}

/**
 * Tells a new due time after an edit of the calendar, or null where the clock does not run or nothing moved. The first promise stays;
 * the new one stands beside it. A clock at rest tells its new due time when it goes on.
 */
export function reprojectClock(
  state: ClockState,
  calendar: Calendar,
  { at, why }: { readonly at: Instant; readonly why: string },
): ClockStep | null {
  if (state.phase.kind !== 'running') return null;
  const due = dueOf(state, calendar);
  if (due === null || (due.at === state.promise.at && due.provisional === state.promise.provisional)) return null;
  return step(state, { kind: 'reproject', at, why, due });
}

/** What is dispatched again after it was sent back: the same unit goes on with what it had left, another starts afresh. */
export function redispatchClock(
  state: ClockState,
  calendar: Calendar,
  { from, to, ...start }: { readonly from: string; readonly to: string } & Partial<StartInput> & Pick<StartInput, 'at'>,
): ClockStep {
  return from === to ? resumeClock(state, calendar, start) : restartClock(state, calendar, start);
}

function step(state: ClockState | null, event: ClockEvent): ClockStep {
  return { event, state: applyClock(state, event) };
}

function freshDue(calendar: Calendar, at: Instant, limit: Limit, basis: Basis): Due {
  const due = dueOf(runAfter(null, { kind: 'start', at, limit, basis }), calendar);
  if (due === null) throw new HuyingError('clock.event', { event: 'start', phase: 'absent' });
  return due;
}
