export {
  after,
  and,
  before,
  between,
  casei,
  containing,
  contains,
  day,
  eq,
  gt,
  gte,
  isIn,
  isNull,
  like,
  lt,
  lte,
  ne,
  not,
  or,
  overlaps,
  property,
  timestamp,
  within,
} from './builders.ts';
export { type Column, type Columns, type CompiledSql, checkCondition, compileSql } from './compile-sql.ts';
export * from './condition.ts';
export { evaluate, type Facts, holds, type Truth } from './evaluate.ts';
export { parseText } from './parse-text.ts';
export { printText } from './print-text.ts';
export { propertyNames } from './property-names.ts';
export type { ComparableType, PropertyType } from './property-type.ts';
export { readCondition } from './read-condition.ts';
