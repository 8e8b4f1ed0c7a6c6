import type { Instant } from '../calendar/index.ts';
import {
  type ClockState,
  type ClockStep,
  dueIfResumed,
  dueOf,
  extendClock,
  givenLimit,
  isPast,
  type Limit,
  paceOf,
} from '../clock/index.ts';
import type { CaseContext, CaseRecord } from './case-record.ts';
import type { ActionSpec, CaseType } from './case-type.ts';
import type { Extension } from './effects.ts';
import { daysAsLimit } from './limit-of.ts';

/** What was asked for: working days, and when. */
type Asked = Pick<Extension, 'days' | 'askedAt'>;

/** An extension that would go past the instant a clock is kept inside: when it would be due, and that instant. */
export interface Beyond {
  readonly due: Instant;
  readonly outer: Instant;
}

/**
 * A clock with the days it was granted, or as many of them as fit before the instant it is kept inside; null where it takes none. One that
 * was late when the extension was asked for stays late: more time is never given back.
 */
export function extensionOf(
  type: CaseType,
  name: string,
  record: CaseRecord,
  asked: Asked,
  context: CaseContext,
): ClockStep | null {
  const state = record.clocks[name];
  if (state === undefined || !inTime(state, asked.askedAt, context)) return null;
  const outer = outerOf(type, name, record);
  for (let days = asked.days; days > 0; days -= 1) {
    const step = extended(state, asked, daysAsLimit(state.limit, state.promise.at, days, context), context);
    if (outer === null || dueAfter(step, context) <= outer) return step;
  }
  const due = state.promise.at;
  if (outer === null || paceOf(state.limit) !== 'continuousSeconds') return null;
  const left = givenLimit(due, outer);
  // Less than a whole second is no time to grant.
  return left.amount > 0 ? extended(state, asked, left, context) : null;
}

/**
 * Whether what an action grants goes past the city's own deadline: nobody but the city gives more time than the city gave. Judged by the first
 * of the clocks to be due; those behind it are kept inside by `extensionOf`.
 */
export function beyondOuter(
  type: CaseType,
  action: ActionSpec,
  record: CaseRecord,
  context: CaseContext,
): Beyond | null {
  const found = (action.effects ?? []).flatMap((effect): Beyond[] => {
    const request = effect.do === 'extend' ? record.requests[effect.request] : undefined;
    if (effect.do !== 'extend' || request === undefined) return [];
    return effect.clocks.flatMap((name): Beyond[] => {
      const state = record.clocks[name];
      const outer = outerOf(type, name, record);
      if (state === undefined || outer === null || !inTime(state, request.at, context)) return [];
      const asked = { days: Number(request.asked.days), askedAt: request.at };
      const step = extended(state, asked, daysAsLimit(state.limit, state.promise.at, asked.days, context), context);
      return [{ due: dueAfter(step, context), outer }];
    });
  });
  const first = found.sort((a, b) => a.due - b.due)[0];
  return first !== undefined && first.due > first.outer ? first : null;
}

function extended(state: ClockState, { askedAt }: Asked, amount: Limit, context: CaseContext): ClockStep {
  const extension = { at: context.now, askedAt, amount, by: byWhom(context) };
  // How often is a parameter of the case type, guarded there; the clock itself takes what was granted.
  return extendClock(state, context.calendar, extension, Number.POSITIVE_INFINITY);
}

function dueAfter({ state }: ClockStep, { calendar, now }: CaseContext): Instant {
  return (dueOf(state, calendar) ?? dueIfResumed(state, calendar, now) ?? state.promise).at;
}

function outerOf(type: CaseType, name: string, record: CaseRecord): Instant | null {
  const field = type.clocks[name]?.inside?.field;
  const value = field === undefined ? null : record.data[field];
  return typeof value === 'number' ? value : null;
}

/** True when an application came before the clock was due; one that rests has time left. */
function inTime(state: ClockState, askedAt: Instant, context: CaseContext): boolean {
  if (state.phase.kind === 'stopped') return false;
  const due = dueOf(state, context.calendar);
  return due === null || !isPast(askedAt, due);
}

function byWhom({ acting }: CaseContext): string {
  return acting.kind === 'post' ? acting.post : acting.kind;
}
