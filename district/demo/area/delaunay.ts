import type { Point } from './plane.ts';

export interface Triangle {
  readonly corners: readonly [number, number, number];
  /** Middle of the circle through the corners: a corner of three Voronoi cells. */
  readonly middle: Point;
}

interface Circle {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly x: number;
  readonly y: number;
  readonly square: number;
}

/**
 * Delaunay triangulation of points in general position (Bowyer–Watson, swept from left to right so that finished triangles
 * are set aside). Triangles that touch the helper corners far outside are left out.
 */
export function triangulate(points: readonly Point[]): readonly Triangle[] {
  const n = points.length;
  const all: readonly Point[] = [...points, [-900, -700], [900, -700], [0, 1400]];
  const order = [...points.keys()].sort((i, j) => (all[i] as Point)[0] - (all[j] as Point)[0] || i - j);
  let open: Circle[] = [circle(all, n, n + 1, n + 2)];
  const done: Circle[] = [];
  for (const i of order) {
    const [px, py] = all[i] as Point;
    const edges = new Map<number, readonly [number, number]>();
    const kept: Circle[] = [];
    for (const t of open) {
      const dx = px - t.x;
      const dy = py - t.y;
      if (dx > 0 && dx * dx > t.square) done.push(t);
      else if (dx * dx + dy * dy > t.square) kept.push(t);
      else {
        for (const [u, v] of [
          [t.a, t.b],
          [t.b, t.c],
          [t.c, t.a],
        ] as const) {
          const key = Math.min(u, v) * (n + 3) + Math.max(u, v);
          if (!edges.delete(key)) edges.set(key, [u, v]);
        }
      }
    }
    open = kept;
    for (const [u, v] of edges.values()) open.push(circle(all, u, v, i));
  }
  return [...done, ...open]
    .filter((t) => t.a < n && t.b < n && t.c < n)
    .map((t) => ({ corners: [t.a, t.b, t.c], middle: [t.x, t.y] }));
}

function circle(points: readonly Point[], a: number, b: number, c: number): Circle {
  const [ax, ay] = points[a] as Point;
  const [bx, by] = points[b] as Point;
  const [cx, cy] = points[c] as Point;
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - ax, cy - ay];
  const twice = 2 * (ux * vy - uy * vx);
  const [uu, vv] = [ux * ux + uy * uy, vx * vx + vy * vy];
  const x = (vy * uu - uy * vv) / twice;
  const y = (ux * vv - vx * uu) / twice;
  return { a, b, c, x: ax + x, y: ay + y, square: x * x + y * y };
}
