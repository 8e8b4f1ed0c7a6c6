import { stuckNumber } from './glued-list.ts';
import { gridRows, isGridRow } from './grid.ts';
import { listRows } from './item-list.ts';
import type { Line } from './line.ts';
import { bareNumber, hanOrdinal, markAt } from './mark.ts';
import { pairRows, pairsAnswer, pairsAt } from './pair-list.ts';
import type { Region, Slot } from './slot.ts';
import { flatHeader, flatRows, whole } from './table.ts';
import { termRows } from './term-list.ts';
import { listRole } from './title-role.ts';

const appendix =
  /^[（(【]?附\s?(?:件|表|录|注|页)?\s?([一二三四五六七八九十]{1,2}|\d{1,2}?(?=20\d\d|\D|$))?\s?(?:[：:.．、\s）)】]\s*|$|(?<=[件表录\d])(?=[“《\p{Script=Han}\d]))(.*)$/u;

interface Opening {
  readonly at: number;
  /** First line of the contents. */
  readonly inside: number;
  readonly title: string;
  readonly ordinal: number | undefined;
  readonly isAppendix: boolean;
}

/** The lists, tables and glossaries behind the report; `from` is the first text line that may begin one. */
export function regionsOf(lines: readonly Line[], texts: readonly number[], from: number, isList: boolean): Region[] {
  const openings = isList ? wholeList(lines, texts, from) : appendicesIn(lines, texts, from);
  return openings.map((opening, nth): Region => {
    const to = openings[nth + 1]?.at ?? texts.length;
    return regionOf(lines, texts, opening, to);
  });
}

function appendicesIn(lines: readonly Line[], texts: readonly number[], from: number): Opening[] {
  const found: Opening[] = [];
  const textAt = (nth: number): string => lines[texts[nth] ?? -1]?.text ?? '';
  for (let nth = from; nth < texts.length; nth += 1) {
    const text = textAt(nth);
    if (text.length > 64 || (found.length > 0 && nth < (found.at(-1)?.inside ?? 0))) continue;
    const match = appendix.exec(text);
    if (match !== null && !/[。；]$/.test(text)) {
      const own = (match[2] ?? '').replace(/^[《（(]|[》）)]$/g, '');
      let inside = nth + 1;
      let title = own;
      // The title may take a line or two of its own below the mark.
      while (
        inside < texts.length &&
        inside <= nth + 3 &&
        title.length < 60 &&
        isTitleLine(textAt(inside)) &&
        (title === '' || listRole(title) === undefined)
      ) {
        title += textAt(inside);
        inside += 1;
      }
      const word = match[1];
      const ordinal = word === undefined ? undefined : /\d/.test(word) ? Number(word) : hanOrdinal(word);
      found.push({ at: nth, inside, title, ordinal, isAppendix: true });
    } else if (isLooseTitle(lines, texts, nth))
      found.push({ at: nth, inside: nth + 1, title: text, ordinal: undefined, isAppendix: true });
  }
  return found;
}

const isTitleLine = (text: string): boolean =>
  text.length <= 40 &&
  !/[。；：]$/.test(text) &&
  bareNumber(text) === undefined &&
  markAt(text) === undefined &&
  !/^(?:序号|编号|民生$|领域$|事项)/.test(text) &&
  !isGridRow(text);

/** A title of a list or glossary that no 附件 announces: a short line by itself, the list close behind it. */
function isLooseTitle(lines: readonly Line[], texts: readonly number[], nth: number): boolean {
  const text = lines[texts[nth] ?? -1]?.text ?? '';
  if (text.length < 4 || text.length > 40 || /[。；，：！]$/.test(text) || markAt(text) !== undefined) return false;
  const role = listRole(text);
  if (role === undefined || nth + 2 >= texts.length) return false;
  const rest = texts.slice(nth + 1, nth + 8).map((at) => lines[at]?.text ?? '');
  if (role === 'glossary')
    return (
      /解释|注释|说明|释义|注解/.test(text) &&
      rest.slice(0, 2).some((one) => markAt(one)?.ordinal === 1 || /^.{2,30}：/.test(one))
    );
  if (!/20\d\d|实事|项目|工程/.test(text)) return false;
  if (flatHeader(lines, texts, nth + 1, texts.length) !== undefined || rest.slice(0, 2).some(isGridRow)) return true;
  const first = rest.slice(0, 2).find((one) => (markAt(one)?.ordinal ?? bareNumber(one)) === 1);
  return first !== undefined && (/年/.test(text) || bareNumber(first) === 1);
}

/** A text that is one list: it begins at its table or at its first number. */
function wholeList(lines: readonly Line[], texts: readonly number[], from: number): Opening[] {
  const textAt = (nth: number): string => lines[texts[nth] ?? -1]?.text ?? '';
  let title = '';
  for (let nth = from; nth < texts.length; nth += 1) {
    const text = textAt(nth);
    const begins =
      isGridRow(text) ||
      flatHeader(lines, texts, nth, texts.length) !== undefined ||
      (bareNumber(text) ?? markAt(text)?.ordinal ?? stuckNumber(text)?.no) === 1 ||
      (/：$/.test(textAt(nth - 1)) && pairsAt(lines, texts, nth).length > 0);
    if (begins) return [{ at: nth, inside: nth, title, ordinal: undefined, isAppendix: false }];
    if (listRole(text) !== undefined && text.length <= 48) title = text;
    else if (title === '' && listRole(text) !== undefined)
      title = /[^。，]{0,16}(?:实事|民心工程)[^。，]{0,16}/.exec(text)?.[0] ?? '';
  }
  return [];
}

function regionOf(lines: readonly Line[], texts: readonly number[], opening: Opening, to: number): Region {
  const { at, inside, title, ordinal, isAppendix } = opening;
  const head: Slot[] = [];
  for (let nth = at; nth < inside; nth += 1) head.push(whole(lines, texts, nth, 'title'));
  const base = { from: at, to, title, isAppendix, ...(ordinal === undefined ? {} : { ordinal }) };
  const named = listRole(title) ?? listRole(lines[texts[inside] ?? -1]?.text.slice(0, 40) ?? '');
  if (named === 'glossary')
    return { ...base, role: named, layout: 'glossary', slots: [...head, ...termRows(lines, texts, inside, to)] };
  let grid = 0;
  for (let nth = inside; nth < to; nth += 1) grid += isGridRow(lines[texts[nth] ?? -1]?.text ?? '') ? 1 : 0;
  for (let nth = inside; nth < Math.min(to, inside + 4); nth += 1) {
    const header = flatHeader(lines, texts, nth, to);
    if (header === undefined) continue;
    const role = named ?? (header.columns.includes('result') ? 'completion' : 'items');
    for (let next = inside; next < nth; next += 1) head.push(whole(lines, texts, next, 'other'));
    for (let next = nth; next < nth + header.lines; next += 1) head.push(whole(lines, texts, next, 'header'));
    const rows = flatRows(lines, texts, nth + header.lines, to, header.columns);
    const layout = rows.some(({ row }) => row !== undefined) ? 'table' : 'prose';
    return { ...base, role, layout, slots: [...head, ...rows] };
  }
  if (grid >= 2) {
    const slots = gridRows(lines, texts, inside, to, named ?? 'items');
    const hasResult = slots.some(({ kind }) => kind === 'result' || kind === 'percent');
    return {
      ...base,
      role: named ?? (hasResult ? 'completion' : 'items'),
      layout: 'table',
      slots: [...head, ...slots],
    };
  }
  const pairs = isAppendix ? [] : pairsAt(lines, texts, inside);
  if (pairs.length > 0) {
    const role = named === 'completion' || pairsAnswer(lines, texts, pairs) ? 'completion' : 'items';
    const rows = pairRows(lines, texts, pairs, to, role === 'items' ? 'content' : 'result');
    return { ...base, role, layout: 'list', slots: [...head, ...rows] };
  }
  if (named !== undefined) {
    const rows = listRows(lines, texts, inside, to, named === 'items' ? 'content' : 'result');
    if (rows !== undefined) return { ...base, role: named, layout: 'list', slots: [...head, ...rows] };
  }
  for (let nth = inside; nth < to; nth += 1) head.push(whole(lines, texts, nth, 'other'));
  return { ...base, role: named ?? 'other', layout: 'prose', slots: head };
}
