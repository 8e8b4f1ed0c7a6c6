import { type Block, cut, type Passage, type Reading } from '../text/index.ts';
import { appendixBreaks, appendixTitle, headerEnd, headerStart } from './appendix-break.ts';
import { barBreaks, cellBreaks, noTable, tableAfter } from './cell-break.ts';
import { gluedEntries } from './glued-list.ts';
import { markAt } from './mark.ts';
import { sentenceEnds } from './sentence-end.ts';

/** A paragraph, heading or cell as the tree sees it; the lines of a text tile it as its blocks do. */
export interface Line {
  readonly kind: Block['kind'];
  /** UTF-16 indices of the text as given. */
  readonly from: number;
  readonly to: number;
  readonly passage: Passage;
  readonly text: string;
  /** Ends of its sentences, indices of `text`. */
  readonly ends: readonly number[];
  readonly indented: boolean;
  readonly apart: boolean;
  /** Its break was lost: it shared its block with the line before. */
  readonly glued: boolean;
}

const nothing: readonly number[] = [];

/** Sentences that open a paragraph wherever they stand. */
const opening =
  /^(?:各位代表|(?:(?:与此)?同时|但是?|当然|在(?:充分)?(?:肯定|看到)[^。]{0,12}成绩[^。]{0,8})[，,]?(?:我们|必须|也|还)[^。]{0,12}(?:清醒|看到|认识|正视)|我们(?:也|还)(?:清醒|深刻|深知|看到))/;
/** The report is offered to those who hear it; what follows is its body. */
const offered = /报告[^。]{0,24}请予?审[议查]|提出(?:宝贵)?意见/;

/** The blocks of a reading, cut where a break was lost before a section or a paragraph that can be known by its first words. */
export function linesOf(reading: Reading): Line[] {
  const lines: Line[] = [];
  let isTable = false;
  let isGlued = false;
  let table = noTable;
  for (const block of reading.blocks) {
    const { kind, from, to, passage, indented, apart } = block;
    const text = passage.text;
    if (kind !== 'text' || text === '') {
      lines.push(blank(text === '' && kind === 'text' ? 'space' : kind, from, to));
      continue;
    }
    const ends = sentenceEnds(text);
    isTable ||= tableStart.test(text);
    table = tableAfter(table, text);
    const starts = [0, ...breaks(text, ends, { isTable, isGlued, isOpen: table.isOpen, width: table.width })];
    isGlued ||= (text.length > 64 && appendixTitle(text, 0) > 0) || headerStart(text) > 0;
    let begun = from;
    let next = 0;
    for (const [nth, start] of starts.entries()) {
      const behind = starts[nth + 1] ?? text.length;
      // Blanks before a break belong to neither line.
      let end = behind;
      while (end > start + 1 && /\s/.test(text.charAt(end - 1))) end -= 1;
      const until = nth + 1 < starts.length || end < behind ? Math.max(begun, passage.places[end] ?? to) : to;
      const own: number[] = [];
      for (; (ends[next] ?? end) < end; next += 1) {
        const at = (ends[next] ?? end) - start;
        if (at > 1) own.push(at);
      }
      own.push(end - start);
      lines.push({
        kind,
        from: begun,
        to: until,
        passage: end - start === text.length ? passage : cut(passage, start, end),
        text: end - start === text.length ? text : text.slice(start, end),
        ends: own,
        indented: nth === 0 && indented,
        apart: nth === 0 && apart,
        glued: nth > 0,
      });
      while ((ends[next] ?? text.length + 1) <= behind) next += 1;
      begun = until;
      if (end === behind) continue;
      const past = behind < text.length ? Math.max(until, passage.places[behind] ?? to) : to;
      lines.push(blank('space', begun, past));
      begun = past;
    }
  }
  return lines;
}

/** A stretch that is no text. */
function blank(kind: Line['kind'], from: number, to: number): Line {
  const passage = { text: '', places: new Int32Array(0) };
  return { kind, from, to, passage, text: '', ends: nothing, indented: false, apart: false, glued: false };
}

/** A block longer than this holds more than one paragraph; runs of blanks part them. */
const longLine = 200;
/** An appendix whose table runs on behind its title: wide blanks part the cells from there on. */
const tableStart = /^附\s?(?:件|表|录)[^。\u3000]{0,8}\u3000(?:[^。\u3000]{1,40}\u3000){3}/;
const blanks = /\s{2,}/g;

/** What an appendix before this block showed: cells parted by wide blanks, or cells without any break. */
interface Behind {
  readonly isTable: boolean;
  readonly isGlued: boolean;
  /** Below the header of a table. */
  readonly isOpen: boolean;
  /** Cells a row, parted by bars. */
  readonly width: number;
}

/** Starts of the lines inside a block whose breaks were lost. */
function breaks(text: string, ends: readonly number[], { isTable, isGlued, isOpen, width }: Behind): number[] {
  const found = new Set(width > 0 ? barBreaks(text, width) : isOpen ? cellBreaks(text) : []);
  const address = text.indexOf('各位代表');
  const isInside = address > 0 && address < 600 && ends.every((end) => end !== address || end > 600);
  if (isInside && /[：！，]/.test(text.charAt(address + 4))) found.add(address);
  if (isTable) for (const { 0: run, index } of text.matchAll(/\u3000+/g)) found.add(index + run.length);
  if (text.length > longLine) for (const { 0: run, index } of text.matchAll(blanks)) found.add(index + run.length);
  const own = text.length > 64 ? appendixTitle(text, 0) : 0;
  const header = headerStart(text);
  if (header > 0) {
    found.add(header);
    found.add(headerEnd(text, header));
  }
  if (isGlued || own > 0) for (const inside of appendixBreaks(text, own)) found.add(inside);
  for (const inside of gluedEntries(text)) found.add(inside);
  // 一、工作回顾？经济稳中向好。: the question mark is what is left of (一).
  const stray =
    /^第?[一二三四五六七八九十]{1,2}(?:、|部分)[^。，？]{2,40}(?=？\p{Script=Han})/u.exec(text)?.[0].length ?? 0;
  if (stray > 0) found.add(stray);
  let begun = 0;
  for (const at of ends) {
    if (at >= text.length) break;
    if (at < 600 && offered.test(text.slice(begun, at)) && !offered.test(text.slice(at, at + 40))) found.add(at);
    const isAddress = at - begun <= 6 && text.startsWith('各位代表', begun);
    begun = at;
    const style = markAt(text, at)?.style;
    const title = style === undefined ? appendixTitle(text, at) : 0;
    if (title > 0) {
      found.add(at);
      for (const inside of appendixBreaks(text, at + title)) found.add(inside);
    }
    const isSection = style === 'part' || style === 'han' || style === 'hanParen';
    if (isSection || (!isAddress && opening.test(text.slice(at, at + 48)))) found.add(at);
  }
  return [...found].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
}
