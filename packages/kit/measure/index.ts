export {
  type Contribution,
  type Counts,
  changesBetween,
  contributionsOf,
  countsOf,
  grainValue,
  NOTHING,
  pairOfValues,
  valuesOfPair,
} from './contribution.ts';
export {
  defineFacts,
  type Fact,
  type FactDeclaration,
  type FactField,
  type FactFieldType,
  type FactValue,
  fieldTypes,
  STINT_FIELDS,
  type StepsMeant,
  type StintDeclaration,
  stintKind,
  wholeSecond,
} from './fact.ts';
export {
  changedFields,
  type FactWorld,
  factsAfter,
  type Moment,
  type Standing,
  sameFact,
  sameHead,
} from './facts-after.ts';
export { figureOf, isFew, minus, plus, sameCounts } from './figure.ts';
export {
  type Breakdown,
  CROSSES,
  type Cross,
  conditionsOf,
  defineMeasure,
  endOfStock,
  type Form,
  fieldsCounted,
  GRAINS,
  type Grain,
  instantsCounted,
  type MeanUnit,
  type Measure,
} from './measure.ts';
export { type LedgerStep, momentsOf } from './moments.ts';
