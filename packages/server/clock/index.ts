export { claimTimer, dueTimers, firstTimers, nextTimer, setTimers, type Timer } from './store.ts';
export { type Handler, type Handlers, type Timekeeper, timekeeper } from './timekeeper.ts';
