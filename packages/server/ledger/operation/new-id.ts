import { v7 } from 'uuid';
import { randomPiece } from './random-piece.ts';

let last = 0;
let seq = 0;

/** A new uuid v7: later ones of this process sort after earlier ones, also within a millisecond and when the clock is set back. */
export function newId(): string {
  const now = Date.now();
  const bytes = randomPiece(16);
  if (now > last) {
    last = now;
    // RFC 9562, 6.2: a counter seeded anew each millisecond, its highest bit kept free to count into.
    seq = (((bytes[6] ?? 0) & 0x7f) << 24) | ((bytes[7] ?? 0) << 16) | ((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0);
  } else {
    seq = (seq + 1) >>> 0;
    if (seq === 0) last += 1;
  }
  return v7({ random: bytes, msecs: last, seq });
}
