export type { Answer, AnswerGround, Outcome, Verdict } from './answer.ts';
export { compare } from './compare.ts';
export type { Fact } from './fact.ts';
export { type Find, type Finder, finderOf } from './finder.ts';
export { isCeiling, mentionsIn, placeIn } from './indicator.ts';
export { resultsOf } from './result.ts';
export { scaledUnit, unitsAgree } from './unit.ts';
export { evenly, likenessOf, tokensOf, type Weighed, weighing } from './words.ts';
