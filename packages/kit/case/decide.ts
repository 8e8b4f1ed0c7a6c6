import { minuteOf } from '../clock/index.ts';
import { evaluate } from '../condition/index.ts';
import { HuyingError } from '../error/index.ts';
import { checkValues } from '../field/index.ts';
import type { CaseContext, CaseRecord, Decision, Values } from './case-record.ts';
import type { CaseType } from './case-type.ts';
import { moveClocks } from './clock-moves.ts';
import { isClosed, reopens } from './closed.ts';
import { applyEffects } from './effects.ts';
import { factsOf } from './facts.ts';
import { type AnyAction, barOf } from './next-actions.ts';

/**
 * Takes one step of a case: checks that `context.acting` may take it and that the form is right, and answers the case
 * after it together with what the ledger keeps.
 *
 * Pure: the same case, step and context always give the same answer; the demo district's past is made by it as well.
 * Throws `case.unknownAction`, `case.barred` (with the reason the greyed button shows) and `case.asked`.
 */
export function decide(
  type: CaseType,
  record: CaseRecord,
  name: string,
  asked: Values,
  context: CaseContext,
): Decision {
  // Right and state before the form, the form before guards that look into it: no guard sees a value of the wrong kind.
  const action = refuseBarred(type, record, name, context);
  refuseWrongForm(action, asked);
  refuseBarred(type, record, name, context, asked);

  const taken: CaseRecord = {
    ...record,
    version: record.version + 1,
    data: { ...record.data, ...fieldsAmong(type, asked) },
    counts: { ...record.counts, [name]: (record.counts[name] ?? 0) + 1 },
  };
  const to = targetOf(action, taken, context, asked);
  const affected = applyEffects(action.effects ?? [], taken, asked, context);
  const moved = arrived(type, record, { ...affected.record, state: to }, context);
  const clocks = moveClocks(type, record, moved, affected, context);
  return {
    record: { ...moved, clocks: clocks.states },
    step: {
      action: name,
      from: record.state,
      to,
      asked,
      clocks: clocks.events,
      unit: moved.unit,
      handler: moved.handler,
      round: moved.round,
      result: moved.result,
    },
  };
}

/** What follows from the state a case came to: that it is closed, reopened, no longer on hold. */
function arrived(type: CaseType, before: CaseRecord, after: CaseRecord, context: CaseContext): CaseRecord {
  const settled: CaseRecord = {
    ...after,
    area: areaOf(type, after),
    heldUntil: type.holds?.includes(after.state) === true ? after.heldUntil : null,
  };
  if (reopens(type, before, after))
    return { ...inherited(settled, context), result: null, closedAt: null, stage: 0, round: after.round + 1 };
  return isClosed(type, after.state) ? { ...settled, closedAt: after.closedAt ?? context.now } : settled;
}

/** A case that comes back to a unit that has ended comes to the one that goes on with its duties. */
function inherited(record: CaseRecord, { units, now }: CaseContext): CaseRecord {
  const heir = record.unit === null ? null : (units.heirOf?.(record.unit, now) ?? null);
  if (heir === null) return record;
  const involved = record.involved.includes(heir) ? record.involved : [...record.involved, heir];
  return { ...record, unit: heir, handler: null, involved };
}

/**
 * Answers the action if `context.acting` may take it now. Throws `case.unknownAction`, `case.wrongState`,
 * `case.notYours`, `case.ownWork`, `case.tooOften`, `case.isFollowed`, `case.beyondCity` or `case.barred`; doors ask it before they look at a form, so that whoever may not act
 * learns nothing of what the form would say.
 */
export function refuseBarred(
  type: CaseType,
  record: CaseRecord,
  name: string,
  context: CaseContext,
  asked: Values = {},
): AnyAction {
  const action = Object.hasOwn(type.actions, name) ? type.actions[name] : undefined;
  if (action === undefined) throw new HuyingError('case.unknownAction', { action: name, type: type.name });
  const bar = barOf(type, name, action, record, context, asked);
  if (bar === null) return action;
  const params = { action: action.label, state: type.states[record.state] ?? record.state };
  switch (bar.bar) {
    case 'state':
      throw new HuyingError('case.wrongState', params);
    case 'party':
      throw new HuyingError('case.notYours', params);
    case 'ownWork':
      throw new HuyingError('case.ownWork', params);
    case 'count':
      throw new HuyingError('case.tooOften', { ...params, most: bar.most });
    case 'outer':
      throw new HuyingError('case.beyondCity', {
        ...params,
        due: minuteOf(context.calendar, bar.due),
        outer: minuteOf(context.calendar, bar.outer),
      });
    case 'followed':
      throw new HuyingError('case.isFollowed', { ...params, count: bar.followers });
    case 'guard':
      throw new HuyingError('case.barred', { ...params, because: bar.because, guard: bar.name });
    default:
      return bar satisfies never;
  }
}

function refuseWrongForm(action: AnyAction, asked: Values): void {
  const problems = checkValues(action.ask ?? {}, asked);
  if (problems.length > 0)
    throw new HuyingError('case.asked', { action: action.label, count: problems.length }, problems);
}

function targetOf(action: AnyAction, record: CaseRecord, context: CaseContext, asked: Values): string {
  if (action.to === undefined) return record.state;
  if (typeof action.to === 'string') return action.to;
  const facts = factsOf(record, context, asked);
  const branch = action.to.find(({ when }) => when === undefined || evaluate(when, facts) === true);
  return branch?.to ?? record.state;
}

/** What an action asks under the name of a field of the case is stored in that field. */
function fieldsAmong(type: CaseType, asked: Values): Values {
  return Object.fromEntries(Object.entries(asked).filter(([name]) => Object.hasOwn(type.fields, name)));
}

/** The cell of the case's place; an edited place re-routes by the current matter because both are read afresh. */
export function areaOf(type: CaseType, record: Pick<CaseRecord, 'data' | 'area'>): string | null {
  const place = record.data[type.roles.place];
  if (place === null || typeof place !== 'object' || !('cell' in place)) return record.area;
  return typeof place.cell === 'string' ? place.cell : record.area;
}
