import { inside, smooth } from './curve.ts';
import { distance, type Point } from './plane.ts';

/** The hand-drawn part of the invented district, in kilometres about its middle. */
const OUTLINE: readonly Point[] = [
  [-12.2, -1.6],
  [-11.5, -4.3],
  [-9.4, -5.2],
  [-8.2, -7.5],
  [-5.1, -8.4],
  [-2.4, -7.0],
  [0.7, -8.7],
  [4.1, -8.5],
  [6.1, -6.5],
  [8.9, -7.1],
  [11.4, -5.0],
  [12.3, -1.9],
  [10.9, 0.7],
  [11.6, 3.7],
  [9.4, 6.2],
  [6.8, 5.9],
  [5.3, 8.2],
  [1.9, 8.9],
  [-0.6, 7.2],
  [-3.5, 8.3],
  [-6.7, 6.9],
  [-7.9, 4.0],
  [-10.7, 3.5],
  [-11.2, 0.9],
];

/** The river Qingjiang, from west to east; it enters and leaves beyond the outline. */
const RIVER: readonly Point[] = [
  [-15.5, 0.7],
  [-12.6, -0.5],
  [-9.6, -2.0],
  [-6.6, -1.7],
  [-3.9, 0.5],
  [-1.1, 1.3],
  [1.6, -0.4],
  [4.2, -2.5],
  [7.0, -2.3],
  [9.4, -1.0],
  [12.4, -1.2],
  [15.5, -2.4],
];

/** Where people live close together: the old town, the new town south of the river, the science park, two market towns. */
const CENTRES: readonly { readonly at: Point; readonly reach: number; readonly density: number }[] = [
  { at: [-1.5, 2.7], reach: 3.6, density: 3.2 },
  { at: [1.2, -2.9], reach: 3.2, density: 2.5 },
  { at: [6.4, 0.9], reach: 2.6, density: 1.7 },
  { at: [-6.3, 1.6], reach: 2.2, density: 1.4 },
  { at: [-6.0, -5.4], reach: 1.6, density: 1.2 },
  { at: [2.8, 6.6], reach: 1.5, density: 1.1 },
];

export const outline: readonly Point[] = smooth(OUTLINE, 12, true);

/** The river's middle line, west to east, cut at the outline. */
export const river: readonly Point[] = smooth(RIVER, 40, false).filter((point) => inside(outline, point));

/** Wanted distance between the middles of neighbouring cells, in kilometres. */
export function spacingAt(point: Point): number {
  let density = 1;
  for (const { at, reach, density: peak } of CENTRES) {
    const share = distance(point, at) / reach;
    density += peak / (1 + share * share * share);
  }
  return 0.975 / Math.sqrt(density);
}
