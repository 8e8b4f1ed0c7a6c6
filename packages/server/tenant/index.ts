export { type Placement, type Spread, spreadOf } from './spread.ts';
export { readStamp, type StampedPart, writeStamp } from './stamp.store.ts';
export { createTenant, findTenant, isZone, listTenants, registerTenant, type Tenant } from './store.ts';
export {
  besideTenant,
  checkTenant,
  readingTenant,
  withoutTenant,
  withTenant,
  withTenantShared,
} from './with-tenant.ts';
