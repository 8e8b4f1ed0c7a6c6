export { mayTouch, takeStep } from './act.ts';
export {
  type CaseChange,
  type CaseChanges,
  type CaseServices,
  caseChanges,
  currentDefinition,
  pinnedDefinition,
} from './case-services.ts';
export { caseTimerHandler } from './fire.ts';
export { requireFound } from './follow.ts';
export { type CaseOperations, caseOperations } from './operations.ts';
export { type Receipt, receiptOf } from './receipt.ts';
export { isSealed, openValue } from './sealing.ts';
export { caseByExternal, findCase, lockCase } from './store.ts';
export type { CaseRow, CaseView } from './view-schema.ts';
