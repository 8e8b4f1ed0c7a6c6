export {
  askedUnits,
  type CaseContext,
  type CaseRecord,
  type Decision,
  type OpenRequest,
  type Part,
  type Step,
  type Value,
  type Values,
} from './case-record.ts';
export {
  type ActionSpec,
  type CaseType,
  type ClockSpec,
  type Concealment,
  defineCase,
  type Effect,
  type FactName,
  type Guard,
  type LimitSource,
  type NumberGiven,
  type PartnerMessage,
  type RequestSpec,
  type Rung,
} from './case-type.ts';
export { isClosed } from './closed.ts';
export { areaOf, decide, refuseBarred } from './decide.ts';
export type { Beyond } from './extension.ts';
export { factsOf } from './facts.ts';
export { answerOf, followersOf, type MergingBar, type MergingSpec, mergingBar } from './merging.ts';
export { type AnyAction, type Bar, barOf, isOffered, type NextAction, nextActions } from './next-actions.ts';
export { intakeFields, openCase } from './open-case.ts';
export { type DutyAnswer, type DutyQuestion, type DutyRule, inDutyOrder, route } from './routing.ts';
