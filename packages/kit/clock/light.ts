import type { Calendar, Instant } from '../calendar/index.ts';
import type { ClockRun } from './clock-state.ts';
import { allowanceOf, dueOf, isPast, pointOf } from './due.ts';
import type { Due } from './pace.ts';

/** How a clock stands. `late` is a clock that stopped after its due time, `red` one that is past it and has not stopped. */
export type Light = 'green' | 'yellow' | 'red' | 'paused' | 'done' | 'late';

/** The share of the budget from which an open clock shows yellow. */
export interface LightThresholds {
  readonly yellow: number;
}

/** Green to 80 %, yellow to 100 %, red after (dispatch practice; a parameter). */
export const LIGHT_THRESHOLDS: LightThresholds = { yellow: 0.8 };

/** The light of a clock at a moment. A pause hides no lateness: a clock that was late before it came to rest stays red. */
export function lightOf(
  state: ClockRun,
  calendar: Calendar,
  now: Instant,
  thresholds: LightThresholds = LIGHT_THRESHOLDS,
): Light {
  const due = dueOf(state, calendar);
  if (state.phase.kind === 'stopped') return due !== null && isPast(state.phase.at, due) ? 'late' : 'done';
  if (due !== null && isPast(now, due)) return 'red';
  if (state.phase.kind === 'paused') return 'paused';
  const yellow = yellowFrom(state, calendar, thresholds);
  return yellow !== null && now >= yellow.at ? 'yellow' : 'green';
}

/** When an open clock turns yellow; null where it rests before. */
export function yellowFrom(
  state: ClockRun,
  calendar: Calendar,
  thresholds: LightThresholds = LIGHT_THRESHOLDS,
): Due | null {
  return pointOf(state, calendar, allowanceOf(state, calendar) * thresholds.yellow);
}
