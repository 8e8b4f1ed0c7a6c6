import { columnsIn, headerLength } from './column.ts';
import { bareNumber } from './mark.ts';
import { listRole } from './title-role.ts';

/** What the lines before one showed of a table they may belong to. */
export interface TableState {
  /** Below a header: cells may stand side by side, blanks between. */
  readonly isOpen: boolean;
  /** Text lines since a title of a list was seen, while a header may follow it. */
  readonly sinceTitle: number;
  /** Cells a row, where bars part them; 0 where none do. */
  readonly width: number;
}

export const noTable: TableState = { isOpen: false, sinceTitle: 9, width: 0 };

/** Takes a line into account that may be the title or the header of a table, or begin what follows one. */
export function tableAfter(state: TableState, text: string): TableState {
  const width = text.includes('|') ? barWidth(text) : 0;
  if (width > 0) return { isOpen: false, sinceTitle: 9, width };
  if (/^附\s?(?:件|表|录)/.test(text) && text.length <= 64) return { isOpen: false, sinceTitle: 0, width: 0 };
  const sinceTitle = text.length <= 64 && listRole(text) !== undefined ? 0 : state.sinceTitle + 1;
  const opens = sinceTitle <= 3 && (/^(?:序号|编号)$/.test(text) || headerLength(text.slice(0, 80)) > 0);
  return { isOpen: state.isOpen || opens, sinceTitle, width: state.width };
}

const blanks = /\u3000+/g;
/** The first part of a cell, glued to its title, and the parts that follow a stop. */
const part = /(?<=[\p{Script=Han}”）》])（1）(?=[\p{Script=Han}“《])|(?<=[。；])（\d{1,2}）(?=[\p{Script=Han}“《])/gu;

/** Cells of an open table that share a line: blanks part them, or their numbers tell. */
export function cellBreaks(text: string): number[] {
  const found: number[] = [];
  for (const { 0: run, index } of text.matchAll(blanks)) found.push(index + run.length);
  for (const { index } of text.matchAll(part)) found.push(index);
  return found;
}

interface BarCell {
  readonly from: number;
  readonly text: string;
}

function barCells(text: string, from: number): BarCell[] {
  const cells: BarCell[] = [];
  let begun = from;
  while (begun < text.length) {
    const bar = text.indexOf('|', begun);
    const end = bar < 0 ? text.length : bar;
    cells.push({ from: begun, text: text.slice(begun, end).trim() });
    begun = end + 1;
  }
  return cells;
}

/** Where the header of a table of bars stands in a line: its first cell may stick to the title, its last to the first row. */
function barHeader(text: string): { from: number; to: number; width: number } | undefined {
  const at = Math.max(0, text.slice(0, 120).search(/序号|编号/));
  let width = 0;
  let to = at;
  for (const cell of barCells(text.slice(0, at + 400), at)) {
    const own = cell.text.replace(/\d{1,2}$/, '');
    if (own === '' && width > 0) break;
    if (own === '') continue;
    if (columnsIn(own)?.length !== 1) break;
    width += 1;
    const rest = text.indexOf(own, cell.from) + own.length;
    to = rest;
    if (own !== cell.text) break;
  }
  return width >= 2 ? { from: at, to, width } : undefined;
}

function barWidth(text: string): number {
  return barHeader(text)?.width ?? 0;
}

/** Rows of a table of bars that share a line: a row is full when it has as many cells as the header, less its number's. */
export function barBreaks(text: string, known: number): number[] {
  const header = barHeader(text);
  const width = header?.width ?? known;
  if (width < 2 || !text.includes('|')) return [];
  const found: number[] = header === undefined ? [] : [header.from];
  let at = header?.to ?? 0;
  if (header !== undefined) {
    at += /^[\s|]*/.exec(text.slice(at, at + 80))?.[0].length ?? 0;
    found.push(at);
  }
  let filled = 0;
  let hasNumber = false;
  let last = 0;
  for (const { from, text: cell } of barCells(text, at)) {
    const start = from + text.slice(from, from + 40).search(/\S/);
    if (cell === '') continue;
    const no = bareNumber(cell);
    if (filled === 0 || filled >= width - (hasNumber ? 0 : 1)) {
      if (from > at) found.push(start);
      filled = 0;
      hasNumber = no !== undefined;
      last = no ?? last;
    }
    filled += 1;
    // 110%2: the bar between a row's last cell and the next row's number was lost with the break.
    const stuck = /(?<=%|\p{Script=Han})(\d{1,2})$/u.exec(cell)?.[1];
    if (stuck !== undefined && Number(stuck) === last + 1 && filled >= width - (hasNumber ? 0 : 1)) {
      found.push(start + cell.length - stuck.length);
      filled = 1;
      hasNumber = true;
      last += 1;
    }
  }
  return found;
}
