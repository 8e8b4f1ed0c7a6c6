export type { PersonName, UnitCode } from './people.ts';
export { areaCodes, points } from './places.ts';
export { type CaseDistrict, callerPhone, type DistrictOptions, testDistrict } from './test-district.ts';
