import { closeOf, type Instant } from '../calendar/index.ts';
import { evaluate } from '../condition/index.ts';
import type { CaseContext, CaseRecord, OpenRequest, Values } from './case-record.ts';
import type { Effect } from './case-type.ts';
import { factsOf } from './facts.ts';

export type AnyEffect = Effect;

/** Days added to clocks by a granted extension; the clocks' own ledgers take them up after the move. */
export interface Extension {
  readonly clocks: readonly string[];
  readonly days: number;
  readonly askedAt: Instant;
}

export interface Affected {
  readonly record: CaseRecord;
  readonly extensions: readonly Extension[];
  /** Clocks that start afresh whatever their state: a next stage has a limit of its own, work sent back another due time. */
  readonly restarts: readonly string[];
  /** Clocks that stop because what they waited for was done. */
  readonly met: readonly string[];
}

/** Applies an action's effects in order. All their conditions look at the case as the step found it. */
export function applyEffects(
  effects: readonly AnyEffect[],
  record: CaseRecord,
  asked: Values,
  context: CaseContext,
): Affected {
  const extensions: Extension[] = [];
  const restarts: string[] = [];
  const met: string[] = [];
  const facts = factsOf(record, context, asked);
  let now = record;
  for (const effect of effects) {
    if (effect.when !== undefined && evaluate(effect.when, facts) !== true) continue;
    if (effect.do === 'extend') {
      const request = now.requests[effect.request];
      if (request !== undefined) {
        extensions.push({ clocks: effect.clocks, days: Number(request.asked.days), askedAt: request.at });
      }
    } else if (effect.do === 'nextStage') {
      restarts.push(effect.clock);
      now = { ...now, stage: now.stage + 1 };
    } else if (effect.do === 'restart') {
      restarts.push(effect.clock);
    } else if (effect.do === 'meet') {
      met.push(effect.clock);
    } else {
      now = affect(effect, now, asked, context);
    }
  }
  return { record: now, extensions, restarts, met };
}

function affect(
  effect: Exclude<AnyEffect, { do: 'extend' | 'nextStage' | 'restart' | 'meet' }>,
  record: CaseRecord,
  asked: Values,
  context: CaseContext,
): CaseRecord {
  switch (effect.do) {
    case 'dispatch': {
      const unit = String(asked.unit);
      return { ...record, unit, handler: null, involved: withUnit(record.involved, unit) };
    }
    case 'assign':
      return { ...record, handler: String(asked.handler) };
    case 'release':
      return { ...record, handler: null, requests: without(record.requests, effect.voids) };
    case 'open':
      return { ...record, requests: { ...record.requests, [effect.request]: requestOf(asked, context) } };
    case 'settle':
      return { ...record, requests: without(record.requests, [effect.request]) };
    case 'hold':
      return { ...record, heldUntil: closeOfAsked(record.requests[effect.request]?.asked.until, context) };
    case 'rework':
      return { ...record, round: record.round + 1 };
    case 'askUnit': {
      const unit = String(asked.assisting);
      const part = {
        id: context.id(),
        unit,
        mandatory: asked.mandatory === true,
        question: String(asked.question ?? ''),
        askedAt: context.now,
        answeredAt: null,
        answer: null,
        waived: false,
      };
      return { ...record, parts: [...record.parts, part], involved: withUnit(record.involved, unit) };
    }
    case 'answerUnit':
      return answered(record, context, { answeredAt: context.now, answer: String(asked.answer ?? '') });
    case 'waiveUnit':
      return {
        ...record,
        parts: record.parts.map((part) =>
          part.unit === asked.assisting && part.answeredAt === null ? { ...part, waived: true } : part,
        ),
      };
    case 'result':
      return { ...record, result: effect.is };
    case 'resultAsked':
      return { ...record, result: String(asked.result) };
    default:
      return effect satisfies never;
  }
}

function answered(
  record: CaseRecord,
  context: CaseContext,
  answer: { readonly answeredAt: number; readonly answer: string },
): CaseRecord {
  const { acting } = context;
  const index = record.parts.findIndex(
    (part) =>
      part.answeredAt === null &&
      !part.waived &&
      (acting.kind !== 'post' || context.units.isWithin(acting.unit, part.unit)),
  );
  return { ...record, parts: record.parts.map((part, at) => (at === index ? { ...part, ...answer } : part)) };
}

function requestOf(asked: Values, context: CaseContext): OpenRequest {
  return { at: context.now, by: context.acting.kind === 'post' ? context.acting.post : null, asked };
}

function withUnit(units: readonly string[], unit: string): readonly string[] {
  return units.includes(unit) ? units : [...units, unit];
}

function without<V>(record: Readonly<Record<string, V>>, names: readonly string[]): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

/** The day asked for ends with the close of its working hours in the district's zone. */
function closeOfAsked(value: unknown, context: CaseContext): Instant | null {
  return typeof value === 'string' ? closeOf(context.calendar, value) : null;
}
