export { type Area, type AreaIndex, type AreaLevel, areaIndex, type Location } from './area-index.ts';
export type { ImportOutcome } from './import-records.ts';
export { type RegistryOperations, registryOperations } from './operations.ts';
export { type Polygon, polygonsOf } from './polygon.ts';
export type { Provenance, RecordDraft, RecordHistory, RecordReading, RegistryRecord } from './record.ts';
export { type RegistryView, registryView } from './registry-view.ts';
export { type RegistryViews, registryViews } from './registry-views.ts';
