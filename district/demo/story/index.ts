export type { Caller } from './callers.ts';
export { type Channel, casePlan, type PlannedCase } from './case-plan.ts';
export { mondayOf, type StoryDay, storyDays, type Weather } from './day.ts';
export { type HotSpot, hotSpots } from './hot-spots.ts';
export { lateShare, type Temper } from './temper.ts';
