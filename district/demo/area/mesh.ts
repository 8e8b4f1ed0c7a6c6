import { triangulate } from './delaunay.ts';
import { between, distance, type Point, type Position, toPosition } from './plane.ts';
import { type Seed, seeds } from './seeds.ts';
import { warp } from './warp.ts';

/** A border from corner `from` to corner `to`, with the cell on its left and the one on its right (absent outside the district). */
export interface Side {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number | undefined;
  /** Kilometres. */
  readonly length: number;
}

export interface Mesh {
  /** Corners of cells, on the plane. */
  readonly corners: readonly Point[];
  /** Middles of the cells, on the plane. */
  readonly middles: readonly Point[];
  readonly north: readonly boolean[];
  /** Sides of each cell, counter-clockwise. */
  readonly sides: readonly (readonly Side[])[];
}

const RELAXATIONS = 2;
/** Corners closer than this (kilometres) are one crossing. */
const SAME = 0.035;
/** A border gets a bend about every so many kilometres. */
const BEND = 0.14;

/** The planar partition into cells: Voronoi cells of the seeds, relaxed, in which every border is shared by exactly two. */
export function mesh(): Mesh {
  let planted = seeds();
  for (let i = 0; i < RELAXATIONS; i++) planted = relax(planted);
  const { corners, rings } = voronoi(planted);
  const merged = mergeCorners(corners);
  const cellOf = new Map<number, number>();
  planted.forEach((seed, i) => {
    if (seed.inside) cellOf.set(i, cellOf.size);
  });

  const outlines = [...cellOf.keys()].map((i) => {
    const ring = (rings[i] as readonly number[]).map((corner) => merged.of[corner] as number);
    return ring.filter((corner, k) => corner !== ring[(k + 1) % ring.length]);
  });
  const owner = new Map<string, number>();
  outlines.forEach((ring, cell) => {
    ring.forEach((from, k) => {
      owner.set(`${from}>${ring[(k + 1) % ring.length]}`, cell);
    });
  });
  return {
    corners: merged.corners,
    middles: [...cellOf.keys()].map((i) => (planted[i] as Seed).at),
    north: [...cellOf.keys()].map((i) => (planted[i] as Seed).north),
    sides: outlines.map((ring, cell) =>
      ring.map((from, k) => {
        const to = ring[(k + 1) % ring.length] as number;
        const length = distance(merged.corners[from] as Point, merged.corners[to] as Point);
        return { from, to, left: cell, right: owner.get(`${to}>${from}`), length };
      }),
    ),
  };
}

/** Positions along a side, bent, without its last one; the same positions whichever way it is walked. */
export function positionsAlong(corners: readonly Point[], from: number, to: number): readonly Position[] {
  const [low, high] = [corners[Math.min(from, to)] as Point, corners[Math.max(from, to)] as Point];
  const count = Math.max(1, Math.round(distance(low, high) / BEND));
  const line: Position[] = [];
  for (let k = 0; k <= count; k++) line.push(toPosition(warp(between(low, high, k / count))));
  if (from > to) line.reverse();
  return line.slice(0, -1);
}

function voronoi(planted: readonly Seed[]): {
  readonly corners: readonly Point[];
  readonly rings: readonly (readonly number[])[];
} {
  const triangles = triangulate(planted.map((seed) => seed.at));
  const around: number[][] = planted.map(() => []);
  triangles.forEach(({ corners }, t) => {
    for (const corner of corners) (around[corner] as number[]).push(t);
  });
  const corners = triangles.map(({ middle }) => middle);
  const rings = around.map((list, i) => {
    const [x, y] = (planted[i] as Seed).at;
    const turn = new Map(
      list.map((t) => [t, quarterTurns((corners[t] as Point)[0] - x, (corners[t] as Point)[1] - y)]),
    );
    return list.sort((s, t) => (turn.get(s) as number) - (turn.get(t) as number));
  });
  return { corners, rings };
}

/** Grows with the angle of a direction, from 0 to 4, without trigonometry. */
function quarterTurns(x: number, y: number): number {
  const share = y / (Math.abs(x) + Math.abs(y));
  return x < 0 ? 2 - share : y < 0 ? 4 + share : share;
}

/** One step of Lloyd's relaxation: free seeds move to the middle of their cell. */
function relax(planted: readonly Seed[]): readonly Seed[] {
  const { corners, rings } = voronoi(planted);
  return planted.map((seed, i) => {
    if (seed.fixed) return seed;
    const ring = (rings[i] as readonly number[]).map((corner) => corners[corner] as Point);
    let [x, y, twice] = [0, 0, 0];
    ring.forEach((a, k) => {
      const b = ring[(k + 1) % ring.length] as Point;
      const cross = a[0] * b[1] - b[0] * a[1];
      x += (a[0] + b[0]) * cross;
      y += (a[1] + b[1]) * cross;
      twice += cross;
    });
    return { ...seed, at: [x / (3 * twice), y / (3 * twice)] };
  });
}

function mergeCorners(corners: readonly Point[]): {
  readonly corners: readonly Point[];
  readonly of: readonly number[];
} {
  const kept: Point[] = [];
  const buckets = new Map<number, number[]>();
  const key = (x: number, y: number): number => Math.floor((x + 100) / 0.1) * 10_000 + Math.floor((y + 100) / 0.1);
  const of = corners.map((corner) => {
    for (let dx = -0.1; dx <= 0.15; dx += 0.1) {
      for (let dy = -0.1; dy <= 0.15; dy += 0.1) {
        for (const other of buckets.get(key(corner[0] + dx, corner[1] + dy)) ?? []) {
          if (distance(kept[other] as Point, corner) < SAME) return other;
        }
      }
    }
    kept.push(corner);
    const list = buckets.get(key(...corner));
    if (list) list.push(kept.length - 1);
    else buckets.set(key(...corner), [kept.length - 1]);
    return kept.length - 1;
  });
  return { corners: kept, of };
}
