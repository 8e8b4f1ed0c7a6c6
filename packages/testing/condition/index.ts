export { comparableProperties, conditionArbitrary, factsArbitrary } from './condition-arbitrary.ts';
