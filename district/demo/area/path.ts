import type { Mesh, Side } from './mesh.ts';
import { distance, type Point } from './plane.ts';

/** Sides by the corner they leave from, without those that run in the river. */
export function waysOn(mesh: Mesh): ReadonlyMap<number, readonly Side[]> {
  const ways = new Map<number, Side[]>();
  const add = (side: Side): void => {
    const list = ways.get(side.from);
    if (list) list.push(side);
    else ways.set(side.from, [side]);
  };
  for (const side of mesh.sides.flat()) {
    if (side.right === undefined || mesh.north[side.left] === mesh.north[side.right]) add(side);
  }
  return ways;
}

/** Shortest way along borders through the given points, as corners. Crossing the river is allowed, following it is not. */
export function pathThrough(mesh: Mesh, points: readonly Point[]): readonly number[] {
  const ways = waysOn(mesh);
  const stops = points.map((point) => {
    let best = 0;
    for (const corner of ways.keys()) {
      if (distance(mesh.corners[corner] as Point, point) < distance(mesh.corners[best] as Point, point)) best = corner;
    }
    return best;
  });
  const path: number[] = [stops[0] as number];
  for (let i = 1; i < stops.length; i++) path.push(...shortest(mesh, ways, path.at(-1) as number, stops[i] as number));
  return path;
}

/** Corners from (not including) `start` to `goal`; A* by straight-line distance. */
function shortest(
  mesh: Mesh,
  ways: ReadonlyMap<number, readonly Side[]>,
  start: number,
  goal: number,
): readonly number[] {
  const ahead = (corner: number): number => distance(mesh.corners[corner] as Point, mesh.corners[goal] as Point);
  const cost = new Map([[start, 0]]);
  const from = new Map<number, number>();
  const open = new Map([[start, ahead(start)]]);
  while (open.size > 0) {
    let here = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [corner, estimate] of open) if (estimate < least) [here, least] = [corner, estimate];
    if (here === goal) break;
    open.delete(here);
    for (const side of ways.get(here) ?? []) {
      const total = (cost.get(here) as number) + side.length;
      if (total >= (cost.get(side.to) ?? Number.POSITIVE_INFINITY)) continue;
      cost.set(side.to, total);
      from.set(side.to, here);
      open.set(side.to, total + ahead(side.to));
    }
  }
  const path: number[] = [];
  for (let corner = goal; corner !== start; corner = from.get(corner) as number) {
    path.push(corner);
    if (!from.has(corner)) throw new RangeError('no way along the borders');
  }
  return path.reverse();
}
