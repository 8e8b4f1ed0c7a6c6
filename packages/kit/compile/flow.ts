import { isStaff, type Party, roleOf } from '../access/index.ts';
import type { AnyAction, CaseType, Rung } from '../case/index.ts';

/** The states an action is offered in. */
export function statesOf(type: CaseType, action: AnyAction): readonly string[] {
  return action.in === 'open' ? openStates(type) : action.in;
}

/** The states that are not an end. */
export function openStates(type: CaseType): readonly string[] {
  return Object.keys(type.states).filter((state) => !type.ends.includes(state));
}

/** The states an action may lead to from `state`. */
export function targetsOf(action: AnyAction, state: string): readonly string[] {
  if (action.to === undefined) return [state];
  return typeof action.to === 'string' ? [action.to] : [...new Set(action.to.map((branch) => branch.to))];
}

/** True when an action may take a case out of `state`. */
export function leaves(type: CaseType, action: AnyAction, state: string): boolean {
  return statesOf(type, action).includes(state) && targetsOf(action, state).some((to) => to !== state);
}

/** True when two parties are the same people. */
export function sharesPeople(a: Party, b: Party): boolean {
  return a.party === b.party && roleOf(a) === roleOf(b);
}

/** True when a party may do an action. */
export function mayDo(party: Party, action: AnyAction): boolean {
  return action.by.some((by) => sharesPeople(by, party));
}

/** True for the parties of the unit that does the work. */
export function isHandlingSide(party: Party): boolean {
  return party.party === 'handlingUnit' || party.party === 'handler';
}

/** True when an action goes on without anybody outside deciding anything: people of the district, or the clock, take it. */
export function isInternal(action: AnyAction): boolean {
  return action.by.some((party) => isStaff(party) || party.party === 'system');
}

/** The people a rung tells. */
export function toldBy(rung: Rung): readonly Party[] {
  return rung.do === 'act' ? [] : rung.to.filter(isStaff);
}

/** True when, once time is up, somebody is told besides the one who let it pass. */
export function escalates(rungs: readonly Rung[], beyond: Party | undefined): boolean {
  return rungs.some(
    (rung) => rung.at >= 1 && toldBy(rung).some((party) => beyond === undefined || !sharesPeople(party, beyond)),
  );
}
