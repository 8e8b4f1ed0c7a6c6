import type { CaseType } from '../../case/index.ts';
import { isInternal } from '../flow.ts';
import type { Note } from '../shortcoming.ts';
import { keyOf, type PossibleCases, reachable } from './possible-case.ts';

/** Every state has a way in and a way on to an end, and the way on does not wait for somebody outside. */
export function checkReachability(type: CaseType, possible: PossibleCases, note: Note): void {
  const ahead = new Set(possible.cases.map(({ state }) => state));
  const before = new Map<string, typeof possible.cases>();
  for (const one of possible.cases) {
    for (const { action, to } of possible.stepsFrom(one)) {
      if (!isInternal(action)) continue;
      for (const next of to) before.set(keyOf(next), [...(before.get(keyOf(next)) ?? []), one]);
    }
  }
  const ended = possible.cases.filter(({ state }) => type.ends.includes(state));
  const answered = reachable(ended, (one) => before.get(keyOf(one)) ?? []);
  const stuck = new Set(possible.cases.filter((one) => !answered.has(keyOf(one))).map(({ state }) => state));
  for (const [state, label] of Object.entries(type.states)) {
    if (!ahead.has(state)) {
      const remedy = 'Give an action that leads there, or delete the state.';
      note(`states/${state}`, 'unreachable-state', `No action leads to “${label}”.`, remedy);
    }
    if (stuck.has(state)) {
      const what = `From “${label}” no end can be reached by the district’s own people: a case that gets there may stay for ever.`;
      note(`states/${state}`, 'dead-end', what, 'Give an action that leads on towards an end.');
    }
  }
}
