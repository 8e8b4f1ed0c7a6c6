import {
  type ClockEvent,
  type ClockState,
  type ClockStep,
  extendClock,
  pauseClock,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
} from '../clock/index.ts';
import type { CaseContext, CaseRecord, Part } from './case-record.ts';
import type { CaseType, ClockSpec } from './case-type.ts';
import type { Affected } from './effects.ts';
import { daysAsLimit, limitOf } from './limit-of.ts';

type Spec = ClockSpec<string, string>;
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
  affected: Pick<Affected, 'extensions' | 'restarts'>,
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
    const state = states[name];
    if (extension !== undefined && state !== undefined && state.phase.kind !== 'stopped') {
      const amount = daysAsLimit(state.limit, state.promise.at, extension.days, context);
      const extended = { at: context.now, askedAt: extension.askedAt, amount, by: byWhom(context) };
      // How often is a parameter of the case type, guarded there; the clock itself takes what was granted.
      take(name, extendClock(state, context.calendar, extended, Number.POSITIVE_INFINITY));
    }
    const step = moveOne(spec, before, after, states[name], affected.restarts.includes(name), context);
    if (step !== null) take(name, step);
  }
  if (type.partClock !== undefined) movePartClocks(type.partClock, after, states, take, context);
  return { states, events };
}

function moveOne(
  spec: Spec,
  before: CaseRecord | null,
  after: CaseRecord,
  state: ClockState | undefined,
  restart: boolean,
  context: CaseContext,
): ClockStep | null {
  const { calendar, now: at } = context;
  const wanted = wantedPhase(spec, after);
  const phase = state?.phase.kind ?? 'absent';
  if (wanted === 'none') {
    return state !== undefined && phase !== 'stopped' ? stopClock(state, calendar, { at, outcome: after.state }) : null;
  }
  if (wanted === 'paused') {
    return state !== undefined && phase === 'running'
      ? pauseClock(state, { at, why: after.state, ...(after.heldUntil === null ? {} : { until: after.heldUntil }) })
      : null;
  }
  const otherUnit = spec.perUnit === true && before !== null && before.unit !== null && before.unit !== after.unit;
  if (state !== undefined && phase === 'running' && !restart && !otherUnit) return null;
  if (state !== undefined && phase === 'paused' && !restart && !otherUnit) {
    return resumeClock(state, calendar, { at });
  }
  const found = limitOf(spec, after, context);
  if (found === null) return null;
  return state === undefined ? startClock(calendar, { at, ...found }) : restartClock(state, calendar, { at, ...found });
}

function byWhom(context: CaseContext): string {
  return context.acting.kind === 'post' ? context.acting.post : context.acting.kind;
}

function wantedPhase(spec: Spec, record: CaseRecord): Wanted {
  if ('whilePending' in spec) return record.requests[spec.whilePending] === undefined ? 'none' : 'running';
  if ('window' in spec) return spec.window.includes(record.state) ? 'running' : 'none';
  if (spec.runs.includes(record.state)) return 'running';
  return spec.pauses?.includes(record.state) === true ? 'paused' : 'none';
}

function movePartClocks(
  spec: NonNullable<CaseType['partClock']>,
  after: CaseRecord,
  states: Readonly<Record<string, ClockState>>,
  take: (name: string, step: ClockStep) => void,
  context: CaseContext,
): void {
  for (const part of after.parts) {
    const name = partClockName(part);
    const state = states[name];
    const open = part.answeredAt === null && !part.waived;
    if (open && state === undefined) {
      const found = limitOf(spec, after, context);
      if (found !== null) take(name, startClock(context.calendar, { at: context.now, ...found }));
    } else if (!open && state !== undefined && state.phase.kind !== 'stopped') {
      take(name, stopClock(state, context.calendar, { at: context.now, outcome: part.waived ? 'waived' : 'answered' }));
    }
  }
}

/** The name of a part's clock. */
export function partClockName(part: Pick<Part, 'id'>): string {
  return `part:${part.id}`;
}
