import type { Copy } from './copy.ts';
import { columnsOf, isWhite, kindOf, Letter } from './letter.ts';

/** A line that is not blank. `from` and `to` are indices of the copy without the white space around. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Columns of white space before the first character. */
  readonly indent: number;
  /** The indent holds a space as wide as a character, which nobody types but to begin a paragraph. */
  readonly wideIndent: boolean;
  /** Columns of white space behind the last character. */
  readonly gapAfter: number;
  /** A blank line stood before it. */
  readonly apart: boolean;
  /** Its length in each of the ways in which a program that wraps lines may have counted (`Measure`). */
  readonly lengths: readonly [columns: number, units: number, givenColumns: number, givenUnits: number];
}

/** The lines of a copy. */
export function linesOf(text: string, copy: Copy): Line[] {
  const { codes, places, length } = copy;
  const lines: Line[] = [];
  let apart = false;
  for (let start = 0; start < length; ) {
    let end = start;
    let first = -1;
    let last = -1;
    let indent = 0;
    let wideIndent = false;
    let columns = 0;
    let upTo = 0;
    for (; end < length && codes[end] !== 0x0a; end += 1) {
      const code = codes[end] ?? 0;
      columns += columnsOf(code);
      if (!isWhite(code)) {
        if (first < 0) {
          first = end;
          indent = columns - columnsOf(code);
        }
        last = end;
        upTo = columns;
      } else if (first < 0 && kindOf(code) === Letter.wideSpace) wideIndent = true;
    }
    if (first >= 0) {
      const given = givenLength(text, places[last] ?? 0);
      lines.push({
        from: first,
        to: last + 1,
        indent,
        wideIndent,
        gapAfter: columns - upTo,
        apart,
        lengths: [upTo, last + 1 - start, given.columns, given.units],
      });
      apart = false;
    } else apart = true;
    start = end + 1;
  }
  return lines;
}

/** Length of the line of the given text in which a character stands: what was left out as noise was there when lines were wrapped. */
function givenLength(text: string, at: number): { columns: number; units: number } {
  let from = at;
  while (from > 0 && kindOf(text.charCodeAt(from - 1)) !== Letter.lineBreak) from -= 1;
  let columns = 0;
  let upTo = { columns: 0, units: 0 };
  for (let index = from; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = kindOf(code);
    if (kind === Letter.lineBreak) break;
    columns += columnsOf(code);
    if (!isWhite(code)) upTo = { columns, units: index + 1 - from };
  }
  return upTo;
}

/** How a line ends: a full stop, a mark that leads on to a list, or in mid-sentence. */
export function endingOf({ codes }: Copy, from: number, to: number): 'stop' | 'lead' | 'open' {
  let at = to - 1;
  let kind = kindOf(codes[at] ?? 0);
  const limit = Math.max(from, to - 8);
  while (at > limit && kind === Letter.closing) {
    at -= 1;
    kind = kindOf(codes[at] ?? 0);
  }
  const code = codes[at] ?? 0;
  if (code === 0xff1b || code === 0xff1a) return at === to - 1 ? 'lead' : 'open';
  return kind === Letter.stop || code === 0x2026 ? 'stop' : 'open';
}
