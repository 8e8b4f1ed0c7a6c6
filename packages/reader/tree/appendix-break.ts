import { headerLength } from './column.ts';
import { listRole } from './title-role.ts';

const titled =
  /附\s?(?:件|表|录)\s?(?:[一二三四五六七八九十]{1,2}|\d{1,2}?(?=20\d\d|\D))?\s?[：:]?\s?[^。；，]{0,40}?(?:实事(?:项目)?(?:完成情况|落实情况|办理情况)?|完成情况|落实情况|办理情况|名词解释|名词注释|注释)(?:表|一览表)?/y;

/** Length of the title of an appendix that follows the report without a break; 0 where none does. */
export function appendixTitle(text: string, at: number): number {
  titled.lastIndex = at;
  return titled.exec(text)?.[0].length ?? 0;
}

/** Where the header of a table begins that sticks to its title; 0 where none does. */
export function headerStart(text: string): number {
  const at = text.length > 400 ? -1 : text.indexOf('序号');
  return at > 3 && at <= 60 && listRole(text.slice(0, at)) !== undefined && headerLength(text.slice(at, at + 80)) > 2
    ? at
    : 0;
}

const cellMark = /(?:（\d{1,2}）|(?<=[。；）”])\s*\d{1,2}(?:[.．、]\s?(?!\d)|(?=\p{Script=Han}{2}(?!\d))))/gu;
const nextTitle = /附\s?(?:件|表|录)\s?(?:[一二三四五六七八九十]|\d)/g;

/** Cells of an appendix that follow one another without breaks: behind the header, before (1) and before a row's number. */
export function appendixBreaks(text: string, from: number): number[] {
  nextTitle.lastIndex = from;
  const until = nextTitle.exec(text)?.index ?? text.length;
  const header = headerLength(text.slice(from, from + 80));
  const found = [from, from + header];
  cellMark.lastIndex = from + header;
  for (let mark = cellMark.exec(text); mark !== null && mark.index < until; mark = cellMark.exec(text))
    found.push(mark.index);
  return found;
}

/** Where the header that begins at `at` ends. */
export function headerEnd(text: string, at: number): number {
  return at + headerLength(text.slice(at, at + 80));
}
