import {
  type ClockEvent,
  type ClockState,
  type ClockStep,
  changeLimit,
  paceOf,
  pauseClock,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
} from '../clock/index.ts';
import { evaluate } from '../condition/index.ts';
import type { CaseContext, CaseRecord, Part } from './case-record.ts';
import type { CaseType, ClockSpec } from './case-type.ts';
import { reopens } from './closed.ts';
import type { Affected } from './effects.ts';
import { extensionOf } from './extension.ts';
import { factsOf } from './facts.ts';
import { limitFields, limitOf } from './limit-of.ts';

/** The outcome of a clock that stopped because what it waited for was done. */
const MET = 'met';

type Wanted = 'running' | 'paused' | 'none';

/** The clocks of a case after a step, and what goes into their ledgers. */
export interface ClockMoves {
  readonly states: Readonly<Record<string, ClockState>>;
  readonly events: Readonly<Record<string, readonly ClockEvent[]>>;
}

/**
 * Moves every clock of a case from where `before` left it to where `after` wants it: by state for clocks that somebody
 * answers for, by application for those of a decision, by part for assisting units. The same unit resumes, another starts
 * afresh. A comment moves nothing, because it changes neither.
 */
export function moveClocks(
  type: CaseType,
  before: CaseRecord | null,
  after: CaseRecord,
  affected: Omit<Affected, 'record'>,
  context: CaseContext,
): ClockMoves {
  const states: Record<string, ClockState> = { ...before?.clocks };
  const events: Record<string, ClockEvent[]> = {};
  const take = (name: string, step: ClockStep) => {
    states[name] = step.state;
    events[name] = [...(events[name] ?? []), step.event];
  };
  for (const [name, spec] of Object.entries(type.clocks)) {
    const extension = affected.extensions.find(({ clocks }) => clocks.includes(name));
    const granted = extension === undefined ? null : extensionOf(type, name, after, extension, context);
    if (granted !== null) take(name, granted);
    const met = affected.met.includes(name);
    const afresh = affected.restarts.includes(name) || reopens(type, before, after) || isOtherUnit(spec, before, after);
    const step = moveOne(spec, before, after, states[name], { met, afresh }, context);
    if (step !== null) take(name, step);
  }
  movePartClocks(type, after, states, take, context);
  return { states, events };
}

function moveOne(
  spec: ClockSpec,
  before: CaseRecord | null,
  after: CaseRecord,
  state: ClockState | undefined,
  { met, afresh }: { readonly met: boolean; readonly afresh: boolean },
  context: CaseContext,
): ClockStep | null {
  const { calendar, now: at } = context;
  const wanted = met ? 'none' : wantedPhase(spec, after);
  const phase = state?.phase;
  if (wanted === 'none') {
    const outcome = met ? MET : after.state;
    return state !== undefined && phase?.kind !== 'stopped' ? stopClock(state, calendar, { at, outcome }) : null;
  }
  if (wanted === 'paused') {
    return state !== undefined && phase?.kind === 'running'
      ? pauseClock(state, { at, why: after.state, ...(after.heldUntil === null ? {} : { until: after.heldUntil }) })
      : null;
  }
  if (state !== undefined && phase !== undefined && !afresh) {
    if (phase.kind === 'running') return relimited(spec, before, after, state, context);
    if (phase.kind === 'paused') return resumeClock(state, calendar, { at });
    if (phase.outcome === MET) return null;
  }
  if (spec.unless !== undefined && evaluate(spec.unless, factsOf(after, context)) === true) return null;
  const found = limitOf(spec, after, context);
  if (found === null) return null;
  return state === undefined ? startClock(calendar, { at, ...found }) : restartClock(state, calendar, { at, ...found });
}

/** The same unit goes on with what it had left, another starts afresh. */
function isOtherUnit(spec: ClockSpec, before: CaseRecord | null, after: CaseRecord): boolean {
  return spec.perUnit === true && before !== null && before.unit !== null && before.unit !== after.unit;
}

/**
 * Another matter, kind of demand or deadline of the city: another limit from the same start. The promise given stays, and
 * a second one is recorded beside it. A clock that was extended keeps the way it counts, and so its limit.
 */
function relimited(
  spec: ClockSpec,
  before: CaseRecord | null,
  after: CaseRecord,
  state: ClockState,
  context: CaseContext,
): ClockStep | null {
  if (before === null || limitFields(spec).every((field) => before.data[field] === after.data[field])) return null;
  const found = limitOf(spec, after, { ...context, now: state.startedAt });
  if (found === null || (state.extensions.length > 0 && paceOf(found.limit) !== paceOf(state.limit))) return null;
  const { amount, unit } = state.limit;
  if (found.limit.amount === amount && found.limit.unit === unit) return null;
  return changeLimit(state, context.calendar, { at: context.now, ...found });
}

function wantedPhase(spec: ClockSpec, record: CaseRecord): Wanted {
  if ('whilePending' in spec) return record.requests[spec.whilePending] === undefined ? 'none' : 'running';
  if ('window' in spec) return spec.window.includes(record.state) ? 'running' : 'none';
  if (spec.runs.includes(record.state)) return 'running';
  return spec.pauses?.includes(record.state) === true ? 'paused' : 'none';
}

/** The clocks of assisting units; where the case has ended, nobody waits any longer for an answer that was optional. */
function movePartClocks(
  type: CaseType,
  after: CaseRecord,
  states: Readonly<Record<string, ClockState>>,
  take: (name: string, step: ClockStep) => void,
  context: CaseContext,
): void {
  const { calendar, now: at } = context;
  for (const part of type.partClock === undefined ? [] : after.parts) {
    const name = partClockName(part);
    const state = states[name];
    const isRunning = state !== undefined && state.phase.kind !== 'stopped';
    const outcome = part.waived ? 'waived' : part.answeredAt !== null ? 'answered' : after.state;
    const waits = outcome === after.state && !type.ends.includes(after.state);
    if (isRunning && !waits) take(name, stopClock(state, calendar, { at, outcome }));
    if (isRunning || !waits || type.partClock === undefined) continue;
    const found = limitOf(type.partClock, after, context);
    if (found === null) continue;
    const start = { at, ...found };
    take(name, state === undefined ? startClock(calendar, start) : restartClock(state, calendar, start));
  }
}

/** The name of a part's clock. */
export function partClockName(part: Pick<Part, 'id'>): string {
  return `part:${part.id}`;
}
