import { departments } from './departments.ts';
import { streetUnits } from './streets.ts';
import type { DemoUnit } from './unit.ts';

export { departments } from './departments.ts';
export { type DemoPerson, type DemoPost, people } from './people.ts';
export { personName } from './person-name.ts';
export { type RoleId, roleNames } from './roles.ts';
export { streetUnitOf, streetUnits } from './streets.ts';
export type { DemoUnit, UnitKind } from './unit.ts';

/** Every unit, a parent before its children. */
export const units: readonly DemoUnit[] = [...departments, ...streetUnits];
