import { chance } from '../chance.ts';
import { inside, nearest, smooth, stations } from './curve.ts';
import { distance, type Point } from './plane.ts';
import { avenues } from './road-names.ts';
import { outline, river, spacingAt } from './sketch.ts';

export interface Seed {
  readonly at: Point;
  /** Outside seeds only shape the border; they are no cells. */
  readonly inside: boolean;
  readonly north: boolean;
  /** Twins on both sides of the outline or the river stay where they are: the border between them is the line itself. */
  readonly fixed: boolean;
}

const OFFSET = 0.42;

/** The middles of the cells: twins along outline, river and avenues, the rest thrown no closer than the local spacing allows. */
export function seeds(): readonly Seed[] {
  const source = chance('qingjiang-seeds');
  const result: Seed[] = [];
  const shake = (p: Point): Point => [p[0] + source.between(-0.004, 0.004), p[1] + source.between(-0.004, 0.004)];
  const north = (p: Point): boolean => nearest(river, p).left;
  const plant = (at: Point, isInside: boolean, isNorth: boolean, fixed: boolean): void => {
    result.push({ at: shake(at), inside: isInside, north: isNorth, fixed });
  };

  for (const { point, left, spacing } of stations(river, spacingAt)) {
    for (const side of [1, -1] as const) {
      const reach = OFFSET * spacing * side;
      plant([point[0] + left[0] * reach, point[1] + left[1] * reach], true, side === 1, true);
    }
  }
  // The river's twins go on for two stretches outside, so that it meets the outline squarely.
  for (const [end, before] of [
    [river[0], river[6]],
    [river.at(-1), river.at(-7)],
  ] as readonly (readonly [Point, Point])[]) {
    const length = distance(end, before);
    const [ux, uy] = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
    const spacing = spacingAt(end);
    for (const ahead of [0.5, 1.5]) {
      for (const side of [OFFSET, -OFFSET]) {
        plant(
          [end[0] + (ux * ahead - uy * side) * spacing, end[1] + (uy * ahead + ux * side) * spacing],
          false,
          true,
          true,
        );
      }
    }
  }
  for (const { point, left, spacing } of stations(outline, spacingAt)) {
    if (nearest(river, point).distance < 0.95 * spacing) continue;
    const isNorth = north(point);
    for (const side of [1, -1] as const) {
      const reach = OFFSET * spacing * side;
      // The outline runs counter-clockwise: its left is inside.
      plant([point[0] + left[0] * reach, point[1] + left[1] * reach], side === 1, isNorth, true);
    }
  }

  const bucket = new Map<number, Point[]>();
  const key = (p: Point): number => Math.floor(p[0] + 20) * 64 + Math.floor(p[1] + 20);
  const keep = (p: Point): void => {
    const list = bucket.get(key(p));
    if (list) list.push(p);
    else bucket.set(key(p), [p]);
  };
  const free = (p: Point, gap: number): boolean => {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const other of bucket.get(key([p[0] + dx, p[1] + dy])) ?? []) if (distance(other, p) < gap) return false;
      }
    }
    return true;
  };
  for (const seed of result) keep(seed.at);
  // Avenues are laid as borders too; near the river, the outline and each other they give way.
  for (const { through } of avenues) {
    for (const { point, left, spacing } of stations(smooth(through, 16, false), spacingAt)) {
      const reach = OFFSET * spacing;
      const twins = [reach, -reach].map((side): Point => [point[0] + left[0] * side, point[1] + left[1] * side]);
      const clear = (p: Point): boolean =>
        free(p, 0.62 * spacing) &&
        inside(outline, p) &&
        nearest(outline, p).distance > 0.7 * spacing &&
        nearest(river, p).distance > 0.7 * spacing;
      if (!twins.every(clear)) continue;
      for (const twin of twins) {
        plant(twin, true, north(twin), true);
        keep(twin);
      }
    }
  }
  for (let dart = 0; dart < 26_000; dart++) {
    const p: Point = [source.between(-12.8, 12.8), source.between(-9.3, 9.3)];
    const spacing = spacingAt(p);
    if (!free(p, 0.78 * spacing)) continue;
    if (!inside(outline, p) || nearest(outline, p).distance < 0.8 * spacing) continue;
    const bank = nearest(river, p);
    if (bank.distance < 0.8 * spacing) continue;
    keep(p);
    result.push({ at: p, inside: true, north: bank.left, fixed: false });
  }
  return result;
}
