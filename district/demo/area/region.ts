import type { Mesh } from './mesh.ts';
import { distance, type Point } from './plane.ts';

/**
 * Grows regions from starting cells over shared borders, nearest first, so that each region is connected and every allowed cell
 * that can be reached belongs to exactly one.
 */
export function grow(
  mesh: Mesh,
  starts: readonly number[],
  drags: readonly number[],
  allowed: (cell: number, region: number) => boolean,
): ReadonlyMap<number, number> {
  const reached = new Map<number, { cost: number; region: number }>();
  const queue: { cell: number; cost: number; region: number }[] = starts.map((cell, region) => ({
    cell,
    cost: 0,
    region,
  }));
  const settled = new Map<number, number>();
  while (queue.length > 0) {
    let least = 0;
    for (let i = 1; i < queue.length; i++) {
      if ((queue[i]?.cost as number) < (queue[least]?.cost as number)) least = i;
    }
    const [{ cell, cost, region }] = queue.splice(least, 1) as [{ cell: number; cost: number; region: number }];
    if (settled.has(cell)) continue;
    settled.set(cell, region);
    for (const side of mesh.sides[cell] ?? []) {
      const next = side.right;
      if (next === undefined || settled.has(next) || !allowed(next, region)) continue;
      const far = distance(mesh.middles[starts[region] as number] as Point, mesh.middles[next] as Point);
      const step = distance(mesh.middles[cell] as Point, mesh.middles[next] as Point);
      // Mostly as the crow flies, a little along the way: compact regions without spurs.
      const total = Math.max(cost, far * (drags[region] ?? 1)) + 0.15 * step;
      const known = reached.get(next);
      if (known && known.cost <= total) continue;
      reached.set(next, { cost: total, region });
      queue.push({ cell: next, cost: total, region });
    }
  }
  return settled;
}

/** Divides connected cells into `count` connected parts of like extent: starts far apart, then moved to the middles of their parts. */
export function divide(mesh: Mesh, cells: readonly number[], count: number): ReadonlyMap<number, number> {
  const own = new Set(cells);
  const starts: number[] = [closest(mesh, cells, middle(mesh, cells))];
  while (starts.length < count) {
    let best = cells[0] as number;
    let widest = -1;
    for (const cell of cells) {
      const gap = Math.min(...starts.map((s) => distance(mesh.middles[s] as Point, mesh.middles[cell] as Point)));
      if (gap > widest) [best, widest] = [cell, gap];
    }
    starts.push(best);
  }
  const drags = starts.map(() => 1);
  let parts = grow(mesh, starts, drags, (cell) => own.has(cell));
  for (let round = 0; round < 5; round++) {
    const moved = starts.map((_, region) => {
      const part = cells.filter((cell) => parts.get(cell) === region);
      return closest(mesh, part, middle(mesh, part));
    });
    starts.splice(0, starts.length, ...moved);
    parts = grow(mesh, starts, drags, (cell) => own.has(cell));
  }
  return parts;
}

export function closest(mesh: Mesh, cells: readonly number[], point: Point): number {
  let best = cells[0] as number;
  for (const cell of cells) {
    if (distance(mesh.middles[cell] as Point, point) < distance(mesh.middles[best] as Point, point)) best = cell;
  }
  return best;
}

function middle(mesh: Mesh, cells: readonly number[]): Point {
  let [x, y] = [0, 0];
  for (const cell of cells) {
    const at = mesh.middles[cell] as Point;
    x += at[0];
    y += at[1];
  }
  return [x / cells.length, y / cells.length];
}
