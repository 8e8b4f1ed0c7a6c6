import type { Area } from './area.ts';
import { type Mesh, mesh } from './mesh.ts';
import { streetPlans } from './names.ts';
import { type MultiPolygon, type Point, type Position, toPosition } from './plane.ts';
import { closest, divide, grow } from './region.ts';
import { contains, union } from './ring.ts';
import { warp } from './warp.ts';

export const DISTRICT_CODE = '440199';

export interface Partition {
  readonly mesh: Mesh;
  /** District, streets, communities, cells, in the order of their codes within each level. */
  readonly areas: readonly Area[];
  /** Code of each cell of the mesh. */
  readonly cellCodes: readonly string[];
}

const digits = (n: number): string => String(n).padStart(3, '0');

/** Cells → communities → streets → district, each the exact union of the level below. */
export function partition(): Partition {
  const plane = mesh();
  const everything = [...plane.middles.keys()];
  const bank = (cell: number): boolean => plane.north[cell] as boolean;
  const seats = streetPlans.map(({ seat }) => closest(plane, everything, seat));
  const streetOf = grow(
    plane,
    seats,
    streetPlans.map(({ drag }) => drag),
    (cell, region) => bank(cell) === bank(seats[region] as number),
  );

  const streets: Area[] = [];
  const communities: Area[] = [];
  const cells: Area[] = [];
  const cellCodes: string[] = [];
  streetPlans.forEach((street, region) => {
    const streetCode = DISTRICT_CODE + street.digits;
    const own = everything.filter((cell) => streetOf.get(cell) === region);
    streets.push(area(plane, streetCode, 'street', DISTRICT_CODE, street.name, own));
    const parts = divide(plane, own, street.communities.length);
    street.communities.forEach((name, part) => {
      const code = streetCode + digits(name.zh.endsWith('村') ? 200 + part : part + 1);
      const members = own.filter((cell) => parts.get(cell) === part).sort(northWestFirst(plane));
      communities.push(area(plane, code, 'community', streetCode, name, members));
      members.forEach((cell, i) => {
        const cellCode = code + digits(i + 1);
        cellCodes[cell] = cellCode;
        const cellName = { zh: `${name.zh}第${i + 1}网格`, en: `${name.en} Cell ${i + 1}` };
        cells.push(area(plane, cellCode, 'cell', code, cellName, [cell]));
      });
    });
  });
  const name = { zh: '清江区', en: 'Qingjiang District' };
  const district = area(plane, DISTRICT_CODE, 'district', null, name, everything);
  return { mesh: plane, areas: [district, ...streets, ...communities, ...cells], cellCodes };
}

function area(
  plane: Mesh,
  code: string,
  level: Area['level'],
  parent: string | null,
  name: Area['name'],
  cells: readonly number[],
): Area {
  const polygon = union(plane, cells);
  return { code, level, parent, name, polygon, centre: centreOf(plane, cells, polygon) };
}

/** The middle of the cells where it lies inside; the middle of the nearest cell otherwise. */
function centreOf(plane: Mesh, cells: readonly number[], polygon: MultiPolygon): Position {
  let [x, y] = [0, 0];
  for (const cell of cells) {
    const at = plane.middles[cell] as Point;
    x += at[0] / cells.length;
    y += at[1] / cells.length;
  }
  const middle = toPosition(warp([x, y]));
  if (contains(polygon, middle)) return middle;
  return toPosition(warp(plane.middles[closest(plane, cells, [x, y])] as Point));
}

/** Cells of a community are numbered in rows from the north-west, as on a printed plan. */
function northWestFirst(plane: Mesh): (a: number, b: number) => number {
  const row = (cell: number): number => -Math.round((plane.middles[cell] as Point)[1] / 0.4);
  const column = (cell: number): number => (plane.middles[cell] as Point)[0];
  return (a, b) => row(a) - row(b) || column(a) - column(b);
}
