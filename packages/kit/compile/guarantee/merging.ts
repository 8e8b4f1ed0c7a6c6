import { isStaff } from '../../access/index.ts';
import { type AnyAction, type CaseType, isClosed, type MergingSpec } from '../../case/index.ts';
import { statesOf, targetsOf } from '../flow.ts';
import type { Note } from '../shortcoming.ts';
import { type PossibleCases, resultsAsked } from './possible-case.ts';

/** A case that follows another is answered with it, comes back to be handled by itself, or is taken apart by people: it never waits for nothing. */
export function checkMerging(type: CaseType, possible: PossibleCases, note: Note): void {
  const { merging } = type;
  if (merging === undefined) return;
  const wrong = (place: string, what: string, remedy: string) => note(place, 'merging', what, remedy);
  checkWayIn(type, merging, wrong);
  checkWaysOut(type, merging, wrong);
  for (const name of [merging.joined, merging.left]) checkTold(type, name, wrong);
  checkAnswer(type, merging, possible, wrong);
}

type Wrong = (place: string, what: string, remedy: string) => void;

function checkWayIn(type: CaseType, { action: name, into, follows }: MergingSpec, wrong: Wrong): void {
  const question = type.actions[name]?.ask?.[into];
  if (question?.kind !== 'text' || question.presence !== 'required') {
    const what = `“${into}” cannot name the main case: the form does not ask for it as a text that must be there.`;
    wrong(`actions/${name}/ask/${into}`, what, 'Ask for it: a text, required.');
  }
  if (isClosed(type, follows)) {
    wrong(`states/${follows}`, 'A case that follows would count as closed.', 'Let it follow in a state that is open.');
  }
  for (const [other, action] of Object.entries(type.actions)) {
    const leads = statesOf(type, action).flatMap((from) =>
      targetsOf(action, from).filter((to) => from !== follows && to === follows),
    );
    const leadsElsewhere = statesOf(type, action).some((from) => targetsOf(action, from).some((to) => to !== follows));
    if (other === name ? leads.length > 0 && !leadsElsewhere : leads.length === 0) continue;
    const what = `“${action.label}” ${other === name ? 'does not always lead' : 'leads'} to the state in which a case follows another.`;
    wrong(`actions/${other}/to`, what, 'Let the action that merges lead there always, and no other ever.');
  }
}

function checkWaysOut(type: CaseType, merging: MergingSpec, wrong: Wrong): void {
  const { follows, separate, answered, unanswered } = merging;
  const ways: readonly [string, boolean][] = [
    [separate, false],
    [unanswered, false],
    [answered, true],
  ];
  for (const [name, closes] of ways) {
    const action = type.actions[name];
    if (action === undefined) continue;
    const isAble = name === separate ? action.by.some(isStaff) : isSureForTheSystem(action);
    const targets = statesOf(type, action).includes(follows) ? targetsOf(action, follows) : [follows];
    if (isAble && targets.every((to) => to !== follows && isClosed(type, to) === closes)) continue;
    const what = `“${action.label}” is not sure to take a case that follows ${closes ? 'to where its caller is answered' : 'back to work'}.`;
    const by = name === separate ? 'people of the district' : 'theSystem, with no guard and no limit';
    wrong(`actions/${name}`, what, `Offer it there, to ${by}, and let it lead on.`);
  }
  for (const [asked, { presence }] of Object.entries(type.actions[unanswered]?.ask ?? {})) {
    if (presence !== 'required') continue;
    wrong(`actions/${unanswered}/ask/${asked}`, 'Nobody is there to answer it.', 'Ask for nothing that must be there.');
  }
}

function isSureForTheSystem({ by, atMost, guards = [] }: AnyAction): boolean {
  return by.some(({ party }) => party === 'system') && atMost === undefined && guards.length === 0;
}

/** The main case is told in whatever state it is, and stays in it. */
function checkTold(type: CaseType, name: string, wrong: Wrong): void {
  const action = type.actions[name];
  if (action === undefined) return;
  const { ask = {}, to } = action;
  const everywhere = Object.keys(type.states).every((state) => statesOf(type, action).includes(state));
  const asksMore = Object.entries(ask).some(([asked, { presence }]) => asked !== 'waiting' && presence === 'required');
  const told = ask.waiting?.kind === 'number' && !asksMore;
  if (isSureForTheSystem(action) && to === undefined && everywhere && told) return;
  const what = `“${action.label}” cannot tell every main case how many follow it.`;
  const remedy = 'Offer it to theSystem in every state, lead nowhere, and ask for the number “waiting” alone.';
  wrong(`actions/${name}`, what, remedy);
}

/** Whatever a main case is closed with that answers others too fills in the form of theirs. */
function checkAnswer(type: CaseType, { answered, answers }: MergingSpec, possible: PossibleCases, wrong: Wrong): void {
  const action = type.actions[answered];
  if (action === undefined) return;
  const place = `actions/${answered}/ask`;
  const closed = possible.cases.filter(({ state, result }) => isClosed(type, state) && answers.includes(result ?? ''));
  for (const [asked, { presence }] of Object.entries(action.ask ?? {})) {
    const isKnown =
      asked === 'result' ||
      type.closingDemands.includes(asked) ||
      (asked === 'unit' && closed.every(({ unit }) => unit));
    if (presence !== 'required' || isKnown) continue;
    const what = `“${asked}” is not known of every main case that is closed with such a result.`;
    wrong(`${place}/${asked}`, what, 'Ask for nothing that must be there but what closing demands.');
  }
  const offered = resultsAsked(action);
  for (const result of answers.filter((one) => action.ask?.result !== undefined && !offered.includes(one))) {
    wrong(`${place}/result/${result}`, `The form does not offer the result “${result}”.`, 'Offer it there.');
  }
  if (answers.length === 0) {
    wrong('merging/answers', 'No result of the main case answers those that follow it.', 'Name one.');
  }
}
