export type { Basis, ClockEvent, ClockEventKind, ClockLedger } from './clock-event.ts';
export {
  applyClock,
  budgetOf,
  type ClockPhase,
  type ClockRun,
  type ClockState,
  canTake,
  type Extension,
  type Run,
  replayClock,
} from './clock-state.ts';
export { allowanceOf, consumedOf, dueIfResumed, dueOf, exactDueOf, isPast, leftOf } from './due.ts';
export { explain } from './explain.ts';
export { LIGHT_THRESHOLDS, type Light, type LightThresholds, lightOf, yellowFrom } from './light.ts';
export {
  type Counting,
  givenLimit,
  type Limit,
  type LimitUnit,
  limitOf,
  type Pace,
  paceOf,
  type Stage,
  stageAfter,
  unitsOf,
} from './limit.ts';
export { type LimitText, parseLimit, parseLimitWithUnit, parseStages, sayLimit, sayUnits } from './limit-text.ts';
export { minuteOf } from './moment-text.ts';
export { checkLimitText, limitFrom } from './month-limit.ts';
export type { Due } from './pace.ts';
export { type Rung, type RungInstant, rungInstants } from './rung.ts';
export {
  type ClockStep,
  changeLimit,
  EXTENSIONS_AT_MOST,
  extendClock,
  pauseClock,
  redispatchClock,
  refuseExtension,
  reprojectClock,
  restartClock,
  resumeClock,
  type StartInput,
  startClock,
  stopClock,
} from './step.ts';
