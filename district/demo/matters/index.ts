export { filingConditions } from './conditions.ts';
export {
  type DemandClass,
  type DemandItem,
  type DemandKind,
  type DemandKindLimit,
  demandClasses,
  demandItems,
  demandKinds,
} from './demand.ts';
export { matterClasses, matters, TRANSCRIBED_NOT_COMPARED } from './gb.ts';
export type { FilingCondition, LimitStage, Matter, MatterClass } from './matter.ts';
