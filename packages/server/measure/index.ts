export { measureDefinitions } from './definitions.ts';
export { factSink } from './fact-sink.ts';
export { firstDays } from './first-days.ts';
export { fold } from './fold.ts';
export { type MeasureKeeper, measureKeeper } from './keeper.ts';
export { storeBook } from './measure-book.ts';
export { type MeasureOperations, measureOperations } from './operations.ts';
export { type By, type Days, type Period, periodsOf } from './period.ts';
export { publishPeriods } from './publishing.ts';
export { readMeasures } from './reading.ts';
export type {
  MeasureDefinition,
  MeasureRow,
  ReadingRequest,
  RowsBehind,
  RowsRequest,
  UnitChange,
} from './reading-schema.ts';
export { type Difference, type Recount, type RecountOptions, recount } from './recount.ts';
export { remake } from './remaking.ts';
export { rowsBehind } from './rows-behind.ts';
export { namingOf, unitHistory } from './unit-history.ts';
