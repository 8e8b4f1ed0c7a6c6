import type { CaseType } from '../../case/index.ts';
import { escalates, mayDo } from '../flow.ts';
import type { Note } from '../shortcoming.ts';
import { isThere } from './ownership.ts';
import type { PossibleCase, PossibleCases } from './possible-case.ts';

/** Whatever is applied for or asked within a case can be decided wherever it may wait, has a clock, and ends before the case does. */
export function checkApplications(type: CaseType, possible: PossibleCases, note: Note): void {
  for (const name of Object.keys(type.requests)) checkRequest(type, name, possible, note);
  if (Object.values(type.actions).some(({ effects = [] }) => effects.some(({ do: deed }) => deed === 'askUnit'))) {
    checkParts(type, possible, note);
  }
}

function checkRequest(type: CaseType, name: string, possible: PossibleCases, note: Note): void {
  const request = type.requests[name];
  if (request === undefined) return;
  const { label, owner } = request;
  const place = `requests/${name}`;
  const waiting = possible.cases.filter(({ pending }) => pending.includes(name));
  const open = waiting.filter(({ state }) => !type.ends.includes(state));
  const isSettled = (one: PossibleCase) =>
    possible
      .stepsFrom(one)
      .some(
        ({ sure, action, to }) => sure && mayDo(owner, action) && to.every((after) => !after.pending.includes(name)),
      );
  const undecided = open.filter((one) => !isSettled(one));
  const settles = Object.values(type.actions).some(
    (action) =>
      mayDo(owner, action) && action.effects?.some((effect) => effect.do === 'settle' && effect.request === name),
  );
  if (undecided.length > 0 || !settles) {
    const where = undecided.length > 0 && settles ? ` in ${inStates(type, undecided)}` : '';
    const what = `“${label}” can wait${where} where its owner has no action that is sure to settle it.`;
    const remedy = 'Give the owner an action with the effect settle wherever it can wait, without a limit.';
    note(place, 'undecided-request', what, remedy);
  }
  if (open.some((one) => !isThere(owner, one))) {
    const what = `“${label}” can wait before there is anybody to decide it.`;
    note(place, 'absent-owner', what, 'Let it be opened only once its owner is named, or give it another owner.');
  }
  checkLeftOpen(type, place, `“${label}”`, waiting, note);
  const clock = Object.values(type.clocks).find((one) => 'whilePending' in one && one.whilePending === name);
  if (
    clock === undefined ||
    !('whilePending' in clock) ||
    clock.unless !== undefined ||
    (clock.limit.from === 'given' && clock.limit.otherwise === undefined)
  ) {
    const what = `“${label}” may wait for ever: no clock is sure to run while it is pending.`;
    note(
      place,
      'unclocked-request',
      what,
      `Declare a clock with whilePending: '${name}' and a rung that tells a person.`,
    );
  } else if (!escalates(clock.rungs, owner)) {
    const what = `When “${label}” is late, no rung tells anybody but its owner.`;
    note(place, 'no-escalation', what, 'Give its clock a rung at or after 1 that tells a role above.');
  }
}

function checkParts(type: CaseType, possible: PossibleCases, note: Note): void {
  const waiting = possible.cases.filter(({ awaits }) => awaits);
  const open = waiting.filter(({ state }) => !type.ends.includes(state));
  const unanswerable = open.filter(
    (one) =>
      !possible
        .stepsFrom(one)
        .some(
          ({ sure, action }) =>
            sure &&
            action.by.some(({ party }) => party === 'askedUnit') &&
            action.effects?.some((effect) => effect.do === 'answerUnit' && effect.when === undefined),
        ),
  );
  if (unanswerable.length > 0) {
    const what = `A unit asked to assist cannot answer in ${inStates(type, unanswerable)}.`;
    note('parts', 'undecided-request', what, 'Give inAskedUnit(role) an action with the effect answerUnit there.');
  }
  checkLeftOpen(type, 'parts', 'An answer that the case must wait for', waiting, note);
  if (type.partClock === undefined) {
    note('partClock', 'unclocked-request', 'Units asked to assist have no clock.', 'Declare partClock.');
  } else if (
    !escalates(
      type.partClock.rungs.filter((rung) => rung.do === 'act' || !onlyAsked(rung.to)),
      undefined,
    )
  ) {
    const what = 'When an assisting unit is late, no rung tells anybody but itself.';
    note('partClock', 'no-escalation', what, 'Give it a rung at or after 1 that tells somebody else, too.');
  }
}

/** True when a rung tells one role of the asked unit and nobody else. */
function onlyAsked(to: readonly { readonly party: string }[]): boolean {
  return to.length === 1 && to[0]?.party === 'askedUnit';
}

function checkLeftOpen(
  type: CaseType,
  place: string,
  what: string,
  waiting: readonly PossibleCase[],
  note: Note,
): void {
  const ended = waiting.filter(({ state }) => type.ends.includes(state));
  if (ended.length === 0) return;
  const remedy = 'Bar what ends the case while it is pending, or settle it on the way.';
  note(place, 'left-open', `${what} can still be open in ${inStates(type, ended)}.`, remedy);
}

function inStates(type: CaseType, cases: readonly PossibleCase[]): string {
  return [...new Set(cases.map(({ state }) => `“${type.states[state]}”`))].join(', ');
}
