export { type BallotFault, checkBallots, checkSatisfaction, type SatisfactionRow } from './ballot-check.ts';
export { checkLights, type LightCase, type LightFault, lightFaultWords } from './check-lights.ts';
export type { Claim, Declared, Discrepancy, DiscrepancyRule, NamedAmount } from './claim.ts';
export { type ClosingItem, type ClosingRates, closingRates } from './closing-rates.ts';
export {
  type Day,
  daysBetween,
  daysLater,
  monthEndOf,
  monthEndsUntil,
  monthsLater,
  monthsPassed,
} from './day.ts';
export { defaultLights, indicatorLights, livelihoodLights, projectLights, taskLights } from './default-lights.ts';
export { DISAGREEMENTS, type Disagreement, disagreements } from './disagreement.ts';
export { DUE_DOUBTS, type DueDoubt, type DueRead, dueOfWords, firmnessOf } from './due-words.ts';
export { type Evaluated, evaluationGrade, meanStars } from './evaluation.ts';
export { forecastOf } from './forecast.ts';
export {
  type Aim,
  checkIndicator,
  type Every,
  type Indicator,
  type IndicatorDraft,
  indicatorOf,
  MONEY_STAGES,
  type MoneyStage,
  type Path,
  type PathPoint,
  type PathShape,
} from './indicator.ts';
export {
  type Asked,
  defineLights,
  isWithin,
  LIGHTS,
  type Light,
  type LightInput,
  type LightInputs,
  type LightRule,
  type LightRuleSet,
  type Lit,
  lightOf,
  type NumberRange,
  severityOf,
  steady,
  type When,
} from './light.ts';
export { lightEnglish, lightLabels } from './light-english.ts';
export {
  inARow,
  type KnownInput,
  LIGHT_INPUTS,
  lightInputsOf,
  lightsInARow,
  type PastLight,
  type PromiseTimes,
  unknownInputs,
} from './light-input.ts';
export { currentValue, type Observed, type Source, valuesByDay } from './observation.ts';
export { countedParts, isDone, lateParts, type Part, shareDone, shareDue } from './part.ts';
export { dueOf, expectedAt, expectedValueAt, holdsUntil, startOf } from './path.ts';
export {
  type Amount,
  type AmountRate,
  amountRate,
  type ProjectRates,
  type ProjectYear,
  projectRates,
  quarterScore,
  type Signed,
  type SigningRates,
  signingRates,
} from './project-rates.ts';
export { type Demand, definePromiseKind, type PromiseKind, type PromiseStep, partiesOf } from './promise-kind.ts';
export {
  courseOf,
  hasRate,
  isOnlyFollowed,
  type Measured,
  type PromiseStanding,
  promiseStanding,
} from './promise-standing.ts';
export {
  type CodeBook,
  codeBooks,
  isComparable,
  type ProposalItem,
  type ProposalRates,
  proposalRates,
  type ResultCode,
  type Satisfaction,
} from './proposal-rates.ts';
export { publishedRuleSets } from './published-lights.ts';
export { rateOf, reachOf } from './rate.ts';
export { reconcile } from './reconcile.ts';
export { type Rolled, type RollUp, rollUp, splitWeight } from './roll-up.ts';
export { largestRemainder, type RoundingRule, roundWith } from './rounding.ts';
export { type CompositeScore, compositeScore, type Scored, type Scoring, scoreOf } from './score.ts';
export { NOTHING_DUE, type Share, shareOf } from './share.ts';
export { countsFrom, observedAs, type Standing, standingOf } from './standing.ts';
export {
  EVIDENCE_STATES,
  type EvidenceState,
  evidenceOf,
  type Firmness,
  isFinal,
  OFFICIALS,
  type Official,
  type Said,
  SCHEDULE_STATES,
  type ScheduleState,
  type Support,
  scheduleOf,
} from './status.ts';
export {
  type BallotChoice,
  type BallotCounts,
  type CandidateTally,
  countBallots,
  majorityOf,
  tally,
  type VoteOutcome,
  type VoteRule,
} from './vote.ts';
