import { type Holder, inForce, type OrgView, type Unit } from '../org/index.ts';

/** The roles a unit gives work to. */
const WORKERS: readonly string[] = ['handler', 'unit-clerk', 'unit-head'];

/** Who can be assigned a case of a unit: holders of posts in it and below it, the unit's own first. */
export function workersOf(org: OrgView, unit: string, now: number): readonly Holder[] {
  return org
    .subtree(unit)
    .flatMap((below) => WORKERS.flatMap((role) => org.holdersOf(role, { unit: below.id }, now)))
    .filter(({ as }) => as === 'holder');
}

/** Whether a unit can be given a case or asked about one: it exists now and is not the district itself. */
export function isAnswering(unit: Unit | undefined, now: number): boolean {
  return unit !== undefined && unit.kind !== 'district' && inForce(unit, now);
}
