import { type Mesh, positionsAlong, type Side } from './mesh.ts';
import { type MultiPolygon, type Point, type Position, type Ring, toPoint } from './plane.ts';

/** The union of cells as a multi-polygon: borders between two of them cancel, the others are walked into rings. */
export function union(mesh: Mesh, cells: readonly number[]): MultiPolygon {
  const own = new Set(cells);
  const leaving = new Map<number, Side[]>();
  for (const cell of cells) {
    for (const side of mesh.sides[cell] ?? []) {
      if (side.right !== undefined && own.has(side.right)) continue;
      const list = leaving.get(side.from);
      if (list) list.push(side);
      else leaving.set(side.from, [side]);
    }
  }
  const rings: Ring[] = [];
  for (const list of leaving.values()) {
    while (list.length > 0) {
      const first = list.pop() as Side;
      const walk = [first];
      for (let side = first; side.to !== first.from; ) {
        const onward = leaving.get(side.to) as Side[];
        const pick = onward.length === 1 ? 0 : sharpestLeft(mesh, side, onward);
        [side] = onward.splice(pick, 1) as [Side];
        walk.push(side);
      }
      const ring = walk.flatMap(({ from, to }) => positionsAlong(mesh.corners, from, to));
      rings.push([...ring, ring[0] as Position]);
    }
  }
  const outer = rings.filter((ring) => signedArea(ring) > 0);
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  return outer.map((ring) => [ring, ...holes.filter((hole) => insideRing(ring, hole[0] as Position))]);
}

/** Where four borders meet at one corner, turning left keeps the ring on the cells it began with. */
function sharpestLeft(mesh: Mesh, arrived: Side, onward: readonly Side[]): number {
  const [a, b] = [mesh.corners[arrived.from] as Point, mesh.corners[arrived.to] as Point];
  const turn = (side: Side): number => {
    const c = mesh.corners[side.to] as Point;
    const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
    const lengths = Math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
    const [sine, cosine] = [(ux * vy - uy * vx) / lengths, (ux * vx + uy * vy) / lengths];
    return sine >= 0 ? 1 - cosine : cosine - 1;
  };
  let best = 0;
  onward.forEach((side, i) => {
    if (turn(side) > turn(onward[best] as Side)) best = i;
  });
  return best;
}

/** Square kilometres, positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [toPoint(ring[i - 1] as Position), toPoint(ring[i] as Position)];
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

/** Square kilometres of a multi-polygon, holes taken out. */
export function areaOf(polygon: MultiPolygon): number {
  let sum = 0;
  for (const rings of polygon) for (const ring of rings) sum += signedArea(ring);
  return sum;
}

export function insideRing(ring: Ring, [x, y]: Position): boolean {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as Position, ring[i] as Position];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
}

export function contains(polygon: MultiPolygon, position: Position): boolean {
  return polygon.some(
    ([outer, ...holes]) =>
      outer !== undefined && insideRing(outer, position) && !holes.some((hole) => insideRing(hole, position)),
  );
}
