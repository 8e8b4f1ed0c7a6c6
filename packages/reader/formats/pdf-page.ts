import { tableLines } from './table-lines.ts';

/** A run of text on a page, in points from the lower left corner; `x` and `y` are where its baseline begins. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly isSlanted: boolean;
}

export interface PageText {
  readonly lines: readonly string[];
  /** Characters but white space. */
  readonly characters: number;
  readonly columns: number;
  readonly slanted: number;
}

/** Words that stand together in a line, without a wide gap. */
interface Segment {
  readonly from: number;
  to: number;
  text: string;
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** The least width of a line of running text, in characters. */
const FEWEST_EMS = 14;

/** The text of a page as it is read: by column where it is set in two, line by line, wrapped lines joined to paragraphs. */
export function pageText(pieces: readonly Piece[]): PageText {
  const upright = pieces.filter(({ isSlanted }) => !isSlanted);
  const gutter = gutterOf(linesOf(upright));
  const columns =
    gutter === undefined ? [upright] : [upright.filter(({ x }) => x < gutter), upright.filter(({ x }) => x >= gutter)];
  const lines = columns.flatMap((column) => paragraphs(linesOf(column)));
  return {
    lines,
    characters: lines.reduce((sum, line) => sum + line.replaceAll(/\s/g, '').length, 0),
    columns: columns.length,
    slanted: pieces.filter(({ isSlanted, text }) => isSlanted && text.trim() !== '').length,
  };
}

/** Pieces of about the same height are one line. */
function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const sorted = pieces.filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x);
  const lines: Line[] = [];
  let held: Piece[] = [];
  const settle = () => {
    const [first] = held;
    if (first)
      lines.push({
        y: first.y,
        size: Math.max(...held.slice(0, 400).map(({ size }) => size)),
        segments: segmentsOf(held),
      });
    held = [];
  };
  for (const piece of sorted) {
    const [first] = held;
    if (first && first.y - piece.y > 0.45 * Math.max(first.size, piece.size)) settle();
    held.push(piece);
  }
  settle();
  return lines;
}

function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const segments: Segment[] = [];
  let before: Piece | undefined;
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    // Bold type is sometimes made by drawing the same words twice.
    const isTwice = before?.text === piece.text && piece.x - before.x < 0.2 * piece.size;
    if (isTwice) continue;
    const last = segments.at(-1);
    const gap = last === undefined ? 0 : piece.x - last.to;
    if (last === undefined || gap > 1.6 * piece.size) {
      segments.push({ from: piece.x, to: piece.x + piece.width, text: piece.text });
    } else {
      last.text += needsSpace(last.text, piece.text, gap / piece.size) ? ` ${piece.text}` : piece.text;
      last.to = Math.max(last.to, piece.x + piece.width);
    }
    before = piece;
  }
  return segments;
}

function needsSpace(before: string, after: string, gap: number): boolean {
  if (/\s$/.test(before) || /^\s/.test(after)) return false;
  return gap > (/[\p{Script=Latin}\d]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(after) ? 0.2 : 0.8);
}

/** A column of lines as paragraphs and rows of tables. */
function paragraphs(lines: readonly Line[]): string[] {
  const left = usualStart(lines);
  const right = usualEnd(lines);
  const text: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const rows = tableAt(lines, at);
    if (rows > 0) {
      const cells = lines.slice(at, at + rows).map(({ segments }) => segments.map((one) => [one.text]));
      for (const line of tableLines(cells)) text.push(line);
      at += rows;
      continue;
    }
    const line = lines[at];
    if (line) {
      let paragraph = textOf(line);
      let last = line;
      for (let next = lines[at + 1]; next && goesOn(last, next, left, right); next = lines[at + 1]) {
        const isWords = /[A-Za-z\d,;]$/.test(paragraph) && /^[A-Za-z]/.test(textOf(next));
        paragraph += isWords ? ` ${textOf(next)}` : textOf(next);
        last = next;
        at += 1;
      }
      text.push(paragraph);
    }
    at += 1;
  }
  return text;
}

/** A line that is full to the right margin goes on in the next, unless that one is indented, of another size or further away. */
function goesOn(line: Line, next: Line, left: number, right: number): boolean {
  if (line.segments.length > 1 || next.segments.length > 1) return false;
  // A title may be the widest line of its page; text is set wider than that.
  const isFull = endOf(line) >= right - 1.5 * line.size && endOf(line) - left > FEWEST_EMS * line.size;
  const isFlush = Math.abs((next.segments[0]?.from ?? 0) - left) < 0.8 * next.size;
  const isSameSize = Math.abs(line.size - next.size) < 0.15 * line.size;
  return isFull && isFlush && isSameSize && line.y - next.y < 3 * line.size;
}

/** Where lines begin that are not indented: the leftmost place at which several do. */
function usualStart(lines: readonly Line[]): number {
  const starts = lines.map(({ segments }) => segments[0]?.from ?? 0).sort((a, b) => a - b);
  const usual = starts.find((start, at) => Math.abs((starts[at + 2] ?? Number.POSITIVE_INFINITY) - start) < 3);
  return usual ?? starts[0] ?? 0;
}

/** Where full lines end: the rightmost place at which two do; a line across the whole page stands alone. */
function usualEnd(lines: readonly Line[]): number {
  const ends = lines.map(endOf).sort((a, b) => b - a);
  const usual = ends.find((end, at) => end - (ends[at + 1] ?? Number.NEGATIVE_INFINITY) < 8);
  return usual ?? ends[0] ?? 0;
}

function endOf({ segments }: Line): number {
  return segments.at(-1)?.to ?? 0;
}

function textOf({ segments }: Line): string {
  return segments
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

/** How many lines from here are rows of a table: three or more, of as many cells each, which begin where those above begin. */
function tableAt(lines: readonly Line[], from: number): number {
  const first = lines[from];
  if (!first || first.segments.length < 2) return 0;
  let rows = 1;
  for (let next = lines[from + rows]; next && isBelow(first, next); next = lines[from + rows]) rows += 1;
  return rows >= 3 ? rows : 0;
}

function isBelow(first: Line, next: Line): boolean {
  return (
    first.segments.length === next.segments.length &&
    next.segments.every((segment, at) => {
      const above = first.segments[at];
      // Cells are set to the left or in the middle.
      return above !== undefined && segment.from < above.to + first.size && segment.to > above.from - first.size;
    })
  );
}

/** Where the page is set in two columns: a gap that runs down most of it, with lines full of text on both sides. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const parted = lines.filter(({ segments }) => segments.length === 2);
  if (lines.length < 8 || parted.length < lines.length * 0.7) return undefined;
  const starts = parted.map(({ segments }) => segments[1]?.from ?? 0).sort((a, b) => a - b);
  const gutter = (starts[Math.floor(starts.length / 2)] ?? 0) - 1;
  const width = Math.max(...lines.slice(0, 400).map(endOf)) - usualStart(lines);
  const full = parted.filter(({ segments: [left, right] }) => {
    const wide = (segment: Segment | undefined) => (segment ? segment.to - segment.from : 0) > width * 0.35;
    return wide(left) && wide(right) && (left?.to ?? 0) < gutter && (right?.from ?? 0) >= gutter - 30;
  });
  return full.length >= parted.length * 0.6 ? gutter : undefined;
}
