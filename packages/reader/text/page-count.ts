import type { Copy } from './copy.ts';
import { isDigit, isWhite } from './letter.ts';
import type { Stretch } from './stretch.ts';

const page = 0x9875;

/** 第1页共3页 in the midst of a line. */
export function pageCountsIn({ codes, length }: Copy): Stretch[] {
  const found: Stretch[] = [];
  for (let at = codes.indexOf(page); at >= 0 && at < length; at = codes.indexOf(page, at + 1)) {
    let from = at - 1;
    while (from > 0 && at - from < 6 && (isDigit(codes[from] ?? 0) || isWhite(codes[from] ?? 0))) from -= 1;
    let to = at + 1;
    while (to < length && to - at < 5 && (isWhite(codes[to] ?? 0) || codes[to] === 0xff0c || codes[to] === 0x2f))
      to += 1;
    if (codes[from] !== 0x7b2c || from === at - 1 || codes[to] !== 0x5171) continue;
    const digits = to + 1;
    to = digits;
    while (to < length && to - digits < 6 && (isDigit(codes[to] ?? 0) || isWhite(codes[to] ?? 0))) to += 1;
    if (to > digits && codes[to] === page) found.push({ from, to: to + 1 });
  }
  return found;
}
