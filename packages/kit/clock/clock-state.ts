import type { Instant } from '../calendar/index.ts';
import { HuyingError } from '../error/index.ts';
import type { Basis, ClockEvent, ClockEventKind, ClockLedger } from './clock-event.ts';
import { type Limit, paceOf, unitsOf } from './limit.ts';
import type { Due } from './pace.ts';

/** A stretch during which the clock ran, and why it came to rest. */
export interface Run {
  readonly from: Instant;
  readonly until: Instant;
  readonly why: string;
}

export interface Extension {
  readonly at: Instant;
  readonly amount: Limit;
  readonly by: string;
}

export type ClockPhase =
  | { readonly kind: 'running'; readonly since: Instant }
  | { readonly kind: 'paused'; readonly since: Instant; readonly why: string; readonly until?: Instant }
  | { readonly kind: 'stopped'; readonly at: Instant; readonly outcome: string; readonly due: Due | null };

/** What a clock has run and what it may run: enough to derive when it is due. */
export interface ClockRun {
  readonly limit: Limit;
  readonly extensions: readonly Extension[];
  readonly runs: readonly Run[];
  readonly phase: ClockPhase;
}

/**
 * A clock as stored: a budget and its runs and pauses, all of them facts. When it is due, how much is used and what light it shows are
 * derived with the calendar of the day, so that an edited calendar re-projects every open clock and none that has stopped.
 */
export interface ClockState extends ClockRun {
  readonly basis: Basis;
  /** 1, and one more with every restart. */
  readonly round: number;
  /** Start of this round. */
  readonly startedAt: Instant;
  /** The first promise given; it never moves. */
  readonly firstPromise: Due;
  /** The promise that stands beside it now. */
  readonly promise: Due;
  /** Time of the last event. */
  readonly asOf: Instant;
}

const POSSIBLE: Readonly<Record<'absent' | ClockPhase['kind'], readonly ClockEventKind[]>> = {
  absent: ['start'],
  running: ['pause', 'restart', 'change', 'extend', 'reproject', 'stop'],
  paused: ['resume', 'restart', 'change', 'extend', 'stop'],
  stopped: ['resume', 'restart'],
};

/** Whether a clock can take an event as it stands. */
export function canTake(state: ClockState | null, kind: ClockEventKind): boolean {
  return POSSIBLE[state?.phase.kind ?? 'absent'].includes(kind);
}

/**
 * The state after one more event. Needs no calendar: events carry what was told. Throws `clock.event` for one that cannot happen now,
 * `clock.order` for one before the last, `clock.unit` for an extension that counts otherwise than the limit.
 */
export function applyClock(state: ClockState | null, event: ClockEvent): ClockState {
  if (!canTake(state, event.kind)) {
    throw new HuyingError('clock.event', { event: event.kind, phase: state?.phase.kind ?? 'absent' });
  }
  if (state !== null && event.at < state.asOf) {
    throw new HuyingError('clock.order', { at: isoOf(event.at), last: isoOf(state.asOf) });
  }
  const run = runAfter(state, event);
  if (event.kind === 'start' || event.kind === 'restart') {
    return {
      ...run,
      basis: event.basis,
      round: (state?.round ?? 0) + 1,
      startedAt: event.at,
      firstPromise: state?.firstPromise ?? event.due,
      promise: event.due,
      asOf: event.at,
    };
  }
  if (state === null) throw new HuyingError('clock.event', { event: event.kind, phase: 'absent' });
  const told = event.kind === 'stop' || event.kind === 'pause' ? null : event.due;
  const basis = event.kind === 'change' ? event.basis : state.basis;
  return { ...state, ...run, basis, promise: told ?? state.promise, asOf: event.at };
}

/** The state that a whole ledger leads to: equal to the one stored. Throws as `applyClock` does, and for an empty ledger. */
export function replayClock(events: ClockLedger): ClockState {
  const state = events.reduce<ClockState | null>(applyClock, null);
  if (state === null) throw new HuyingError('clock.event', { event: '—', phase: 'absent' });
  return state;
}

/** How long a clock may run: its limit and what was added, in its own units (seconds, or days). */
export function budgetOf({ limit, extensions }: Pick<ClockRun, 'limit' | 'extensions'>): number {
  return extensions.reduce((sum, { amount }) => sum + unitsOf(amount), unitsOf(limit));
}

/** An event of which it is not worked out yet what it tells. */
export type UntoldEvent = ClockEvent extends infer E
  ? E extends { readonly kind: 'stop' }
    ? E
    : E extends { readonly due: unknown }
      ? Omit<E, 'due'>
      : E
  : never;

/** The runs after an event; what it tells of a due time moves none of them. */
export function runAfter(run: ClockRun | null, event: UntoldEvent): ClockRun {
  if (event.kind === 'start' || event.kind === 'restart') {
    unitsOf(event.limit);
    return { limit: event.limit, extensions: [], runs: [], phase: { kind: 'running', since: event.at } };
  }
  if (run === null) throw new HuyingError('clock.event', { event: event.kind, phase: 'absent' });
  switch (event.kind) {
    case 'pause': {
      const { at, why, until } = event;
      const phase = { kind: 'paused', since: at, why, ...(until === undefined ? {} : { until }) } as const;
      return { ...run, runs: closedRuns(run, at, why), phase };
    }
    case 'resume':
      return { ...run, phase: { kind: 'running', since: event.at } };
    case 'change': {
      unitsOf(event.limit);
      if (run.extensions.length > 0) refuseOtherPace(event.limit, run.limit);
      return { ...run, limit: event.limit };
    }
    case 'extend': {
      unitsOf(event.amount);
      refuseOtherPace(event.amount, run.limit);
      const { at, amount, by } = event;
      return { ...run, extensions: [...run.extensions, { at, amount, by }] };
    }
    case 'reproject':
      return run;
    case 'stop': {
      const { at, outcome, due } = event;
      return { ...run, runs: closedRuns(run, at, outcome), phase: { kind: 'stopped', at, outcome, due } };
    }
  }
}

function closedRuns({ runs, phase }: ClockRun, until: Instant, why: string): readonly Run[] {
  return phase.kind === 'running' ? [...runs, { from: phase.since, until, why }] : runs;
}

function refuseOtherPace(added: Limit, limit: Limit): void {
  if (paceOf(added) === paceOf(limit)) return;
  throw new HuyingError('clock.unit', { text: `${added.amount} ${added.unit}`, unit: limit.unit });
}

function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}
