import { type Column, columnsIn } from './column.ts';
import type { Line } from './line.ts';
import { bareNumber, markAt } from './mark.ts';
import type { Slot } from './slot.ts';
import { statusLength } from './status.ts';

interface Cell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const rule = /^[\s|+:—=-]+$/;

/** Whether a line is a row whose cells are parted by bars, tabs or runs of blanks. */
export function isGridRow(text: string): boolean {
  if (text.length > 4000) return false;
  return (
    count(text, '|') >= 2 ||
    (text.length < 400 && (text.match(/\t|\s{2,}|(?<=\S)\u3000(?=\S)/g)?.length ?? 0) >= 1 && cellsOf(text).length >= 3)
  );
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found += 1;
  return found;
}

function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  const separator = text.includes('|') ? /\|/g : /\t|\s{2,}|\u3000/g;
  let from = 0;
  const push = (to: number): void => {
    const raw = text.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    cells.push({ from: from + lead, to: from + lead + body.length, text: body });
  };
  for (const { 0: bar, index } of text.matchAll(separator)) {
    push(index);
    from = index + bar.length;
  }
  push(text.length);
  if (cells[0]?.text === '' && text.startsWith('|')) cells.shift();
  if (cells.at(-1)?.text === '' && text.endsWith('|')) cells.pop();
  return cells;
}

/** The rows of a table whose lines are rows. Without a header the columns are guessed from the first row with a number. */
export function gridRows(
  lines: readonly Line[],
  texts: readonly number[],
  at: number,
  to: number,
  role: 'items' | 'completion',
): Slot[] {
  const slots: Slot[] = [];
  let columns: readonly Column[] | undefined;
  let row = -1;
  for (let nth = at; nth < to; nth += 1) {
    const line = texts[nth] ?? -1;
    const text = lines[line]?.text ?? '';
    if (!isGridRow(text)) {
      slots.push({ line, from: 0, to: text.length, kind: 'other' });
      continue;
    }
    const cells = cellsOf(text);
    if (rule.test(text)) {
      slots.push({ line, from: 0, to: text.length, kind: 'mark' });
      continue;
    }
    const named = columns === undefined ? headerOf(cells) : undefined;
    if (named !== undefined) {
      columns = named;
      slots.push(...cells.filter(filled).map(({ from, to: end }): Slot => ({ line, from, to: end, kind: 'header' })));
      continue;
    }
    columns ??= guess(cells, role);
    row += 1;
    slots.push(...rowSlots(cells, columns, line, row));
  }
  return slots;
}

const filled = ({ text }: Cell): boolean => text !== '';

function headerOf(cells: readonly Cell[]): Column[] | undefined {
  const columns = cells.map(({ text }) => (text === '' ? ['aside' as const] : columnsIn(text)));
  if (columns.some((one) => one === undefined)) return undefined;
  return columns.map((one) => one?.[0] ?? 'aside');
}

function guess(cells: readonly Cell[], role: 'items' | 'completion'): Column[] {
  const hasNumber = bareNumber(cells[0]?.text ?? '') !== undefined;
  const rest = cells.slice(hasNumber ? 1 : 0).map(({ text }, nth): Column => {
    if (/^\d+(?:\.\d+)?%$/.test(text)) return 'percent';
    if (nth === 0) return 'name';
    if (role === 'items') return 'content';
    return nth === 1 && cells.length > 3 && !/^\d/.test(text) ? 'target' : 'result';
  });
  return hasNumber ? ['no', ...rest] : rest;
}

function rowSlots(cells: readonly Cell[], columns: readonly Column[], line: number, row: number): Slot[] {
  const first = cells[0]?.text ?? '';
  const numbered = bareNumber(first) ?? markAt(first)?.ordinal;
  // A row under the same number begins with its second cell: the number's cell spans several rows.
  const shift = columns[0] === 'no' && numbered === undefined && first !== '' ? 1 : 0;
  return cells.flatMap((cell, nth): Slot[] => {
    if (!filled(cell)) return [];
    const column = columns[nth + shift] ?? 'other';
    const slot = { line, from: cell.from, to: cell.to, row };
    if (column === 'no') return [{ ...slot, kind: column, ...(numbered === undefined ? {} : { no: numbered }) }];
    if (column === 'result' && statusLength(cell.text) === cell.text.length) return [{ ...slot, kind: 'status' }];
    return [{ ...slot, kind: column }];
  });
}
