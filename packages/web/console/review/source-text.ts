import type { ReportView } from './review-data.ts';

type Sentence = ReportView['sentences'][number];

/** A stretch of a line: a sentence of the report, or what stands between sentences. */
export interface Stretch {
  readonly words: string;
  readonly clause: number | null;
}

export interface SourceLine {
  /** The place of the line in the text, in code points. */
  readonly at: number;
  readonly stretches: readonly Stretch[];
  readonly heading: boolean;
}

/** The text as given, line by line, its sentences marked; lines of nothing but spaces are left out. */
export function linesOf(report: Pick<ReportView, 'text' | 'sentences' | 'headings'>): readonly SourceLine[] {
  const characters = [...report.text];
  const titles = new Set(report.headings.map(({ title }) => bare(title)));
  const lines: SourceLine[] = [];
  let line: Stretch[] = [];
  let lineAt = 0;
  const close = (next: number) => {
    const words = line.map((stretch) => stretch.words).join('');
    if (words.trim() !== '') lines.push({ at: lineAt, stretches: line, heading: titles.has(bare(words)) });
    line = [];
    lineAt = next;
  };
  const add = (from: number, to: number, clause: number | null) => {
    let start = from;
    for (let at = from; at < to; at++) {
      if (characters[at] !== '\n' && characters[at] !== '\r') continue;
      if (at > start) line.push({ words: characters.slice(start, at).join(''), clause });
      start = at + 1;
      close(start);
    }
    if (to > start) line.push({ words: characters.slice(start, to).join(''), clause });
  };
  let at = 0;
  for (const { no, start, stop } of report.sentences) {
    if (start > at) add(at, start, null);
    add(Math.max(at, start), stop, no);
    at = Math.max(at, stop);
  }
  add(at, characters.length, null);
  close(characters.length);
  return lines;
}

/** Words without spaces and marks, nor the number a heading bears. */
function bare(words: string): string {
  return words.replaceAll(/[\s\p{P}]/gu, '').replace(/^[一二三四五六七八九十\d]+/, '');
}

/** Where a sentence stands, as a person would say it. */
export function placeOf(sentences: readonly Sentence[], no: number | undefined): Sentence | undefined {
  return sentences.find((sentence) => sentence.no === no);
}
