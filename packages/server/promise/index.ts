export {
  type BulletinOperations,
  type BulletinReceipt,
  type BulletinRowView,
  type BulletinView,
  bulletinOperations,
  type DraftRequest,
  type PaperKind,
} from './bulletin/index.ts';
export { loadBundle, loadBundles } from './core/bundle.ts';
export { changePromise } from './core/change.ts';
export { createPromise } from './core/create.ts';
export { setDuties } from './core/duties.ts';
export { courseOfYear, doersOf, type Figures, figuresOf, measuredIn, verifiersOf } from './core/figures.ts';
export { promiseTimerHandler } from './core/fire.ts';
export type { PromiseGlance } from './core/glance-view.ts';
export { inForceOn, revisedOn } from './core/in-force.ts';
export { indicatorOf } from './core/indicator-row.ts';
export { issuePromises } from './core/issue.ts';
export { keepPromise, receiptOf } from './core/keep.ts';
export { type PromiseKeeper, promiseKeeper } from './core/keeper.ts';
export { fixLightsOn, lightsOn, yearsUnderWay } from './core/lights.ts';
export { type PromiseOperations, promiseOperations } from './core/operations.ts';
export { promiseParameters, promiseParameterWords } from './core/parameters.ts';
export type { DutyDraft, IndicatorDraft, PromiseDraft, PromisePatch, TaskDraft } from './core/promise-draft.ts';
export { admitsPromise, type PromiseReach, promiseReachOf, promiseReachSql } from './core/promise-reach.ts';
export type {
  DutyRecord,
  EvidenceRecord,
  IndicatorRecord,
  ObservationRecord,
  PromiseBundle,
  PromiseRecord,
  RevisionRecord,
  TaskRecord,
  VerificationRecord,
} from './core/promise-record.ts';
export { kindOf, type PromiseServices } from './core/promise-services.ts';
export type { PromiseReceipt, PromiseRow, PromiseView } from './core/promise-view.ts';
export { type PromiseWorld, promiseReach, promiseWorldOf } from './core/promise-world.ts';
export { publishPromise } from './core/publish.ts';
export { lockedBundle, requireDraft, requirePromise, requirePromiseFiles, requireRunning } from './core/requirement.ts';
export { dutiesOn } from './core/responsibility.ts';
export { ruleSetFor } from './core/rule-set.ts';
export type { PromiseStory } from './core/story-view.ts';
export { openItem } from './core/supervision.ts';
export {
  askFigures,
  burdenRows,
  enterFigures,
  type FigureEntry,
  type FigureSheet,
  type FiguresSaved,
  feedFigures,
  figureKeeper,
  figureRound,
  type MoneyByStage,
  type ProjectOperations,
  type ProjectRow,
  type ProjectTable,
  projectOperations,
  projectTable,
  raiseLateBlockers,
  releasesOf,
  type StageMoney,
  type TargetBoard,
  targetBoard,
} from './project/index.ts';
export type { Comparison } from './report/compare-reports.ts';
export { type ReportOperations, reportOperations } from './report/operations.ts';
export { PLAN_COLUMNS, type PlanContent, type PlanLine, type PlanSection } from './report/plan-content.ts';
export type { PlanReceipt, PlanRow, PlanView } from './report/plan-schema.ts';
export { planContent } from './report/read-plan.ts';
export type { Decided, ItemView, ReportRow, ReportView } from './report/report-schema.ts';
export {
  type CandidateRow,
  type CandidateView,
  countPoll,
  type EvaluationView,
  intakePoll,
  type LivelihoodOperations,
  livelihoodOperations,
  type PublicList,
  type PublicProject,
  publicPhoto,
  type SiteView,
  siteColumns,
  type VoteRow,
  type VoteView,
} from './vote/index.ts';
