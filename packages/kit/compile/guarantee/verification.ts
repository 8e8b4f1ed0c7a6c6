import { isStaff } from '../../access/index.ts';
import { type CaseType, isClosed } from '../../case/index.ts';
import { isHandlingSide, leaves, openStates, statesOf, targetsOf } from '../flow.ts';
import type { Note } from '../shortcoming.ts';

/** The unit that did the work never verifies it: not by itself, not by walking past, not by waiting for the clock. */
export function checkVerification(type: CaseType, note: Note): void {
  const actions = Object.entries(type.actions);
  const verifiedIn = new Set(actions.flatMap(([, action]) => (action.verifies === true ? statesOf(type, action) : [])));
  for (const [name, action] of actions) {
    const place = `actions/${name}/by`;
    if (action.verifies === true) {
      if (!action.by.some((party) => isStaff(party) && party.party !== 'outsideHandlingUnit')) continue;
      const what = `“${action.label}” may be done by somebody of the unit that did the work.`;
      note(place, 'self-verification', what, 'Give it only to parties made by outsideHandlingUnit(role).');
    } else if (action.by.some(isHandlingSide) && [...verifiedIn].some((state) => leaves(type, action, state))) {
      const what = `With “${action.label}” the unit that did the work takes it past verification.`;
      note(place, 'self-verification', what, 'Let only others move a case out of the state in which it is verified.');
    }
  }
  for (const state of closedUnverified(type, verifiedIn)) {
    const what = `The handling unit can bring its own work to “${type.states[state]}” without anybody verifying it.`;
    note(`states/${state}`, 'unverified-work', what, 'Lead the way there through an action that verifies.');
  }
}

/** Closed states that a unit's work comes to by what the unit itself, or the clock, does. */
function closedUnverified(type: CaseType, verifiedIn: ReadonlySet<string>): readonly string[] {
  const own = Object.values(type.actions).filter(({ by }) =>
    by.some((party) => isHandlingSide(party) || party.party === 'system'),
  );
  const seen = new Set(
    openStates(type).filter((state) => {
      const owner = type.owner[state];
      return owner !== undefined && isHandlingSide(owner);
    }),
  );
  for (const state of seen) {
    if (verifiedIn.has(state) || isClosed(type, state)) continue;
    for (const action of own) {
      if (statesOf(type, action).includes(state)) for (const to of targetsOf(action, state)) seen.add(to);
    }
  }
  return [...seen].filter((state) => isClosed(type, state));
}
