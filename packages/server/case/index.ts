export { mayTouch, takeStep } from './act.ts';
export { knownExternals } from './bulk.store.ts';
export { type PastCase, type PastStep, writePastCases } from './bulk.ts';
export {
  type CaseChange,
  type CaseChanges,
  type CaseServices,
  caseChanges,
  currentDefinition,
  pinnedDefinition,
} from './case-services.ts';
export { dutyFor, dutyList } from './duty-list.ts';
export type { FactSink, Happening, Teller } from './fact-sink.ts';
export { streetsOf } from './fact-sink.ts';
export { caseTimerHandler } from './fire.ts';
export { requireFound } from './follow.ts';
export { openCode } from './follow-code.ts';
export { type FollowersSeenTo, seeToFollowersOf } from './followers.ts';
export type { Typed } from './keep.ts';
export { wholeDistrict } from './map.store.ts';
export { caseRows } from './named-rows.ts';
export { type CaseOperations, caseOperations } from './operations.ts';
export { type CaseHead, casesAfter, lockCases } from './past.store.ts';
export { lockedPasts, type Past } from './past.ts';
export { type Receipt, receiptOf } from './receipt.ts';
export { rebuildSearch } from './reindex.ts';
export { followRenaming, followRenamings, type Renamed, renamingKeeper } from './renaming.ts';
export { reprojectCases } from './reproject.ts';
export { isSealed, openValue } from './sealing.ts';
export { caseByExternal, findCase, lockCase } from './store.ts';
export { rungsOf, timersOf } from './tasks.ts';
export { openWorkOf } from './unit-work.ts';
export { type CaseRow, type CaseView, caseRowSchema } from './view-schema.ts';
export { caseReachOf, stagesOf, type World, worldOf } from './world.ts';
