import type { Calendar, Instant } from '../calendar/index.ts';
import type { ClockRun } from './clock-state.ts';
import { allowanceOf, pointOf } from './due.ts';
import { type Limit, paceOf, unitsOf } from './limit.ts';
import { unitsAfter } from './pace.ts';

/** A point at which something fires: a share of the budget (1 is the due time), and so much after it. */
export interface Rung {
  readonly name: string;
  readonly at: number;
  readonly plus?: Limit;
}

export interface RungInstant {
  readonly name: string;
  readonly at: Instant;
  readonly provisional: boolean;
}

/**
 * The moments of a running clock's rungs, those gone by among them; none of a clock that rests or has stopped. A `plus` in the clock's
 * own units runs and rests with the clock; another (a working day past an urgent limit) is counted from the share on.
 */
export function rungInstants(state: ClockRun, calendar: Calendar, rungs: readonly Rung[]): RungInstant[] {
  if (state.phase.kind !== 'running') return [];
  const budget = allowanceOf(state, calendar);
  return rungs.flatMap(({ name, at, plus }) => {
    const units = plus === undefined ? 0 : unitsOf(plus);
    const own = plus === undefined || paceOf(plus) === paceOf(state.limit);
    const point = pointOf(state, calendar, budget * at + (own ? units : 0));
    if (point === null) return [];
    if (own || plus === undefined) return [{ name, ...point }];
    const later = unitsAfter(calendar, paceOf(plus), point.at, units);
    return [{ name, at: later.at, provisional: point.provisional || later.provisional }];
  });
}
