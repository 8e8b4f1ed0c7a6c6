import type { Copy } from './copy.ts';
import { textOf } from './copy.ts';
import { isDigit } from './letter.ts';
import { endingOf, type Line } from './line.ts';
import { opensParagraph } from './mark.ts';
import { isFull, type WrapWidth } from './wrap-width.ts';

const pageNumber =
  /^(?:[-—·\s]{1,8}\d{1,4}[-—·\s]{1,8}|第\s?\d{1,4}\s?页(?:[，,/\s]{0,3}共\s?\d{1,4}\s?页)?|Page\s\d{1,4}(?:\sof\s\d{1,4})?)$/i;
const pageOf = /^(\d{1,3})\s?\/\s?(\d{1,3})$/;
const longest = 40;

/**
 * Of each line, whether it belongs to the pages on which a text was printed: a page number, or a head that comes again with every
 * page. Such lines may stand in mid-sentence. A bare figure is a page number only where figures count on and break up wrapped lines,
 * for in tables it is the number of a row.
 */
export function pageFurnitureIn(copy: Copy, lines: readonly Line[], wrap: WrapWidth | undefined): boolean[] {
  const texts = lines.map(({ from, to }) => (to - from <= longest ? textOf(copy, from, to) : ''));
  const isPage = texts.map((text) => pageNumber.test(text));
  const totals = new Map<string, number[]>();
  texts.forEach((text, at) => {
    const [, no, total] = pageOf.exec(text) ?? [];
    if (no !== undefined && total !== undefined && Number(no) <= Number(total)) push(totals, total, at);
  });
  for (const places of totals.values()) if (places.length > 1) for (const at of places) isPage[at] = true;
  if (wrap !== undefined) markBareNumbers(copy, lines, wrap, texts, isPage);
  markHeads(copy, lines, wrap, texts, isPage);
  return isPage;
}

function markBareNumbers(
  copy: Copy,
  lines: readonly Line[],
  wrap: WrapWidth,
  texts: readonly string[],
  isPage: boolean[],
): void {
  let series: number[] = [];
  let last = -1;
  const close = (): void => {
    const breaking = series.filter((at) => breaksUp(copy, lines, wrap, at, isPage)).length;
    if (breaking >= 1 && breaking * 2 >= series.length) for (const at of series) isPage[at] = true;
    series = [];
  };
  texts.forEach((text, at) => {
    if (text.length === 0 || text.length > 3 || ![...text].every((digit) => isDigit(digit.charCodeAt(0)))) return;
    if (Number(text) !== last + 1) close();
    series.push(at);
    last = Number(text);
  });
  close();
}

/** A short line that comes again and again beside page numbers or in mid-sentence. */
function markHeads(
  copy: Copy,
  lines: readonly Line[],
  wrap: WrapWidth | undefined,
  texts: readonly string[],
  isPage: boolean[],
): void {
  const groups = new Map<string, number[]>();
  texts.forEach((text, at) => {
    if (text.length >= 4 && isPage[at] !== true) push(groups, text.replaceAll(/\d+/g, '0'), at);
  });
  for (const places of groups.values()) {
    if (places.length < 2) continue;
    const onPage = places.filter(
      (at) =>
        isPage[at - 1] === true ||
        isPage[at + 1] === true ||
        (wrap !== undefined && breaksUp(copy, lines, wrap, at, isPage)),
    );
    const least = places.length === 2 ? 2 : places.length * 0.6;
    if (onPage.length >= least) for (const at of places) isPage[at] = true;
  }
}

/** Whether a line stands between two parts of one wrapped sentence. */
function breaksUp(
  copy: Copy,
  lines: readonly Line[],
  wrap: WrapWidth,
  at: number,
  isPage: readonly boolean[],
): boolean {
  let before = at - 1;
  while (isPage[before] === true) before -= 1;
  let after = at + 1;
  while (isPage[after] === true) after += 1;
  const last = lines[before];
  const next = lines[after];
  if (last === undefined || next === undefined) return false;
  return (
    isFull(copy, last, next, wrap) &&
    endingOf(copy, last.from, last.to) === 'open' &&
    !next.wideIndent &&
    !opensParagraph(copy, next.from, next.to)
  );
}

function push<K>(groups: Map<K, number[]>, key: K, value: number): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
