import { isStaff, type Party } from '../access/index.ts';
import type { AnyAction, CaseType } from '../case/index.ts';

/** One way from a state to a state. */
export interface Move {
  readonly action: string;
  readonly from: string;
  readonly to: string;
}

/** The states an action is offered in. */
export function statesOf(type: CaseType, action: AnyAction): readonly string[] {
  return action.in === 'open' ? Object.keys(type.states).filter((state) => !type.ends.includes(state)) : action.in;
}

/** The states an action may lead to from `state`. */
export function targetsOf(action: AnyAction, state: string): readonly string[] {
  if (action.to === undefined) return [state];
  return typeof action.to === 'string' ? [action.to] : action.to.map((branch) => branch.to);
}

/** Every move of a flow, also those that stay where they are. */
export function movesOf(type: CaseType): readonly Move[] {
  return Object.entries(type.actions).flatMap(([name, action]) =>
    statesOf(type, action).flatMap((from) => targetsOf(action, from).map((to) => ({ action: name, from, to }))),
  );
}

/** All states that `next` leads to from `starts`, those included. */
export function reach(starts: readonly string[], next: (state: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(starts);
  const waiting = [...starts];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const to of next(state)) {
      if (!seen.has(to)) {
        seen.add(to);
        waiting.push(to);
      }
    }
  }
  return seen;
}

/** True when one party is, or includes, the other: the handler and the desk of the handling unit stand for the same side. */
export function sharesPeople(a: Party, b: Party): boolean {
  if (a.party !== b.party) return false;
  return 'role' in a && 'role' in b ? a.role === b.role : true;
}

/** True for the parties of the unit that does the work. */
export function isHandlingSide(party: Party): boolean {
  return party.party === 'handlingUnit' || party.party === 'handler';
}

/** The parties of an action that are people of the district. */
export function staffOf(action: AnyAction): readonly Party[] {
  return action.by.filter(isStaff);
}
