import { type Copy, count, type Tally, textOf } from './copy.ts';
import { type Gaps, gapAt, gapsOf } from './gap.ts';
import { isHan, isWhite, kindOf, Letter } from './letter.ts';
import { endingOf } from './line.ts';
import { type Mark, markAt, opensAppendix, startsWith } from './mark.ts';
import { marksIn, type PlacedMark } from './mark-series.ts';
import { copyistPhrases } from './page-words.ts';
import type { Flow, Paragraph } from './paragraph.ts';

/** From this length on a paragraph is suspected of being several. */
const long = 200;
/** From this length on it is taken for a text whose line breaks were lost. */
const endless = 600;
const headingLength = 50;

/** Behind these words the heading of a part ends even where nothing but the next word shows it. */
const glued =
  /^.{2,30}?(?:回顾|工作(?:安排|打算|部署|任务|要求|重点|举措|思路|建议)|主要任务|目标任务|总体(?:要求|思路)|主要目标|预期目标|重点(?:工作|任务)|主要工作|发展思路)(?!.{0,3}(?:回顾|安排|打算|部署|任务|要求|目标|情况|建议|举措|工作|重点))(?![的和及与暨、以，。；：（）])/;

/**
 * Cuts the paragraphs of a flow where breaks between paragraphs were lost: at wide gaps, before marks that count on behind a sentence's
 * end, before salutations and appendices, and behind a heading that ran into its text.
 */
export function withBreaks(flow: Flow, tally: Tally): Paragraph[] {
  const cutter = new Cutter(flow);
  const paragraphs: Paragraph[] = [];
  for (const paragraph of flow.paragraphs) {
    if (paragraph.isFurniture) {
      paragraphs.push(paragraph);
      continue;
    }
    const cuts = isCopyists(flow, paragraph) ? [] : cutter.cutsIn(paragraph);
    count(tally, 'lostBreak', cuts.length);
    let { from, indented, apart } = paragraph;
    for (const { at, gap } of cuts) {
      paragraphs.push({ from, to: endBefore(flow, from, at), indented, apart, isFurniture: false });
      from = at;
      indented = gap;
      apart = false;
    }
    paragraphs.push({ from, to: paragraph.to, indented, apart, isFurniture: false });
  }
  return paragraphs;
}

/** A copyist's summary of the text is chrome as a whole. */
function isCopyists(flow: Flow, { from, to }: Paragraph): boolean {
  return to - from <= 400 && copyistPhrases.test(textOf(flow, from, to));
}

interface Cut {
  readonly at: number;
  /** White space stood there. */
  readonly gap: boolean;
}

/** Walks through the paragraphs and remembers how far each style of marks has counted. */
class Cutter {
  readonly #flow: Flow;
  readonly #codes: Uint16Array;
  readonly #marks: Map<number, PlacedMark>;
  readonly #counted = new Map<Mark['style'], number>();
  /** Of the paragraph being cut: where the piece began that is being read, and whether a sentence has ended in it. */
  #start = 0;
  #to = 0;
  #length = 0;
  #hasStop = false;
  #hasClause = false;
  #mark: Mark | undefined;
  #gaps: Gaps | undefined;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#codes = flow.codes;
    this.#marks = marksIn(flow);
  }

  cutsIn({ from, to }: Paragraph): Cut[] {
    const codes = this.#codes;
    const cuts: Cut[] = [];
    this.#to = to;
    this.#length = to - from;
    this.#gaps = this.#length >= long ? gapsOf(this.#flow, from, to) : undefined;
    this.#begin(from);
    const cut = (at: number, gap: boolean): void => {
      cuts.push({ at, gap });
      this.#begin(at);
    };
    for (let at = from + 1; at < to; at += 1) {
      const before = codes[at - 1] ?? 0;
      if (before === 0x3002) this.#hasStop = true;
      if (before === 0xff0c || before === 0x3002) this.#hasClause = true;
      if (isWhite(codes[at] ?? 0)) {
        const { end, columns } = gapAt(codes, at, to);
        if (end < to && this.#isGapBreak(at, end, columns)) cut(end, true);
        at = end;
        continue;
      }
      if (at === this.#start) continue;
      if (this.#breaksBefore(at, before)) cut(at, false);
      else if (this.#length >= endless && at === this.#heading()?.end) {
        const end = this.#gluedHeadingEnd(at);
        if (end !== undefined) {
          cut(end, false);
          at = end;
        }
      }
    }
    return cuts;
  }

  #begin(at: number): void {
    this.#start = at;
    this.#hasStop = false;
    this.#hasClause = false;
    const mark = markAt(this.#flow, at, this.#to);
    this.#mark = mark;
    if (mark === undefined) return;
    this.#counted.set(mark.style, mark.no);
    if (mark.style !== 'han' && mark.style !== 'part') return;
    for (const style of ['hanInParentheses', 'digit', 'digitInParentheses'] as const) this.#counted.delete(style);
  }

  /** The mark of the piece, as long as the piece is no more than a heading. */
  #heading(): Mark | undefined {
    return this.#hasStop ? undefined : this.#mark;
  }

  #isGapBreak(at: number, end: number, columns: number): boolean {
    const ending = endingOf(this.#flow, this.#start, at);
    const length = at - this.#start;
    const isShort = !this.#hasStop && length <= headingLength;
    if (columns >= 2 && ending === 'stop') return this.#hasStop || length > 20 || columns >= 3;
    const beginsSalutation = startsWith(this.#codes, end, this.#to, '各位代表');
    if (
      columns >= 2 &&
      (beginsSalutation || (ending === 'lead' && startsWith(this.#codes, this.#start, at, '各位代表')))
    )
      return true;
    const gaps = this.#gaps;
    if (gaps === undefined || isMeetingCut(this.#codes, at, end, this.#to)) return false;
    if (beginsSalutation) return true;
    const heading = isShort ? this.#heading() : undefined;
    if (columns >= 2 && (ending === 'lead' || this.#marks.has(end) || heading !== undefined)) return true;
    if (columns >= 3 && columns >= gaps.columns - 1) return gaps.isUniform || (isShort && this.#length >= endless);
    if (columns > 1 || this.#length < endless) return false;
    if (ending === 'stop') return gaps.isSingle;
    if (heading?.style === 'han' || (isShort && ending === 'lead')) return true;
    return gaps.isSingle && !this.#hasClause && !this.#isName(end);
  }

  /** Two to four characters between spaces: a name behind an office, a word of a cell. */
  #isName(at: number): boolean {
    let end = at;
    while (end < this.#to && end - at < 5 && isHan(this.#codes[end] ?? 0)) end += 1;
    return end - at >= 2 && end - at <= 4 && (end === this.#to || isWhite(this.#codes[end] ?? 0));
  }

  #breaksBefore(at: number, before: number): boolean {
    const kind = kindOf(before);
    const isClosed = kind === Letter.closing;
    const afterStop = isClosed ? endingOf(this.#flow, this.#start, at) === 'stop' : kind === Letter.stop;
    const placed = this.#marks.get(at);
    if (placed !== undefined) {
      const { mark, next } = placed;
      const counted = this.#counted.get(mark.style) ?? 0;
      if (mark.no !== counted + 1 && !(mark.no === 1 && next === 2)) return false;
      if (mark.style === 'digit' || mark.style === 'digitInParentheses' || mark.style === 'circled') {
        return this.#length >= long && (afterStop || before === 0xff1a);
      }
      return afterStop || (before === 0xff1a && this.#length >= long);
    }
    if (this.#length < long) return false;
    if (startsWith(this.#codes, at, this.#to, '（一）') && !afterStop) return this.#isSubheadingGlued(at);
    if (this.#length < endless && !afterStop) return false;
    if (startsWith(this.#codes, this.#start, this.#to, '各位代表') && at - this.#start <= 6) {
      return this.#length >= endless && (before === 0xff1a || (afterStop && opensSpeech(this.#codes, at, this.#to)));
    }
    if (!afterStop) return false;
    if (startsWith(this.#codes, at, this.#to, '各位代表')) return this.#length >= endless;
    return startsWith(this.#codes, at, this.#to, '——') || opensAppendix(this.#codes, at, this.#to);
  }

  /** 二、2020年工作安排（一）坚定信心: the first of a series behind a short heading. */
  #isSubheadingGlued(at: number): boolean {
    const heading = this.#heading();
    return heading?.style === 'han' && at > heading.end + 1 && at - this.#start <= headingLength;
  }

  #gluedHeadingEnd(behindMark: number): number | undefined {
    const found = glued.exec(textOf(this.#flow, behindMark, Math.min(this.#to, behindMark + 50)));
    return found === null || /[。；：，]/.test(found[0]) ? undefined : behindMark + found[0].length;
  }
}

/** 第十五届 and 人民代表大会 belong together whatever stands between. */
function isMeetingCut(codes: Uint16Array, at: number, end: number, to: number): boolean {
  return codes[at - 1] === 0x5c4a && startsWith(codes, end, to, '人民代表大会');
}

function opensSpeech(codes: Uint16Array, at: number, to: number): boolean {
  return ['现在', '我代表', '我受', '受'].some((word) => startsWith(codes, at, to, word));
}

function endBefore({ codes }: Copy, from: number, at: number): number {
  let end = at;
  while (end > from && isWhite(codes[end - 1] ?? 0)) end -= 1;
  return end;
}
