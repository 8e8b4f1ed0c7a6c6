import type { AnyAction, CaseType, LimitSource } from '../../case/index.ts';
import { escalates, openStates, statesOf } from '../flow.ts';
import type { Note } from '../shortcoming.ts';

/** In every open state a clock runs, whatever the case brought along, and tells somebody above when time is up. */
export function checkClockwork(type: CaseType, note: Note): void {
  const met = new Set(
    Object.values(type.actions).flatMap(({ effects = [] }) =>
      effects.flatMap((effect) => (effect.do === 'meet' ? [effect.clock] : [])),
    ),
  );
  for (const state of openStates(type)) {
    const label = type.states[state];
    const certain = Object.entries(type.clocks).flatMap(([name, clock]) =>
      'runs' in clock && clock.runs.includes(state) && clock.unless === undefined && !met.has(name) ? [clock] : [],
    );
    // A clock that starts only where the case brings a deadline along does not count: other cases would have none.
    const isHold = type.holds?.includes(state) === true;
    const running = certain.filter(({ limit }) => isAlwaysFound(limit) || (isHold && isEndOfHold(limit)));
    if (running.length === 0) {
      const what = `In “${label}” no clock is sure to run: nothing would tell that it is late.`;
      note(`states/${state}`, 'no-running-clock', what, 'Let a clock run there.');
    } else if (!running.some(({ rungs }) => escalates(rungs, type.owner[state]))) {
      const what = `In “${label}” no rung tells anybody but its owner when time is up.`;
      const remedy = 'Give its clock a rung at or after 1 that tells a role above.';
      note(`states/${state}`, 'no-escalation', what, remedy);
    }
  }
  for (const [name, clock] of Object.entries(type.clocks)) {
    for (const rung of 'rungs' in clock ? clock.rungs : []) {
      if (rung.do !== 'act') continue;
      const runs = 'runs' in clock ? clock.runs : openStates(type);
      const action = type.actions[rung.action];
      const isAble = action !== undefined && isSureForTheClock(type, action, runs);
      if (isAble) continue;
      const what = `The rung “${rung.name}” cannot perform “${rung.action}” whenever its time comes.`;
      const remedy =
        'Name an action that theSystem may take wherever the clock runs, with nothing required, no guard and no limit.';
      note(`clocks/${name}/rungs/${rung.name}`, 'idle-rung', what, remedy);
    }
  }
}

/** True when the system may take an action in all these states, with nothing required, no guard and no limit. */
function isSureForTheClock(type: CaseType, action: AnyAction, states: readonly string[]): boolean {
  const { by, atMost, guards = [], ask = {} } = action;
  const isItsOwn = by.some(({ party }) => party === 'system');
  const isPlain = atMost === undefined && guards.length === 0;
  const asksNothing = Object.values(ask).every(({ presence }) => presence === 'optional');
  return isItsOwn && isPlain && asksNothing && states.every((state) => statesOf(type, action).includes(state));
}

function isAlwaysFound(limit: LimitSource): boolean {
  switch (limit.from) {
    case 'parameter':
    case 'table':
      return true;
    case 'filingCondition':
      return isAlwaysFound(limit.otherwise);
    case 'given':
      return limit.otherwise !== undefined && isAlwaysFound(limit.otherwise);
    default:
      return limit satisfies never;
  }
}

function isEndOfHold(limit: LimitSource): boolean {
  return limit.from === 'given' && limit.field === 'heldUntil';
}
