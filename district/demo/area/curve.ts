import { between, distance, type Point } from './plane.ts';

/** Points along a Catmull-Rom curve through the controls, `steps` between each two; a closed curve returns to its start. */
export function smooth(controls: readonly Point[], steps: number, closed: boolean): readonly Point[] {
  const n = controls.length;
  const at = (i: number): Point =>
    (closed ? controls[(i + n) % n] : controls[Math.min(n - 1, Math.max(0, i))]) as Point;
  const curve: Point[] = [];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const along = (axis: 0 | 1, t: number): number =>
      0.5 *
      (2 * p1[axis] +
        (p2[axis] - p0[axis]) * t +
        (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
        (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t);
    for (let s = 0; s < steps; s++) curve.push([along(0, s / steps), along(1, s / steps)]);
  }
  curve.push(at(closed ? 0 : n - 1));
  return curve;
}

export interface Station {
  readonly point: Point;
  /** Unit normal, to the left of the direction of travel. */
  readonly left: Point;
  readonly spacing: number;
}

/**
 * Stations along a line, each in the middle of a stretch whose length follows the local spacing (kilometres);
 * the stretches divide the line exactly.
 */
export function stations(line: readonly Point[], spacingAt: (point: Point) => number): readonly Station[] {
  const measure: number[] = [0];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Point, line[i] as Point];
    measure.push((measure[i - 1] as number) + distance(a, b) / spacingAt(between(a, b, 0.5)));
  }
  const total = measure.at(-1) as number;
  const count = Math.max(1, Math.round(total));
  const result: Station[] = [];
  let i = 1;
  for (let k = 0; k < count; k++) {
    const target = (total * (k + 0.5)) / count;
    while ((measure[i] as number) < target) i++;
    const [a, b] = [line[i - 1] as Point, line[i] as Point];
    const [from, to] = [measure[i - 1] as number, measure[i] as number];
    const point = between(a, b, (target - from) / (to - from));
    const length = distance(a, b);
    result.push({ point, left: [-(b[1] - a[1]) / length, (b[0] - a[0]) / length], spacing: spacingAt(point) });
  }
  return result;
}

/** Nearest approach of a line: distance, and whether the point lies to the left of it there. */
export function nearest(line: readonly Point[], point: Point): { readonly distance: number; readonly left: boolean } {
  let best = Number.POSITIVE_INFINITY;
  let left = false;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as Point, line[i] as Point];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const [px, py] = [point[0] - a[0], point[1] - a[1]];
    const share = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy)));
    const [ex, ey] = [px - share * dx, py - share * dy];
    const square = ex * ex + ey * ey;
    if (square < best) {
      best = square;
      left = dx * py - dy * px > 0;
    }
  }
  return { distance: Math.sqrt(best), left };
}

/** Even-odd rule on a closed line. */
export function inside(closed: readonly Point[], [x, y]: Point): boolean {
  let odd = false;
  for (let i = 1; i < closed.length; i++) {
    const [a, b] = [closed[i - 1] as Point, closed[i] as Point];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
}
