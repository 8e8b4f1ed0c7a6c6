import { isStaff, type Party, type Role, roleOf } from '../access/index.ts';
import type { AnyAction, CaseType, Rung } from '../case/index.ts';
import { isHandlingSide, movesOf, reach, sharesPeople, statesOf, targetsOf } from './flow.ts';
import type { Rule, Shortcoming } from './shortcoming.ts';

type Roles = Readonly<Record<string, Role>>;

/**
 * The answer guarantee: lists every way in which a call could go unanswered under this case type. Walks the whole graph
 * and requires that every state is reachable and leads to an end; that every open state has a responsible party, a
 * running clock and an escalation that ends at a person; that the responsible party may act; that no end is reached
 * without result and answer; and that the unit that did the work never verifies it. An empty list is the guarantee.
 */
export function answerGuarantee(type: CaseType, roles: Roles): readonly Shortcoming[] {
  return [
    ...reachability(type),
    ...ownership(type, roles),
    ...clockwork(type, roles),
    ...exits(type),
    ...closing(type),
    ...verification(type),
    ...applications(type),
    ...holds(type),
  ];
}

const openStates = (type: CaseType) => Object.keys(type.states).filter((state) => !type.ends.includes(state));

function shortcoming(type: CaseType, place: string, rule: Rule, what: string, remedy: string): Shortcoming {
  return { path: `${type.id}/${place}`, rule, what, remedy };
}

function reachability(type: CaseType): Shortcoming[] {
  const moves = movesOf(type);
  const forward = reach([type.opens], (state) => moves.filter((move) => move.from === state).map((move) => move.to));
  const backward = reach(type.ends, (state) => moves.filter((move) => move.to === state).map((move) => move.from));
  const found: Shortcoming[] = [];
  for (const [state, label] of Object.entries(type.states)) {
    if (!forward.has(state)) {
      found.push(
        shortcoming(
          type,
          `states/${state}`,
          'unreachable-state',
          `No action leads to “${label}”.`,
          'Give an action that leads there, or delete the state.',
        ),
      );
    }
    if (!backward.has(state)) {
      found.push(
        shortcoming(
          type,
          `states/${state}`,
          'dead-end',
          `From “${label}” no end can be reached: a case that gets there stays for ever.`,
          'Give an action that leads on towards an end.',
        ),
      );
    }
  }
  return found;
}

function ownership(type: CaseType, roles: Roles): Shortcoming[] {
  return openStates(type).flatMap((state) => {
    const place = `owner/${state}`;
    const owner = type.owner[state];
    if (owner === undefined) {
      return [
        shortcoming(type, place, 'no-owner', `Nobody is responsible in “${type.states[state]}”.`, 'Name its owner.'),
      ];
    }
    if (!isStaff(owner)) {
      const remedy = 'Name a role of the district as owner.';
      return [
        shortcoming(type, place, 'owner-not-staff', `The owner of “${type.states[state]}” is no person.`, remedy),
      ];
    }
    const role = roleOf(owner);
    if (role !== null && roles[role] === undefined) {
      return [shortcoming(type, place, 'unknown-role', `There is no role “${role}”.`, 'Declare it, or name another.')];
    }
    const acts = Object.values(type.actions).some(
      (action) =>
        statesOf(type, action).includes(state) &&
        targetsOf(action, state).some((to) => to !== state) &&
        action.by.some((party) => sharesPeople(party, owner)),
    );
    return acts
      ? []
      : [
          shortcoming(
            type,
            place,
            'owner-cannot-act',
            `The owner of “${type.states[state]}” may do nothing that moves the case on.`,
            'Give the owner an action that leaves this state, or name as owner the party that has one.',
          ),
        ];
  });
}

function clockwork(type: CaseType, roles: Roles): Shortcoming[] {
  const found: Shortcoming[] = [];
  for (const state of openStates(type)) {
    const clocks = Object.values(type.clocks).filter((clock) => 'runs' in clock && clock.runs.includes(state));
    // A clock that starts only where the case brings a deadline along does not count: other cases would have none.
    const certain = clocks.filter((clock) => clock.limit.from !== 'given' || (type.holds ?? []).includes(state));
    if (certain.length === 0) {
      found.push(
        shortcoming(
          type,
          `states/${state}`,
          'no-running-clock',
          `In “${type.states[state]}” no clock runs: nothing would tell that it is late.`,
          'Let a clock run there.',
        ),
      );
      continue;
    }
    const reaches = certain.some(
      (clock) => 'rungs' in clock && clock.rungs.some((rung) => toldPeople(rung).length > 0),
    );
    if (!reaches) {
      found.push(
        shortcoming(
          type,
          `states/${state}`,
          'no-escalation',
          `In “${type.states[state]}” no rung reaches a person when time is up.`,
          'Give its clock a rung that tells a role of the district.',
        ),
      );
    }
  }
  for (const [name, clock] of Object.entries(type.clocks)) {
    if (!('rungs' in clock)) continue;
    for (const party of clock.rungs.flatMap(toldPeople)) {
      const role = roleOf(party);
      const problem = role === null ? null : climb(role, roles);
      if (problem !== null) found.push({ ...problem, path: `${type.id}/clocks/${name}` });
    }
  }
  return uniquely(found);
}

function toldPeople(rung: Rung): readonly Party[] {
  return rung.do === 'act' ? [] : rung.to.filter(isStaff);
}

/** Follows a role up to the top; answers what is wrong on the way, or null. */
function climb(start: string, roles: Roles): Omit<Shortcoming, 'path'> | null {
  const seen: string[] = [];
  for (let at: string | undefined = start; at !== undefined; at = roles[at]?.escalatesTo) {
    if (roles[at] === undefined) {
      return { rule: 'unknown-role', what: `There is no role “${at}”.`, remedy: 'Declare it, or name another.' };
    }
    if (seen.includes(at)) {
      return {
        rule: 'escalation-loop',
        what: `The way up turns in a circle: ${[...seen, at].join(' → ')}.`,
        remedy: 'Let one of these roles escalate to somebody above, or to nobody.',
      };
    }
    seen.push(at);
  }
  return null;
}

function exits(type: CaseType): Shortcoming[] {
  return openStates(type).flatMap((state) => {
    const leaving = Object.values(type.actions).filter(
      (action) => statesOf(type, action).includes(state) && targetsOf(action, state).some((to) => to !== state),
    );
    return leaving.length > 0 && leaving.every((action) => action.atMost !== undefined)
      ? [
          shortcoming(
            type,
            `states/${state}`,
            'only-limited-exits',
            `Every way out of “${type.states[state]}” may be used up.`,
            'Give one way out that has no limit.',
          ),
        ]
      : [];
  });
}

function closing(type: CaseType): Shortcoming[] {
  const counted = (state: string) => type.closedFrom.includes(state) || type.ends.includes(state);
  return Object.entries(type.actions).flatMap(([name, action]) => {
    const closes = statesOf(type, action).some(
      (from) => !counted(from) && targetsOf(action, from).some((to) => to !== from && counted(to)),
    );
    if (!closes) return [];
    const found: Shortcoming[] = [];
    if (!givesResult(action)) {
      found.push(
        shortcoming(
          type,
          `actions/${name}`,
          'close-without-result',
          `“${action.label}” closes the case without a result.`,
          'Ask for the result (required), or set it.',
        ),
      );
    }
    for (const field of type.closingDemands) {
      if (action.ask?.[field]?.presence !== 'required') {
        found.push(
          shortcoming(
            type,
            `actions/${name}/ask/${field}`,
            'close-without-answer',
            `“${action.label}” closes the case without “${type.fields[field]?.label ?? field}”.`,
            'Ask for it, as required.',
          ),
        );
      }
    }
    return found;
  });
}

function givesResult(action: AnyAction): boolean {
  return (action.effects ?? []).some(
    (effect) =>
      effect.when === undefined &&
      (effect.do === 'result' || (effect.do === 'resultAsked' && action.ask?.result?.presence === 'required')),
  );
}

function verification(type: CaseType): Shortcoming[] {
  const found: Shortcoming[] = [];
  const verifying = Object.entries(type.actions).filter(([, action]) => action.verifies === true);
  const verifiedIn = new Set(verifying.flatMap(([, action]) => statesOf(type, action)));
  for (const [name, action] of Object.entries(type.actions)) {
    const insiders = action.by.filter((party) => party.party !== 'outsideHandlingUnit' && isStaff(party));
    if (action.verifies === true && insiders.length > 0) {
      found.push(
        shortcoming(
          type,
          `actions/${name}/by`,
          'self-verification',
          `“${action.label}” may be done by somebody of the unit that did the work.`,
          'Give it only to parties made by outsideHandlingUnit(role).',
        ),
      );
    }
    const leavesVerification = statesOf(type, action).some(
      (state) => verifiedIn.has(state) && targetsOf(action, state).some((to) => to !== state),
    );
    if (action.verifies !== true && leavesVerification && action.by.some(isHandlingSide)) {
      found.push(
        shortcoming(
          type,
          `actions/${name}/by`,
          'self-verification',
          `With “${action.label}” the unit that did the work takes it past verification.`,
          'Let only others move a case out of the state in which it is verified.',
        ),
      );
    }
  }
  const worked = Object.values(type.actions).some((action) =>
    (action.effects ?? []).some((effect) => effect.do === 'dispatch'),
  );
  if (!worked) return found;
  const moves = movesOf(type).filter((move) => !verifiedIn.has(move.from));
  const handled = openStates(type).filter((state) => {
    const owner = type.owner[state];
    return owner !== undefined && isHandlingSide(owner);
  });
  const unverified = reach(handled, (state) =>
    moves
      .filter((move) => move.from === state && type.actions[move.action]?.by.some(isHandlingSide))
      .map((move) => move.to),
  );
  for (const end of [...type.ends, ...type.closedFrom]) {
    if (unverified.has(end)) {
      found.push(
        shortcoming(
          type,
          `states/${end}`,
          'unverified-work',
          `The handling unit can bring its own work to “${type.states[end]}” without anybody verifying it.`,
          'Lead the way there through an action that verifies.',
        ),
      );
    }
  }
  return uniquely(found);
}

function applications(type: CaseType): Shortcoming[] {
  return Object.entries(type.requests).flatMap(([name, request]) => {
    const place = `requests/${name}`;
    const found: Shortcoming[] = [];
    const decides = Object.values(type.actions).some(
      (action) =>
        action.by.some((party) => sharesPeople(party, request.owner)) &&
        (action.effects ?? []).some((effect) => effect.do === 'settle' && effect.request === name),
    );
    if (!decides) {
      found.push(
        shortcoming(
          type,
          place,
          'undecided-request',
          `“${request.label}” can be opened, but its owner has no action that settles it.`,
          'Give the owner an action with the effect settle.',
        ),
      );
    }
    const clocked = Object.values(type.clocks).some(
      (clock) =>
        'whilePending' in clock &&
        clock.whilePending === name &&
        clock.rungs.some((rung) => toldPeople(rung).length > 0),
    );
    if (!clocked) {
      found.push(
        shortcoming(
          type,
          place,
          'unclocked-request',
          `“${request.label}” may wait for ever: no clock runs while it is pending.`,
          `Declare a clock with whilePending: '${name}' and a rung that tells a person.`,
        ),
      );
    }
    return found;
  });
}

function holds(type: CaseType): Shortcoming[] {
  const found: Shortcoming[] = [];
  for (const state of type.holds ?? []) {
    const ends = Object.values(type.clocks).some(
      (clock) =>
        'runs' in clock &&
        clock.runs.includes(state) &&
        clock.limit.from === 'given' &&
        clock.rungs.some((rung) => {
          if (rung.do !== 'act') return false;
          const action = type.actions[rung.action];
          return (
            action !== undefined &&
            statesOf(type, action).includes(state) &&
            action.by.some((party) => party.party === 'system')
          );
        }),
    );
    const asksDate = Object.values(type.actions).some(
      (action) =>
        action.ask?.until?.presence === 'required' && (action.effects ?? []).some((effect) => effect.do === 'open'),
    );
    if (!ends || !asksDate) {
      found.push(
        shortcoming(
          type,
          `states/${state}`,
          'hold-without-end',
          `“${type.states[state]}” has no end: nothing takes a case out of it by itself.`,
          'Ask for the date (until, required) and let a clock with that date perform an action of the system.',
        ),
      );
    }
  }
  return found;
}

function uniquely(found: readonly Shortcoming[]): Shortcoming[] {
  const seen = new Set<string>();
  return found.filter(({ path, rule }) => {
    const key = `${path} ${rule}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
