import { type Copy, textOf } from './copy.ts';
import { isDigit, isHan, isLatin, isWhite, kindOf, Letter } from './letter.ts';
import type { Passage } from './passage.ts';

/**
 * A stretch of the flow as clean text: trimmed, and every run of white space either left out or given as one character, ` ` for a space
 * or `\u3000` for a gap (a tab, a wide space, two spaces and more) that sets words apart as columns do.
 */
export function passageOf(copy: Copy, from: number, to: number): Passage {
  const { codes, places } = copy;
  let white = from;
  while (white < to && !isWhite(codes[white] ?? 0)) white += 1;
  if (white === to) return { text: textOf(copy, from, to), places: places.slice(from, to) };
  const kept = new Uint16Array(to - from);
  const where = new Int32Array(to - from);
  kept.set(codes.subarray(from, white));
  where.set(places.subarray(from, white));
  let length = white - from;
  let isSpacedOut = spacedOut(codes, from, to);
  const isProse = hasMarks(codes, from, to);
  for (let at = white; at < to; at += 1) {
    const code = codes[at] ?? 0;
    if (!isWhite(code)) {
      kept[length] = code;
      where[length] = places[at] ?? 0;
      length += 1;
      continue;
    }
    let end = at;
    let isGap = false;
    for (; end < to && isWhite(codes[end] ?? 0); end += 1) isGap ||= codes[end] === 0x3000 || end > at;
    if (length > 0 && end < to) {
      const before = kept[length - 1] ?? 0;
      const after = codes[end] ?? 0;
      if (
        isGap ? !touchesMark(before, after) : staysBetween(codes, from, to, at, before, after, isSpacedOut, isProse)
      ) {
        kept[length] = isGap ? 0x3000 : 0x20;
        where[length] = places[at] ?? 0;
        length += 1;
      }
    }
    if (isGap) isSpacedOut = spacedOut(codes, end, to);
    at = end - 1;
  }
  return { text: textOf({ codes: kept, places: where, length }, 0, length), places: where.slice(0, length) };
}

function staysBetween(
  codes: Uint16Array,
  from: number,
  to: number,
  at: number,
  before: number,
  after: number,
  isSpacedOut: boolean,
  isProse: boolean,
): boolean {
  if (touchesMark(before, after)) return false;
  if (isHan(before) && isHan(after)) return !isSpacedOut && !(isProse && isMidClause(codes, from, to, at));
  if (after === 0x25) return false;
  const mixed = (isHan(before) && isAscii(after)) || (isAscii(before) && isHan(after));
  if (!mixed) return true;
  // A number alone at the beginning is a row's or an item's; one of four digits or before 年 is a year.
  if (isDigit(before) && opensWithNumber(codes, from, at)) return !isYear(codes, from, at, after);
  return !isProse && !isSpacedOnBothSides(codes, from, to, at);
}

/** 实施 26 个: figures set off on both sides, as some typists do. */
function isSpacedOnBothSides(codes: Uint16Array, from: number, to: number, at: number): boolean {
  let left = at - 1;
  while (left > from && isAscii(codes[left] ?? 0)) left -= 1;
  let right = at + 1;
  while (right < to && isAscii(codes[right] ?? 0)) right += 1;
  const figuresRight = right > at + 1 && right + 1 < to && isWhite(codes[right] ?? 0) && isHan(codes[right + 1] ?? 0);
  const figuresLeft = left < at - 1 && left > from && isWhite(codes[left] ?? 0) && isHan(codes[left - 1] ?? 0);
  return figuresRight || figuresLeft;
}

function opensWithNumber(codes: Uint16Array, from: number, at: number): boolean {
  if (at - from > 4) return false;
  for (let index = from; index < at; index += 1) if (!isDigit(codes[index] ?? 0)) return false;
  return true;
}

function isYear(codes: Uint16Array, from: number, at: number, after: number): boolean {
  return at - from === 4 && (codes[from] === 0x31 || codes[from] === 0x32) && after === 0x5e74;
}

/** Neither side is near the end of a clause or of another space: a break fell here, or a slip. */
function isMidClause(codes: Uint16Array, from: number, to: number, at: number): boolean {
  let left = 0;
  while (left < 8 && at - 1 - left >= from && isHan(codes[at - 1 - left] ?? 0)) left += 1;
  let right = 0;
  while (right < 8 && at + 1 + right < to && isHan(codes[at + 1 + right] ?? 0)) right += 1;
  return left + right >= 8 && at - from > 12 && to - at > 12;
}

/** Beside a mark of Chinese punctuation white space says nothing. */
function touchesMark(before: number, after: number): boolean {
  return isMark(before) || isMark(after);
}

function isMark(code: number): boolean {
  const kind = kindOf(code);
  return kind === Letter.stop || kind === Letter.pause || kind === Letter.opening || kind === Letter.closing;
}

function isAscii(code: number): boolean {
  return isDigit(code) || isLatin(code) || code === 0x25 || code === 0x2e || code === 0x2b;
}

/** `政 府 工 作 报 告`: up to the next gap most neighbours are set apart by a space. */
function spacedOut(codes: Uint16Array, from: number, to: number): boolean {
  let close = 0;
  let spaced = 0;
  for (let at = from + 1; at < to; at += 1) {
    if (isWhite(codes[at] ?? 0) && (isWhite(codes[at - 1] ?? 0) || codes[at] === 0x3000)) break;
    if (!isHan(codes[at] ?? 0)) continue;
    if (isHan(codes[at - 1] ?? 0)) close += 1;
    else if (codes[at - 1] === 0x20 && at - 2 >= from && isHan(codes[at - 2] ?? 0)) spaced += 1;
  }
  return spaced > close;
}

/** Commas or stops: a sentence, not a row of cells. */
function hasMarks(codes: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (codes[at] === 0xff0c || codes[at] === 0x3002) return true;
  return false;
}
