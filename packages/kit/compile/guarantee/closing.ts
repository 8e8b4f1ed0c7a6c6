import { type CaseType, isClosed } from '../../case/index.ts';
import { statesOf, targetsOf } from '../flow.ts';
import type { Note } from '../shortcoming.ts';
import type { PossibleCases } from './possible-case.ts';

/** Nothing closes without the result and the answer that the type demands. */
export function checkClosing(type: CaseType, possible: PossibleCases, note: Note): void {
  const resultless = new Set(
    possible.cases
      .filter(({ state }) => !isClosed(type, state))
      .flatMap((one) => possible.stepsFrom(one))
      .filter(({ to }) => to.some(({ state, result }) => isClosed(type, state) && result === null))
      .map(({ name }) => name),
  );
  for (const [name, action] of Object.entries(type.actions)) {
    if (resultless.has(name)) {
      const what = `“${action.label}” may close the case without a result.`;
      note(`actions/${name}`, 'close-without-result', what, 'Ask for the result (required), or set it.');
    }
    const closes = statesOf(type, action).some(
      (from) => !isClosed(type, from) && targetsOf(action, from).some((to) => isClosed(type, to)),
    );
    for (const field of closes ? type.closingDemands : []) {
      if (action.ask?.[field]?.presence === 'required') continue;
      const what = `“${action.label}” closes the case without “${type.fields[field]?.label ?? field}”.`;
      note(`actions/${name}/ask/${field}`, 'close-without-answer', what, 'Ask for it, as required.');
    }
  }
}
