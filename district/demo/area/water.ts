import type { Words } from '../words.ts';
import { type Mesh, positionsAlong, type Side } from './mesh.ts';
import { pathThrough } from './path.ts';
import { type MultiPolygon, type Point, type Position, toPoint, toPosition } from './plane.ts';

export interface Watercourse {
  readonly name: Words;
  /** Middle line, downstream; it is a border of cells all the way. */
  readonly line: readonly Position[];
  /** Metres from bank to bank, on average. */
  readonly width: number;
  /** The water's surface, drawn over the cells; it takes no area from them. */
  readonly band: MultiPolygon;
}

const RIVER_WIDTH = 330;

/** The river runs along the border between the cells of its two banks; two creeks come down to it from the hills and fields. */
export function watercourses(mesh: Mesh): readonly Watercourse[] {
  const river = riverCorners(mesh);
  const creek = (name: Words, points: readonly Point[], width: number): Watercourse => {
    const line = lineOf(mesh, pathThrough(mesh, points));
    return { name, line, width, band: band(line, (share) => width * (0.6 + 0.6 * share)) };
  };
  const line = soften(lineOf(mesh, river));
  return [
    {
      name: { zh: '清江', en: 'Qingjiang River' },
      line,
      width: RIVER_WIDTH,
      band: band(line, (share) => RIVER_WIDTH * (0.8 + 0.5 * share)),
    },
    creek(
      { zh: '麓泉涌', en: 'Luquan Creek' },
      [
        [-6.2, 6.6],
        [-5.3, 4],
        [-4.9, 0],
      ],
      46,
    ),
    creek(
      { zh: '禾水涌', en: 'Heshui Creek' },
      [
        [3.2, 8.6],
        [4.5, 3.9],
        [4.4, -2.4],
      ],
      60,
    ),
    creek(
      { zh: '晚照涌', en: 'Wanzhao Creek' },
      [
        [2.3, -8.3],
        [3.1, -5.2],
        [2.9, -1.6],
      ],
      42,
    ),
  ];
}

/** Sides whose cells lie on different banks, north bank on the left, chained from west to east. */
function riverCorners(mesh: Mesh): readonly number[] {
  const onward = new Map<number, Side>();
  const reached = new Set<number>();
  for (const side of mesh.sides.flat()) {
    if (side.right === undefined || !mesh.north[side.left] || mesh.north[side.right]) continue;
    onward.set(side.from, side);
    reached.add(side.to);
  }
  // A cell keeps its interior on the left, so with the north bank on the left the walk goes from west to east.
  const source = [...onward.keys()].find((corner) => !reached.has(corner));
  if (source === undefined) throw new RangeError('the river has no source');
  const corners = [source];
  for (let side = onward.get(source); side; side = onward.get(side.to)) corners.push(side.to);
  return corners;
}

export function lineOf(mesh: Mesh, corners: readonly number[]): readonly Position[] {
  const line: Position[] = [];
  corners.forEach((corner, i) => {
    const next = corners[i + 1];
    if (next !== undefined) line.push(...positionsAlong(mesh.corners, corner, next));
    else if (i > 0) line.push(positionsAlong(mesh.corners, corner, corners[i - 1] as number)[0] as Position);
  });
  return line;
}

/** Rounds the corners a border of cells has; ends stay. */
function soften(line: readonly Position[]): readonly Position[] {
  let points = line.map(toPoint);
  for (let round = 0; round < 6; round++) {
    points = points.map((p, i) => {
      const [a, b] = [points[i - 1], points[i + 1]];
      return a && b ? [(a[0] + 2 * p[0] + b[0]) / 4, (a[1] + 2 * p[1] + b[1]) / 4] : p;
    });
  }
  return points.map(toPosition);
}

function band(line: readonly Position[], widthAt: (share: number) => number): MultiPolygon {
  const points = line.map(toPoint);
  const [left, right]: [Position[], Position[]] = [[], []];
  points.forEach((p, i) => {
    const [a, b] = [points[Math.max(0, i - 2)] as Point, points[Math.min(points.length - 1, i + 2)] as Point];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const half = widthAt(i / (points.length - 1)) / 2000 / Math.sqrt(dx * dx + dy * dy);
    left.push(toPosition([p[0] - dy * half, p[1] + dx * half]));
    right.push(toPosition([p[0] + dy * half, p[1] - dx * half]));
  });
  const ring = [...right, ...left.reverse()];
  return [[[...ring, ring[0] as Position]]];
}
