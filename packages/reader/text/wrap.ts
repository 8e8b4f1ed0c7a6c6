import type { Cohesion } from './cohesion.ts';
import type { Copy } from './copy.ts';
import { isDigit, isHan, kindOf, Letter } from './letter.ts';
import { endingOf, type Line } from './line.ts';
import { markAt, opensParagraph, startsWith } from './mark.ts';
import { hasClause, isFull, type WrapWidth } from './wrap-width.ts';

/** What the lines of a text tell of its layout. */
export interface Layout {
  readonly wrap: WrapWidth | undefined;
  /** Columns before a line that continues a paragraph. */
  readonly margin: number;
  /** Paragraphs begin deeper than the margin. */
  readonly indentTells: boolean;
  /** Blank lines stand between paragraphs and not between all lines. */
  readonly blankTells: boolean;
  /** Most long lines end with a full stop, so that one that does not was cut off. */
  readonly stopTells: boolean;
}

export function layoutOf(copy: Copy, lines: readonly Line[], wrap: WrapWidth | undefined): Layout {
  const margins = new Map<number, number>();
  let blanks = 0;
  let long = 0;
  let stopped = 0;
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const continues = wrap !== undefined && before !== undefined && isFull(copy, before, line, wrap);
    if (wrap === undefined || (continues && endingOf(copy, before.from, before.to) === 'open')) {
      margins.set(line.indent, (margins.get(line.indent) ?? 0) + 1);
    }
    if (line.apart) blanks += 1;
    if (line.to - line.from >= 16 && hasClause(copy, line)) {
      long += 1;
      if (endingOf(copy, line.from, line.to) !== 'open') stopped += 1;
    }
  });
  const margin = marginOf(margins, wrap !== undefined);
  const deeper = lines.filter(({ indent }) => indent > margin + 1).length;
  return {
    wrap,
    margin,
    indentTells: wrap === undefined ? deeper >= 3 && deeper * 20 <= lines.length * 19 : deeper >= 2,
    blankTells: blanks * 5 < lines.length * 3,
    stopTells: stopped * 2 >= long,
  };
}

/** Of wrapped text the indent most continuations have; else the smallest one that is not an exception. */
function marginOf(margins: ReadonlyMap<number, number>, isWrapped: boolean): number {
  const total = [...margins.values()].reduce((sum, times) => sum + times, 0);
  const common = [...margins].filter(([, times]) => times >= 3 && times * 33 >= total);
  if (common.length === 0) return 0;
  if (isWrapped) return common.reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
  return Math.min(...common.map(([indent]) => indent));
}

/** Why a line goes on with the paragraph before it; undefined: it begins one of its own. */
export type Continuation = 'hardWrap' | 'splitParagraph' | undefined;

/** A paragraph as far as it has been read: its first line, its last one, and whether a sentence has ended in it. */
export interface Growing {
  readonly first: Line;
  readonly last: Line;
  readonly hasStop: boolean;
}

export function continuationOf(
  copy: Copy,
  layout: Layout,
  cohesion: Cohesion,
  grown: Growing,
  next: Line,
): Continuation {
  const { codes } = copy;
  const { last, first } = grown;
  const { wrap } = layout;
  const ending = endingOf(copy, last.from, last.to);
  const opens = opensParagraph(copy, next.from, next.to);
  const indented = isIndented(layout, next);
  const full = wrap !== undefined && isFull(copy, last, next, wrap);
  if (isCutMeeting(codes, last, next)) return 'splitParagraph';
  if (ending === 'stop' && last.gapAfter >= 2) return undefined;
  if (layout.indentTells && indented && (wrap !== undefined || !isIndented(layout, first))) return undefined;
  if (full) {
    const blank = next.apart && layout.blankTells;
    if (ending === 'open') {
      if (opens && isHeading(copy, first, grown)) return undefined;
      if (blank) return !opens && hasClause(copy, last) ? 'hardWrap' : undefined;
      return !opensParagraph(copy, first.from, first.to) && areCells(copy, cohesion, last, next)
        ? undefined
        : 'hardWrap';
    }
    if (blank || opens) return undefined;
    // A full line that ends with a stop by chance: only the next one can say whether the paragraph goes on.
    if (ending === 'stop' && !layout.indentTells && begins(copy, wrap, next)) return undefined;
    return 'hardWrap';
  }
  if (ending !== 'open' || opens) return undefined;
  if (isTornApart(copy, last, next)) return wrap === undefined ? 'splitParagraph' : 'hardWrap';
  if (isHeading(copy, first, grown)) return undefined;
  if (wrap !== undefined && isNearlyFull(last, wrap) && hasClause(copy, last) && !(next.apart && layout.blankTells))
    return 'hardWrap';
  if (indented && isIndented(layout, last) && layout.indentTells) return undefined;
  return isCutOff(copy, layout, cohesion, grown, next) ? 'splitParagraph' : undefined;
}

export function isIndented(layout: Layout, line: Line): boolean {
  return line.indent > layout.margin + 1 || (line.wideIndent && line.indent > layout.margin);
}

/** Proportional type makes lines a little uneven. */
function isNearlyFull(line: Line, { measure, width }: WrapWidth): boolean {
  return line.lengths[measure] >= width * 0.85 && line.lengths[measure] <= width * 1.1;
}

/** A heading with its mark on a line of its own, no sentence in it. */
function isHeading(copy: Copy, first: Line, { last, hasStop }: Growing): boolean {
  if (hasStop || first.to - first.from > 45 || first !== last) return false;
  return markAt(copy, first.from, first.to) !== undefined;
}

/** Two lines without any mark of a sentence and without a word between them are cells or names, however long. */
function areCells(copy: Copy, cohesion: Cohesion, last: Line, next: Line): boolean {
  if (hasClause(copy, last) || hasClause(copy, next)) return false;
  if (isNumber(copy.codes, next)) return true;
  const end = copy.codes[last.to - 1] ?? 0;
  const begin = copy.codes[next.from] ?? 0;
  if (cohesion.of(end, begin) >= 1 || closesWhatIsOpen(copy.codes, last, next)) return false;
  if ((isDigit(end) && (isDigit(begin) || units.has(begin))) || end === 0x3001 || begin === 0x3001) return false;
  return !copy.codes.subarray(last.from, last.to).includes(0x3001);
}

function isNumber(codes: Uint16Array, { from, to }: Line): boolean {
  for (let at = from; at < to; at += 1) if (!isDigit(codes[at] ?? 0)) return false;
  return true;
}

/** Behind a full stop: a short topic sentence, or a line too short to go on from it and without an end of its own. */
function begins(copy: Copy, { measure, width }: WrapWidth, next: Line): boolean {
  if (opensWithTopic(copy.codes, next, 12)) return true;
  return next.lengths[measure] < width * 0.8 && endingOf(copy, next.from, next.to) === 'open';
}

/** Marks that cannot end or begin a line, a bracket left open, a number cut in two. */
function isTornApart({ codes }: Copy, last: Line, next: Line): boolean {
  if (last.to - last.from < 8) return false;
  const end = codes[last.to - 1] ?? 0;
  const begin = codes[next.from] ?? 0;
  if (end === 0xff0c || end === 0x3001 || kindOf(end) === Letter.opening) return true;
  const kind = kindOf(begin);
  if (kind === Letter.pause || kind === Letter.stop || begin === 0xff09 || begin === 0x201d || begin === 0x300b)
    return true;
  if (begin === 0x25 && isDigit(end)) return true;
  if (closesWhatIsOpen(codes, last, next)) return true;
  const cutNumber = (isDigit(end) || end === 0x2e) && (isDigit(begin) || units.has(begin));
  return cutNumber && hasClause({ codes } as Copy, last) && hasClause({ codes } as Copy, next);
}

const units = new Set([...'亿万千百元个年月日名家户所条项处公平米吨'].map((character) => character.charCodeAt(0)));
const brackets = new Map([...'（）《》“”'].map((character, at, all) => [all[at - (at % 2)] ?? '', character] as const));
const closings: readonly (readonly [open: number, close: number])[] = [...brackets].map(([open, close]) => [
  open.charCodeAt(0),
  close.charCodeAt(0),
]);

function closesWhatIsOpen(codes: Uint16Array, last: Line, next: Line): boolean {
  return closings.some(([open, close]) => {
    let at = last.to - 1;
    const limit = Math.max(last.from, last.to - 60);
    while (at >= limit && codes[at] !== open && codes[at] !== close) at -= 1;
    if (at < limit || codes[at] !== open) return false;
    const end = Math.min(next.to, next.from + 40);
    let index = next.from;
    while (index < end && codes[index] !== open && codes[index] !== close) index += 1;
    return index < end && codes[index] === close;
  });
}

/** The date and place under a title, cut in two: ——2016年3月2日在…第十五届 and 人民代表大会第六次会议上. */
function isCutMeeting(codes: Uint16Array, last: Line, next: Line): boolean {
  if (next.to - next.from > 40 || codes[last.to - 1] === 0x4e0a) return false;
  if (codes[last.to - 1] === 0x5c4a && startsWith(codes, next.from, next.to, '人民代表大会')) return true;
  const opening = codes[last.from] ?? 0;
  if (opening !== 0x2014 && opening !== 0xff08 && !isDigit(opening)) return false;
  const end = codes[next.to - 1] === 0xff09 ? next.to - 2 : next.to - 1;
  if (codes[end] !== 0x4e0a || last.to - last.from > 60) return false;
  const words = codes.subarray(last.from, last.to);
  return words.includes(0x65e5) && words.includes(0x5728) && !words.includes(0xff0c) && !words.includes(0x3002);
}

/** In text of one line a paragraph, a long line that stops in mid-sentence and a next one that takes the sentence up. */
function isCutOff(copy: Copy, layout: Layout, cohesion: Cohesion, { last, hasStop }: Growing, next: Line): boolean {
  const { codes } = copy;
  if (!layout.stopTells || !hasClause(copy, last)) return false;
  const end = codes[last.to - 1] ?? 0;
  const fits = cohesion.of(end, codes[next.from] ?? 0) >= 2;
  // A full stop lost behind a figure: the next paragraph opens with its topic.
  if (!fits && !isHan(end) && opensWithTopic(codes, next, 50)) return false;
  const endsWell = endingOf(copy, next.from, next.to) === 'stop';
  const length = last.to - last.from;
  if (end === 0xff09 || !(endsWell || hasClause(copy, next))) return false;
  if (hasStop && (length >= 25 || isHan(end))) return true;
  return endsWell && (length >= 25 || (fits && length >= 12));
}

/** A long line that begins with a short sentence of one clause, as the paragraphs of a report do. */
function opensWithTopic(codes: Uint16Array, { from, to }: Line, least: number): boolean {
  if (to - from < least) return false;
  for (let at = from; at < Math.min(to - 1, from + 24); at += 1) {
    if (codes[at] === 0x3002) return at - from >= 4;
    if (codes[at] === 0xff0c || codes[at] === 0x3001) return false;
  }
  return false;
}
