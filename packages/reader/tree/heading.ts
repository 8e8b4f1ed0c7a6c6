import type { Line } from './line.ts';
import { damagedMarkAt, type Mark, markAt } from './mark.ts';

/** A heading at the head of a line: its words without mark and stop, and where the text after it begins. */
export interface Heading {
  readonly mark?: Mark;
  /** UTF-16 indices of the line's text. */
  readonly from: number;
  readonly to: number;
  readonly rest: number;
  readonly runIn: boolean;
}

const longest = 64;
/** Words that end the title of a main section; text may be glued behind them where a break was lost. */
/** Words that begin a paragraph and never stand in the midst of a title. */
const begins = /^(?:今年|去年|过去|一年来|五年来|各位|做好|20\d\d年|面对|我们|在)/;
const titleEnd =
  /^[^。；！：]{2,36}?(?:工作回顾|回顾|工作安排|任务安排|目标任务|主要任务|重点任务|重点工作|主要工作|工作任务|主要目标|发展目标|工作思路|工作重点|工作情况|工作总结)(?![和与及的、，,]|$)/;

/** The heading that a marked line opens with; undefined where what follows the mark is too long for one. */
export function markedHeading(line: Line): Heading | undefined {
  const { text, ends } = line;
  const mark = markAt(text) ?? damagedMarkAt(text);
  if (mark === undefined) return undefined;
  const from = mark.length;
  const glued = mark.style === 'han' || mark.style === 'part' ? titleEnd.exec(text.slice(from, from + 80)) : null;
  const first = ends[0] ?? text.length;
  const behind = glued === null ? '' : text.slice(from + glued[0].length, from + glued[0].length + 8);
  if (glued !== null && behind !== '' && (first - from > 40 || begins.test(behind))) {
    const to = from + glued[0].length;
    return { mark, from, to, rest: to, runIn: true };
  }
  return bounded(line, from, mark);
}

/** The heading that an unmarked line may be: its first sentence, short. */
export function bareHeading(line: Line): Heading | undefined {
  return bounded(line, 0, undefined);
}

function bounded({ text, ends }: Line, from: number, mark: Mark | undefined): Heading | undefined {
  let rest = ends[0] ?? text.length;
  const colon = text.slice(from, from + 26).search(/[：:]/);
  const isLabelled = colon > 3 && rest - from > longest;
  if (isLabelled) rest = from + colon + 1;
  let to = rest;
  while (to > from && /[。！!.．：:\s]/.test(text.charAt(to - 1))) to -= 1;
  const size = to - from;
  if (size < 2 || size > longest) return undefined;
  return { ...(mark === undefined ? {} : { mark }), from, to, rest, runIn: rest < text.length };
}
