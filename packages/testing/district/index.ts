export { type Course, courseOf, refusalOf } from './course.ts';
export type { PersonName, UnitCode } from './people.ts';
export { areaCodes, points } from './places.ts';
export { type Program, startProgram } from './program.ts';
export { type Strangers, strangersOf } from './strangers.ts';
export { type CaseDistrict, type DistrictOptions, type Sent, testDistrict } from './test-district.ts';
export { callerPhone } from './ticket-fields.ts';
