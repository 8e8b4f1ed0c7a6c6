export { damagedGold } from './damaged-gold.ts';
export { damages } from './damages.ts';
export {
  type GoldChain,
  type GoldReport,
  type GoldSet,
  goldChains,
  goldIsMissing,
  goldIsThere,
  goldOf,
  goldSets,
  publishedReport,
} from './gold.ts';
export { chanceOf, type Damage, type Damaged, inTurn, rewritten, spanIn } from './rewriting.ts';
export {
  type CompletionScore,
  type FoundTarget,
  f1Of,
  type Miss,
  rateOf,
  type Share,
  scoreCompletion,
  scoreTargets,
  sumOf,
  type TargetScore,
} from './score.ts';
