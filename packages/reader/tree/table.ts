import { type Column, columnsIn } from './column.ts';
import { firstCells } from './first-cell.ts';
import { isGridRow } from './grid.ts';
import type { Line } from './line.ts';
import { bareNumber, markAt } from './mark.ts';
import type { Slot } from './slot.ts';
import { statusLength } from './status.ts';

export interface Header {
  readonly columns: readonly Column[];
  /** How many lines it takes. */
  readonly lines: number;
}

/** The header of a table laid out one cell a line, at most sixteen lines from `at`. */
export function flatHeader(
  lines: readonly Line[],
  texts: readonly number[],
  at: number,
  to: number,
): Header | undefined {
  let best: Header | undefined;
  let words = '';
  for (let nth = at; nth < to && nth < at + 16; nth += 1) {
    const text = lines[texts[nth] ?? -1]?.text ?? '';
    if (text === '' || isGridRow(text) || (text.length > 12 && columnsIn(text) === undefined)) break;
    words += text;
    const columns = columnsIn(words);
    if (columns !== undefined && columns.length >= 2) best = { columns, lines: nth - at + 1 };
  }
  return best;
}

/** The rows of a table laid out one cell a line, from `at`, below its header. */
export function flatRows(
  lines: readonly Line[],
  texts: readonly number[],
  at: number,
  to: number,
  columns: readonly Column[],
): Slot[] {
  const slots: Slot[] = [];
  const starts = rowStarts(lines, texts, at, to);
  if (starts.length === 0) return unnumbered(lines, texts, at, to, columns);
  for (let nth = at; nth < (starts[0]?.nth ?? to); nth += 1) slots.push(whole(lines, texts, nth, 'other'));
  let row = 0;
  for (const [nth, start] of starts.entries()) {
    const end = starts[nth + 1]?.nth ?? to;
    const cuts = endsWithPercent(columns) ? percentRows(lines, texts, start.nth, end) : [];
    for (const slot of flatRow(lines, texts, start, cuts[0] ?? end, columns, row)) slots.push(slot);
    row += 1;
    for (const [order, from] of cuts.entries()) {
      for (const slot of sameNumber(lines, texts, from, cuts[order + 1] ?? end, row)) slots.push(slot);
      row += 1;
    }
  }
  return slots;
}

/** Of tables whose rows end with the share of the plan, so that it tells where one ends. */
function endsWithPercent(columns: readonly Column[]): boolean {
  return columns.at(-1) === 'percent' && columns.includes('result') && columns.includes('name');
}

const percentCell = /^\d+(?:\.\d+)?%$/;

/** Where rows begin that stand under the number of the row above: behind a percentage, with words. */
function percentRows(lines: readonly Line[], texts: readonly number[], from: number, to: number): number[] {
  const found: number[] = [];
  for (let nth = from + 1; nth < to; nth += 1) {
    const before = lines[texts[nth - 1] ?? -1]?.text ?? '';
    if (percentCell.test(before) && /^\p{Script=Han}/u.test(lines[texts[nth] ?? -1]?.text ?? '')) found.push(nth);
  }
  return found;
}

/** A row without a number of its own: name, result, percentage. */
function sameNumber(lines: readonly Line[], texts: readonly number[], from: number, to: number, row: number): Slot[] {
  return Array.from({ length: to - from }, (_, order): Slot => {
    const slot = whole(lines, texts, from + order, order === 0 ? 'name' : 'result');
    const isPercent = order > 0 && percentCell.test(lines[slot.line]?.text ?? '');
    return { ...slot, row, ...(isPercent ? { kind: 'percent' } : {}) };
  });
}

interface Start {
  readonly nth: number;
  readonly no: number;
  /** Length of the number where the row's first cell shares its line. */
  readonly mark: number;
  readonly isBare: boolean;
}

/** Lines that count on from 1: only they can begin a row, so that a bare number among the cells does not. */
function rowStarts(lines: readonly Line[], texts: readonly number[], at: number, to: number): Start[] {
  const starts: Start[] = [];
  let last = 0;
  let style: string | undefined;
  for (let nth = at; nth < to; nth += 1) {
    const text = lines[texts[nth] ?? -1]?.text ?? '';
    const bare = bareNumber(text);
    const mark = bare === undefined ? markAt(text) : undefined;
    // Where the breaks were lost the number sticks to the cell behind it: 2社会保障推进….
    const stuck =
      bare === undefined && mark === undefined ? /^(\d{1,2})(?=\s?\p{Script=Han}{2})/u.exec(text)?.[1] : undefined;
    const no = bare ?? mark?.ordinal ?? (stuck === undefined ? undefined : Number(stuck));
    if (no === undefined || (no !== last + 1 && (last === 0 || no !== last + 2))) continue;
    // The same count may stand alone on its line or share it: 7 人居 环境, then 8.
    const own = mark === undefined || mark.style === 'arabic' ? (/^\d/.test(text) ? 'digits' : 'words') : mark.style;
    if (style !== undefined && own !== style) continue;
    if (own === 'arabicParen' || own === 'circled') continue;
    // A figure among the cells stands before another; a row's number stands before words.
    if (bare !== undefined && /^\d+(?:\.\d+)?%?$/.test(lines[texts[nth + 1] ?? -1]?.text ?? '')) continue;
    style = own;
    last = no;
    starts.push({
      nth,
      no,
      mark: bare === undefined ? (mark?.length ?? stuck?.length ?? 0) : text.length,
      isBare: bare !== undefined,
    });
  }
  return starts;
}

function flatRow(
  lines: readonly Line[],
  texts: readonly number[],
  start: Start,
  to: number,
  columns: readonly Column[],
  row: number,
): Slot[] {
  const slots: Slot[] = [];
  const textAt = (nth: number): string => lines[texts[nth] ?? -1]?.text ?? '';
  const lineAt = (nth: number): number => texts[nth] ?? -1;
  const put = (nth: number, kind: Slot['kind'], from = 0, end = textAt(nth).length): void => {
    slots.push({ line: lineAt(nth), from, to: end, kind, row });
  };
  slots.push({ line: lineAt(start.nth), from: 0, to: start.mark, kind: 'no', row, no: start.no });
  let nth = start.nth;
  const rest = columns.filter((column) => column !== 'no');
  if (start.isBare) nth += 1;
  else {
    for (const slot of firstCells(textAt(nth), lineAt(nth), start.mark, rest, row)) slots.push(slot);
    nth += 1;
  }
  if (rest[0] === 'domain') {
    rest.shift();
    const keep = rest.includes('name') ? 1 : 0;
    let size = 0;
    // A narrow column breaks its words into lines of two: 就业 / 保障.
    while (nth < to - keep) {
      const text = textAt(nth);
      const isHalf =
        size === 0 ? text.length <= 12 : text.length <= 4 && size + text.length <= 8 && !/[\d。，]/.test(text);
      if (!isHalf || statusLength(text) > 0 || markAt(text) !== undefined) break;
      put(nth, 'domain');
      size += text.length;
      nth += 1;
    }
  }
  if (rest[0] === 'name' && nth < to) {
    put(nth, 'name');
    rest.shift();
    nth += 1;
  }
  if (rest[0] === 'target' && nth < to) {
    rest.shift();
    let stop = nth + 1;
    for (let next = nth + 1; next < to; next += 1) {
      if (statusLength(textAt(next)) > 0) {
        stop = next;
        break;
      }
    }
    for (; nth < stop; nth += 1) put(nth, 'target');
  }
  const hasResult = rest.includes('result');
  for (; nth < to; nth += 1) {
    const text = textAt(nth);
    if (hasResult && rest.includes('percent') && /^\d+(?:\.\d+)?%$/.test(text)) {
      put(nth, 'percent');
      continue;
    }
    if (hasResult && statusLength(text) === text.length) {
      put(nth, 'status');
      continue;
    }
    slots.push(...partOf(lineAt(nth), text, 0, hasResult ? 'result' : 'content', row));
  }
  return slots;
}

/** A line of content, its number (1) taken for a mark. */
export function partOf(line: number, text: string, from: number, kind: Slot['kind'], row: number): Slot[] {
  const mark = markAt(text, from);
  const isPart =
    mark !== undefined && mark.ordinal !== undefined && mark.style !== 'han' && from + mark.length < text.length;
  if (!isPart) return [{ line, from, to: text.length, kind, row }];
  return [
    { line, from, to: from + mark.length, kind: 'mark', row },
    { line, from: from + mark.length, to: text.length, kind, row, no: mark.ordinal ?? 0 },
  ];
}

/** Rows without numbers: as many lines a row as there are columns, where that comes out. */
function unnumbered(
  lines: readonly Line[],
  texts: readonly number[],
  at: number,
  to: number,
  columns: readonly Column[],
): Slot[] {
  const width = columns.length;
  const isEven = width > 1 && (to - at) % width === 0;
  const slots: Slot[] = [];
  for (let nth = at; nth < to; nth += 1) {
    const slot = whole(lines, texts, nth, isEven ? (columns[(nth - at) % width] ?? 'other') : 'other');
    slots.push(isEven ? { ...slot, row: Math.floor((nth - at) / width) } : slot);
  }
  return slots;
}

export function whole(lines: readonly Line[], texts: readonly number[], nth: number, kind: Slot['kind']): Slot {
  const line = texts[nth] ?? -1;
  return { line, from: 0, to: lines[line]?.text.length ?? 0, kind };
}
