import type { Point } from './plane.ts';

/** Hash of a lattice point to [-1, 1). */
function lattice(ix: number, iy: number, salt: number): number {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1) ^ Math.imul(salt, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
}

/** Value noise with a smooth first derivative; arithmetic only, so the same on every machine. */
function noise(x: number, y: number, salt: number): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
  const [u, v] = [ease(x - ix), ease(y - iy)];
  const low = lattice(ix, iy, salt) * (1 - u) + lattice(ix + 1, iy, salt) * u;
  const high = lattice(ix, iy + 1, salt) * (1 - u) + lattice(ix + 1, iy + 1, salt) * u;
  return low * (1 - v) + high * v;
}

/**
 * Bends straight borders the way lanes, dykes and field paths bend them. The displacement's slope stays below one, so the plane
 * is bent and never folded: what did not overlap before does not overlap after.
 */
export function warp([x, y]: Point): Point {
  const shift = (salt: number): number =>
    0.16 * noise(x / 2.3, y / 2.3, salt) + 0.055 * noise(x / 0.62, y / 0.62, salt + 1);
  return [x + shift(11), y + shift(23)];
}
