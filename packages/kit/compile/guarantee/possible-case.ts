import { type AnyAction, type CaseType, type Effect, isClosed, isOffered } from '../../case/index.ts';
import type { Condition } from '../../condition/index.ts';
import { type Known, possibleTruths } from './possible-truth.ts';

/**
 * What decides who must act on a case and what they may do, and nothing else of it: every case that ever exists under a
 * type is like one of its possible cases, and there are few enough of them to look at each.
 */
export interface PossibleCase {
  readonly state: string;
  readonly unit: boolean;
  readonly handler: boolean;
  readonly result: string | null;
  /** Applications that wait, in order of name. */
  readonly pending: readonly string[];
  /** A mandatory assisting unit has not answered. */
  readonly awaits: boolean;
  /** The limit of the filing condition has further stages. */
  readonly stages: boolean;
}

/** One step that may be taken: `sure` when nothing that is not known can bar it. */
export interface PossibleStep {
  readonly name: string;
  readonly action: AnyAction;
  readonly sure: boolean;
  readonly to: readonly PossibleCase[];
}

export interface PossibleCases {
  readonly cases: readonly PossibleCase[];
  stepsFrom(one: PossibleCase): readonly PossibleStep[];
}

/** Walks from the opening of a case along everything that anybody may do to it. */
export function possibleCases(type: CaseType): PossibleCases {
  const opened = {
    state: type.opens,
    unit: false,
    handler: false,
    result: null,
    pending: [],
    awaits: false,
  };
  const found = new Map<string, { readonly one: PossibleCase; readonly steps: readonly PossibleStep[] }>();
  const waiting: PossibleCase[] = hasStages(type)
    ? [
        { ...opened, stages: true },
        { ...opened, stages: false },
      ]
    : [{ ...opened, stages: false }];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (found.has(keyOf(one))) continue;
    const steps = stepsOf(type, one);
    found.set(keyOf(one), { one, steps });
    for (const { to } of steps) waiting.push(...to);
  }
  return {
    cases: [...found.values()].map(({ one }) => one),
    stepsFrom: (one) => found.get(keyOf(one))?.steps ?? [],
  };
}

/** Names a possible case; equal ones have equal names. */
export function keyOf({ state, unit, handler, result, pending, awaits, stages }: PossibleCase): string {
  return [state, unit, handler, result, pending.join(' '), awaits, stages].join('|');
}

/** The possible cases that `next` leads to from some, those included. */
export function reachable(
  from: readonly PossibleCase[],
  next: (one: PossibleCase) => readonly PossibleCase[],
): ReadonlyMap<string, PossibleCase> {
  const seen = new Map<string, PossibleCase>();
  const waiting = [...from];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (seen.has(keyOf(one))) continue;
    seen.set(keyOf(one), one);
    waiting.push(...next(one));
  }
  return seen;
}

function stepsOf(type: CaseType, one: PossibleCase): PossibleStep[] {
  return Object.entries(type.actions).flatMap(([name, action]) => {
    if (action.by.length === 0 || !isOffered(type, action, one.state)) return [];
    const known = factsKnown(type, one, action);
    const bars = (action.guards ?? []).map(({ barredWhen }) => possibleTruths(barredWhen, known));
    if (bars.some((truths) => !truths.has(false) && !truths.has(null))) return [];
    const sure = action.atMost === undefined && bars.every((truths) => !truths.has(true));
    return [{ name, action, sure, to: arrivals(type, one, action, known) }];
  });
}

type Knowing = (name: string) => Known;

/** Where a step may lead: every combination of what its conditions may come to, each being the same all through the step. */
function arrivals(type: CaseType, one: PossibleCase, action: AnyAction, known: Knowing): PossibleCase[] {
  const branches = Array.isArray(action.to) ? action.to : [];
  const conditions = [...(action.effects ?? []), ...branches].flatMap(({ when }) => (when === undefined ? [] : [when]));
  const choices = chosen([...new Map(conditions.map((when) => [JSON.stringify(when), when])).values()], known);
  const arrived = choices.flatMap((holds) => {
    const state = targetOf(one.state, action, holds);
    let affected: readonly PossibleCase[] = [one];
    for (const effect of action.effects ?? []) {
      if (holds(effect.when)) affected = affected.flatMap((before) => affect(effect, before, action));
    }
    return affected.flatMap((after) => settled(type, one, { ...after, state }, action));
  });
  return [...new Map(arrived.map((after) => [keyOf(after), after])).values()];
}

type Holding = (when: Condition | undefined) => boolean;

function chosen(conditions: readonly Condition[], known: Knowing): readonly Holding[] {
  let choices: ReadonlySet<string>[] = [new Set()];
  for (const when of conditions) {
    const truths = possibleTruths(when, known);
    const name = JSON.stringify(when);
    choices = choices.flatMap((choice) => [
      ...(truths.has(true) ? [new Set([...choice, name])] : []),
      ...(truths.has(false) || truths.has(null) ? [choice] : []),
    ]);
  }
  return choices.map((choice) => (when) => when === undefined || choice.has(JSON.stringify(when)));
}

function targetOf(state: string, { to }: AnyAction, holds: Holding): string {
  if (to === undefined) return state;
  if (typeof to === 'string') return to;
  return to.find(({ when }) => holds(when))?.to ?? state;
}

/** What follows from the state arrived in, and from another filing condition chosen. */
function settled(type: CaseType, before: PossibleCase, after: PossibleCase, action: AnyAction): PossibleCase[] {
  const reopened = isClosed(type, before.state) && !isClosed(type, after.state);
  const one = reopened ? { ...after, result: null } : after;
  const condition = type.roles.condition;
  const rechosen = condition !== undefined && action.ask?.[condition] !== undefined;
  return hasStages(type) && (reopened || rechosen)
    ? [
        { ...one, stages: true },
        { ...one, stages: false },
      ]
    : [one];
}

/** True for types whose filing conditions may have limits with stages. */
function hasStages(type: CaseType): boolean {
  return Object.values(type.clocks).some(({ limit }) => limit.from === 'filingCondition');
}

function affect(effect: Effect, one: PossibleCase, action: AnyAction): readonly PossibleCase[] {
  switch (effect.do) {
    case 'dispatch':
      return [{ ...one, unit: true, handler: false }];
    case 'assign':
      return [{ ...one, handler: true }];
    case 'release':
      return [{ ...one, handler: false, pending: one.pending.filter((name) => !effect.voids.includes(name)) }];
    case 'open':
      return [{ ...one, pending: [...new Set([...one.pending, effect.request])].sort() }];
    case 'settle':
      return [{ ...one, pending: one.pending.filter((name) => name !== effect.request) }];
    case 'askUnit':
      return [one, { ...one, awaits: true }];
    case 'answerUnit':
    case 'waiveUnit':
      return [one, { ...one, awaits: false }];
    case 'result':
      return [{ ...one, result: effect.is }];
    case 'resultAsked':
      return resultsAsked(action).map((result) => ({ ...one, result }));
    case 'extend':
    case 'hold':
    case 'meet':
    case 'restart':
    case 'rework':
      return [one];
    case 'nextStage':
      return [one, { ...one, stages: false }];
    default:
      return effect satisfies never;
  }
}

/** The results that the form of an action offers; none where it may be left out. */
export function resultsAsked(action: AnyAction): readonly (string | null)[] {
  const field = action.ask?.result;
  const offered = field?.kind === 'choice' && field.source.from === 'options' ? Object.keys(field.source.options) : [];
  return field?.presence === 'required' ? offered : [...offered, null];
}

const SOMETHING_ALWAYS = new Set(['round', 'stage', 'count', 'acting', 'parameter']);

function factsKnown(type: CaseType, one: PossibleCase, action: AnyAction): Knowing {
  return (name) => {
    const [head = '', ...rest] = name.split('.');
    const field = rest.join('.');
    switch (head) {
      case 'state':
        return { is: one.state };
      case 'result':
        return { is: one.result };
      case 'unit':
        return one.unit ? 'something' : { is: null };
      case 'handler':
        return one.handler ? 'something' : { is: null };
      case 'pending':
        return { is: one.pending.includes(field) };
      case 'parts':
        return one.awaits ? { is: 1 } : field === 'open' ? { is: 0 } : 'something';
      case 'stages':
        return { is: one.stages ? 1 : 0 };
      case 'data':
        return type.intake.includes(field) && type.fields[field]?.presence === 'required' ? 'something' : 'anything';
      case 'asked':
      case 'days': {
        const asked = action.ask?.[field];
        return asked === undefined ? { is: null } : asked.presence === 'required' ? 'something' : 'anything';
      }
      default:
        return SOMETHING_ALWAYS.has(head) ? 'something' : 'anything';
    }
  };
}
