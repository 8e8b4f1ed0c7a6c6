import { type ActedOn, isBarredByOwnWork, isParty } from '../access/index.ts';
import { evaluate } from '../condition/index.ts';
import { askedUnits, type CaseContext, type CaseRecord, type Values } from './case-record.ts';
import type { ActionSpec, CaseType } from './case-type.ts';
import { type Beyond, beyondOuter } from './extension.ts';
import { factsOf } from './facts.ts';
import { followersOf } from './merging.ts';

export type AnyAction = ActionSpec;

/**
 * Why an action is barred: not this party, not in this state, a party whose own work it would look at, done too often, more time than the
 * city gave, a main case that would follow another, or a guard of the declaration.
 */
export type Bar =
  | { readonly bar: 'state' }
  | { readonly bar: 'party' }
  | { readonly bar: 'ownWork' }
  | { readonly bar: 'count'; readonly most: number }
  | { readonly bar: 'followed'; readonly followers: number }
  | ({ readonly bar: 'outer' } & Beyond)
  | { readonly bar: 'guard'; readonly name: string; readonly because: string };

/** An action as offered to somebody: allowed, or barred for a reason the button tells. */
export interface NextAction {
  readonly name: string;
  readonly action: AnyAction;
  readonly bar: Bar | null;
}

/** True when the action exists in the state at all. */
export function isOffered(type: CaseType, action: AnyAction, state: string): boolean {
  return action.in === 'open' ? !type.ends.includes(state) : action.in.includes(state);
}

/**
 * The one function that says whether somebody may do something to a case: it greys the button and refuses the request.
 * `asked` is empty while the form is not yet filled in.
 */
export function barOf(
  type: CaseType,
  name: string,
  action: AnyAction,
  record: CaseRecord,
  context: CaseContext,
  asked: Values = {},
): Bar | null {
  if (!isOffered(type, action, record.state)) return { bar: 'state' };
  const stranger = partyBar(action, { ...record, askedUnits: askedUnits(record) }, context);
  if (stranger !== null) return stranger;
  // There are no chains: who is followed cannot follow, whichever case is named.
  const followers = name === type.merging?.action ? followersOf(type, record) : 0;
  if (followers > 0) return { bar: 'followed', followers };
  if (action.atMost !== undefined) {
    const most = Number(context.parameter(action.atMost));
    if ((record.counts[name] ?? 0) >= most) return { bar: 'count', most };
  }
  const guards = action.guards ?? [];
  if (guards.length > 0) {
    const facts = factsOf(record, context, asked);
    for (const guard of guards) {
      if (evaluate(guard.barredWhen, facts) === true) return { bar: 'guard', name: guard.name, because: guard.because };
    }
  }
  const beyond = beyondOuter(type, action, record, context);
  return beyond === null ? null : { bar: 'outer', ...beyond };
}

/** Verifying is for another person: without a post in the handling unit, and without a step of theirs in its work. */
function partyBar(action: AnyAction, on: ActedOn, { acting, units, handledBy }: CaseContext): Bar | null {
  if (!action.by.some((party) => isParty(party, acting, on, units))) {
    return { bar: action.by.some((party) => isBarredByOwnWork(party, acting, on, units)) ? 'ownWork' : 'party' };
  }
  const verifies = action.verifies === true && acting.kind === 'post';
  return verifies && handledBy?.has(acting.account) === true ? { bar: 'ownWork' } : null;
}

/** What `context.acting` may do next: the actions of this state that are theirs, barred ones with the reason. */
export function nextActions(type: CaseType, record: CaseRecord, context: CaseContext): readonly NextAction[] {
  const offered: NextAction[] = [];
  for (const [name, action] of Object.entries(type.actions)) {
    const bar = barOf(type, name, action, record, context);
    if (bar === null || (bar.bar !== 'state' && bar.bar !== 'party')) offered.push({ name, action, bar });
  }
  return offered;
}
