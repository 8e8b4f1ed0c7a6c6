import { isStaff, type Party, type Role, roleOf } from '../../access/index.ts';
import type { CaseType } from '../../case/index.ts';
import { leaves, mayDo, openStates } from '../flow.ts';
import type { Note } from '../shortcoming.ts';
import { type PossibleCase, type PossibleCases, reachable } from './possible-case.ts';

/** In every open state somebody of the district is responsible, is there, and can always move the case on. */
export function checkOwnership(
  type: CaseType,
  roles: Readonly<Record<string, Role>>,
  possible: PossibleCases,
  note: Note,
): void {
  for (const state of openStates(type)) {
    const place = `owner/${state}`;
    const label = type.states[state];
    const owner = type.owner[state];
    if (owner === undefined) {
      note(place, 'no-owner', `Nobody is responsible in “${label}”.`, 'Name its owner.');
      continue;
    }
    if (!isStaff(owner)) {
      note(place, 'owner-not-staff', `The owner of “${label}” is no person.`, 'Name a role of the district as owner.');
      continue;
    }
    const role = roleOf(owner);
    if (role !== null && roles[role] === undefined) {
      note(place, 'unknown-role', `There is no role “${role}”.`, 'Declare it, or name another.');
    }
    const cases = possible.cases.filter((one) => one.state === state);
    if (cases.some((one) => !isThere(owner, one))) {
      const what = `A case may come to “${label}” before it was given to whom the owner is sought among.`;
      note(place, 'absent-owner', what, 'Dispatch or assign it on every way there, or name another owner.');
    }
    checkExits(type, state, owner, cases, possible, note);
  }
}

/** True when there are people who can be the party: a unit was named, somebody was assigned. */
export function isThere(party: Party, one: PossibleCase): boolean {
  switch (party.party) {
    case 'handlingUnit':
      return one.unit;
    case 'handler':
      return one.handler;
    case 'askedUnit':
      return one.awaits;
    default:
      return true;
  }
}

function checkExits(
  type: CaseType,
  state: string,
  owner: Party,
  cases: readonly PossibleCase[],
  possible: PossibleCases,
  note: Note,
): void {
  const label = type.states[state];
  const exits = Object.values(type.actions).filter((action) => mayDo(owner, action) && leaves(type, action, state));
  if (exits.length === 0) {
    const remedy = 'Give the owner an action that leaves this state, or name as owner the party that has one.';
    note(
      `owner/${state}`,
      'owner-cannot-act',
      `The owner of “${label}” may do nothing that moves the case on.`,
      remedy,
    );
    return;
  }
  if (exits.every((action) => action.atMost !== undefined)) {
    const what = `Every way out of “${label}” that its owner has may be used up.`;
    note(`states/${state}`, 'only-limited-exits', what, 'Give the owner one way out that has no limit.');
    return;
  }
  if (!cases.every((one) => canLeave(one, owner, possible))) {
    const names = exits.flatMap(({ label: exit, guards = [] }) => guards.map(({ name }) => `${exit}/${name}`));
    const what = `Every way out of “${label}” that its owner has may be barred for ever (${names.join(', ')}).`;
    const remedy = 'Give the owner one way out without a guard, or with guards that people can always lift.';
    note(`states/${state}`, 'barred-exits', what, remedy);
  }
}

/** True when the owner can leave, perhaps after others did what nothing unknown can keep them from. */
function canLeave(one: PossibleCase, owner: Party, possible: PossibleCases): boolean {
  const near = reachable([one], (at) =>
    possible
      .stepsFrom(at)
      .filter(({ sure, action }) => sure && action.by.some(isStaff))
      .flatMap(({ to }) => to.filter(({ state }) => state === one.state)),
  );
  return [...near.values()].some((at) =>
    possible
      .stepsFrom(at)
      .some(({ sure, action, to }) => sure && mayDo(owner, action) && to.every(({ state }) => state !== one.state)),
  );
}
