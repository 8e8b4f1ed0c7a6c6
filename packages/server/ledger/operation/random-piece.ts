import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8_192);
let used = pool.length;

/**
 * Random bytes of the system, up to a few dozen: taken by the thousand, for asking for sixteen at a time costs as much as all the rest of an id.
 * They are the caller's alone: nothing of them stays behind.
 */
export function randomPiece(length: number): Buffer<ArrayBuffer> {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const piece = Buffer.from(pool.subarray(used, used + length));
  pool.fill(0, used, used + length);
  used += length;
  return piece;
}
