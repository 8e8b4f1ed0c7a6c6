import type { Copy } from './copy.ts';
import { isHan } from './letter.ts';

const size = 1 << 18;

/**
 * How often two characters stand side by side in a text (counted up to 255; rare collisions are bearable, for nothing rests on one pair
 * alone). Where a break or an intruder parts two characters that elsewhere belong together, it stands inside a word.
 */
export interface Cohesion {
  of(first: number, second: number): number;
}

export function cohesionOf({ codes, length }: Copy): Cohesion {
  const pairs = new Uint8Array(size);
  for (let at = 1; at < length; at += 1) {
    const second = codes[at] ?? 0;
    if (!isHan(second)) continue;
    const first = codes[at - 1] ?? 0;
    if (!isHan(first)) continue;
    const slot = slotOf(first, second);
    const met = pairs[slot] ?? 0;
    if (met < 255) pairs[slot] = met + 1;
  }
  return { of: (first, second) => (isHan(first) && isHan(second) ? (pairs[slotOf(first, second)] ?? 0) : 0) };
}

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 14;
}
