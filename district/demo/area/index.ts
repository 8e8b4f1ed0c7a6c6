/**
 * The invented 清江区 / Qingjiang District, drawn when this door is first opened (about 0.3 s, the same on every machine):
 * no such division, street or person exists, and 440199 is no code of GB/T 2260.
 */
import type { Area } from './area.ts';
import { partition } from './partition.ts';
import { places as placesOf } from './places.ts';
import { roads as roadsOf } from './roads.ts';
import { watercourses } from './water.ts';

export type { Area, AreaLevel } from './area.ts';
export { streetPlans } from './names.ts';
export { DISTRICT_CODE } from './partition.ts';
export { type Place, type PlaceKind, positionIn } from './places.ts';
export { type MultiPolygon, metres, type Position, type Ring } from './plane.ts';
export { areaOf, contains } from './ring.ts';
export type { Frontage, Road, RoadRank } from './roads.ts';
export type { Watercourse } from './water.ts';

const drawn = partition();

/** District, 14 streets, 110 communities, about 900 cells; every level tiles the one above. */
export const areas: readonly Area[] = drawn.areas;

export const cells: readonly Area[] = areas.filter(({ level }) => level === 'cell');

/** The river first, then the creeks; drawn over the cells, no part of the partition. */
export const waters = watercourses(drawn.mesh);

/** 220 named roads and the house numbers on them. */
export const { roads, frontages } = roadsOf(drawn.mesh, cells, drawn.cellCodes);

/** About 400 named estates, markets, schools, parks … */
export const places = placesOf(areas);

const byCode = new Map(areas.map((area) => [area.code, area]));

/** The area of a code. Throws RangeError for a code this district does not have. */
export function areaOfCode(code: string): Area {
  const area = byCode.get(code);
  if (!area) throw new RangeError(`no area ${code} in the demo district`);
  return area;
}
