import type { AnyAction, CaseType } from '../../case/index.ts';
import { statesOf, targetsOf } from '../flow.ts';
import type { Note } from '../shortcoming.ts';

/** A hold has a date, asked for and bounded, and ends by itself at that date. */
export function checkHolds(type: CaseType, note: Note): void {
  for (const state of type.holds ?? []) {
    const entering = Object.values(type.actions).filter((action) =>
      statesOf(type, action).some((from) => from !== state && targetsOf(action, from).includes(state)),
    );
    if (endsByItself(type, state) && entering.every((action) => hasEnd(type, action))) continue;
    note(
      `states/${state}`,
      'hold-without-end',
      `“${type.states[state]}” has no certain end: nothing takes every case out of it by itself.`,
      'Ask for the date (until, required) with a guard on the largest days.until, hold until then on every way in, and let a clock given heldUntil perform an action of the system.',
    );
  }
}

function endsByItself(type: CaseType, state: string): boolean {
  return Object.values(type.clocks).some(
    (clock) =>
      'runs' in clock &&
      clock.runs.includes(state) &&
      clock.limit.from === 'given' &&
      clock.limit.field === 'heldUntil' &&
      clock.rungs.some((rung) => {
        const action = rung.do === 'act' ? type.actions[rung.action] : undefined;
        return action !== undefined && targetsOf(action, state).every((to) => to !== state);
      }),
  );
}

/** True when an action holds until a date, and every application for that asks for one within bounds. */
function hasEnd(type: CaseType, action: AnyAction): boolean {
  const hold = action.effects?.find((effect) => effect.do === 'hold' && effect.when === undefined);
  if (hold?.do !== 'hold') return false;
  return Object.values(type.actions)
    .filter(({ effects = [] }) => effects.some((effect) => effect.do === 'open' && effect.request === hold.request))
    .every((opening) => opening.ask?.until?.presence === 'required' && isBounded(opening));
}

function isBounded({ guards = [] }: AnyAction): boolean {
  return guards.some(({ barredWhen: bar }) => {
    if (typeof bar === 'boolean' || (bar.op !== '>' && bar.op !== '>=')) return false;
    const [left] = bar.args;
    return typeof left === 'object' && 'property' in left && left.property === 'days.until';
  });
}
