import type { Cohesion } from './cohesion.ts';
import { type Copy, count, type Tally } from './copy.ts';
import { isLatin, isWhite } from './letter.ts';
import { endingOf, type Line } from './line.ts';
import { pageFurnitureIn } from './page-furniture.ts';
import { continuationOf, type Growing, isIndented, layoutOf } from './wrap.ts';
import { wrapWidthOf } from './wrap-width.ts';

/** A stretch of the flow: a paragraph, heading or cell whose lines have been joined, or a line that belongs to a printed page. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
  readonly indented: boolean;
  readonly apart: boolean;
  readonly isFurniture: boolean;
}

/** The copy without line breaks, paragraph after paragraph. */
export interface Flow extends Copy {
  readonly paragraphs: readonly Paragraph[];
}

/** Joins the lines of a copy to paragraphs. */
export function flowOf(copy: Copy, lines: readonly Line[], cohesion: Cohesion, tally: Tally): Flow {
  const wrap = wrapWidthOf(copy, lines);
  const layout = layoutOf(copy, lines, wrap);
  const isFurniture = pageFurnitureIn(copy, lines, wrap);
  const pen = new Pen(copy);
  let grown: Growing | undefined;
  let pending: Line[] = [];
  lines.forEach((line, at) => {
    if (isFurniture[at] === true) {
      pending.push(line);
      return;
    }
    const next = pending.length > 0 ? { ...line, apart: false } : line;
    const why = grown === undefined ? undefined : continuationOf(copy, layout, cohesion, grown, next);
    if (grown !== undefined && why !== undefined) {
      count(tally, why);
      if (pending.length > 0) count(tally, 'pageBreak', pending.length);
      pen.join(grown.last, line, wrap?.slack === 0, line.indent > layout.margin + 1);
      grown = { first: grown.first, last: line, hasStop: grown.hasStop || holdsStop(copy, line) };
    } else {
      for (const page of pending) pen.begin(page, false, true);
      pen.begin(line, isIndented(layout, line), false);
      grown = { first: line, last: line, hasStop: holdsStop(copy, line) };
    }
    pending = [];
  });
  for (const page of pending) pen.begin(page, false, true);
  return pen.flow();
}

/** A full stop in the line, wherever: its text is made of sentences. */
function holdsStop(copy: Copy, { from, to }: Line): boolean {
  for (let at = from; at < to; at += 1) if (copy.codes[at] === 0x3002) return true;
  return endingOf(copy, from, to) === 'stop';
}

class Pen {
  readonly #copy: Copy;
  readonly #codes: Uint16Array;
  readonly #places: Int32Array;
  readonly #paragraphs: { from: number; to: number; indented: boolean; apart: boolean; isFurniture: boolean }[] = [];
  #length = 0;

  constructor(copy: Copy) {
    this.#copy = copy;
    this.#codes = new Uint16Array(copy.length);
    this.#places = new Int32Array(copy.length);
  }

  begin(line: Line, indented: boolean, isFurniture: boolean): void {
    const from = this.#length;
    this.#write(line.from, line.to);
    this.#paragraphs.push({ from, to: this.#length, indented, apart: line.apart, isFurniture });
  }

  /** Writes a line on. A hyphen that marks the break is left out; Latin words keep a space unless letters were counted off. */
  join(last: Line, line: Line, isExact: boolean, isDeeper: boolean): void {
    const { codes, places } = this.#copy;
    // A gap that a break fell into may stand between two paragraphs; whether it does is for later to say.
    if (last.gapAfter >= 2 || isDeeper) {
      for (let at = last.to; at < line.from; at += 1) if (codes[at] !== 0x0a) this.#write(at, at + 1);
      this.#extend(line);
      return;
    }
    const end = codes[last.to - 1] ?? 0;
    const begin = codes[line.from] ?? 0;
    if (end === 0x2d && !isDigitLike(begin) && last.to - last.from > 1) this.#length -= 1;
    else if (isLatin(end) && isLatin(begin) && !isExact && isWhite(codes[last.to] ?? 0)) {
      this.#codes[this.#length] = 0x20;
      this.#places[this.#length] = places[last.to] ?? 0;
      this.#length += 1;
    }
    this.#extend(line);
  }

  #extend(line: Line): void {
    this.#write(line.from, line.to);
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.to = this.#length;
  }

  flow(): Flow {
    return { codes: this.#codes, places: this.#places, length: this.#length, paragraphs: this.#paragraphs };
  }

  #write(from: number, to: number): void {
    this.#codes.set(this.#copy.codes.subarray(from, to), this.#length);
    this.#places.set(this.#copy.places.subarray(from, to), this.#length);
    this.#length += to - from;
  }
}

function isDigitLike(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
