import { HuyingError, type Words } from '@huying/kit/error';
import { timeReader } from '../requests/time-format.ts';
import { type Column, ticketColumns } from './columns.ts';
import { MOST_ROWS, sheetRows, workbookTooLarge } from './sheet-rows.ts';

/** What is wrong with one cell. `cell` is its address: `C12`. */
export interface CellProblem extends Words {
  readonly row: number;
  readonly cell: string;
}

/** One row under the header: its values by the names of the city's ticket, not yet checked as a whole, and the cells that could not be read. */
export interface TicketRow {
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly CellProblem[];
  /** The address of a value's cell, to tell problems at. */
  cellOf(name: string): string;
}

/**
 * Reads the first sheet of a workbook, row by row. Formulas are refused: what they
 * show is another program's opinion. Times without an offset are the district's own.
 * Throws exchange.workbook, .workbookTooLarge, .workbookColumns.
 * @param zone IANA name
 */
export async function* readWorkbook(bytes: Buffer, zone: string): AsyncGenerator<TicketRow> {
  const [header, ...rows] = await sheetRows(bytes);
  if (header === undefined) throw new HuyingError('exchange.workbook', { what: 'sheet' });
  const columns = columnsIn(header.values);
  const readTime = timeReader('iso', zone);
  const filled = rows.filter(({ values }) => values.some((value) => !isBlank(value)));
  if (filled.length > MOST_ROWS) throw workbookTooLarge();
  for (const { number, values } of filled) yield readRow(number, values, columns, readTime);
}

function columnsIn(cells: readonly unknown[]): ReadonlyMap<number, Column> {
  const found = new Map<number, Column>();
  const twice: string[] = [];
  cells.forEach((value, at) => {
    const header = typeof value === 'string' ? value.trim() : '';
    const column = ticketColumns.find((one) => one.header === header);
    if (column === undefined) return;
    if ([...found.values()].includes(column)) twice.push(header);
    found.set(at, column);
  });
  const missing = ticketColumns.filter((one) => one.required && ![...found.values()].includes(one));
  const wrong = [...missing.map((one) => one.header), ...twice];
  if (wrong.length > 0) throw new HuyingError('exchange.workbookColumns', { columns: wrong.join('、') });
  return found;
}

function readRow(
  row: number,
  cells: readonly unknown[],
  columns: ReadonlyMap<number, Column>,
  readTime: (words: string) => number | undefined,
): TicketRow {
  const values: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  const places = new Map<string, string>();
  for (const [at, column] of columns) {
    const cell = `${letters(at)}${row}`;
    places.set(column.name, cell);
    const read = isBlank(cells[at]) ? missing(column) : readCell(cells[at], column, readTime);
    if ('fault' in read) problems.push({ row, cell, ...read.fault });
    else if (read.value !== undefined) values[column.name] = read.value;
  }
  return { row, values, problems, cellOf: (name) => places.get(name) ?? `${row}:${row}` };
}

type Reading = { readonly value: unknown } | { readonly fault: Words };

const fault = (zh: string, en: string): Reading => ({ fault: { zh, en } });

function missing(column: Column): Reading {
  return column.required
    ? fault(`“${column.header}”为必填。`, `“${column.header}” must be filled in.`)
    : { value: undefined };
}

function readCell(cell: unknown, column: Column, readTime: (words: string) => number | undefined): Reading {
  if (cell !== null && typeof cell === 'object' && ('formula' in cell || 'sharedFormula' in cell)) {
    return fault('此处是公式，请改为数值或文字。', 'This is a formula; put its value here.');
  }
  if (cell !== null && typeof cell === 'object' && 'error' in cell) {
    return fault('此处是表格软件的错误值。', 'This is an error of the spreadsheet program.');
  }
  if (column.kind === 'moment') return readMoment(cell, readTime);
  const text = textOf(cell);
  switch (column.kind) {
    case 'text':
      return text === undefined ? fault('此处应为文字。', 'Text is needed here.') : { value: text };
    case 'number': {
      const value = typeof cell === 'number' ? cell : Number(text ?? Number.NaN);
      return Number.isFinite(value) ? { value } : fault('此处应为数字。', 'A number is needed here.');
    }
    case 'yesNo': {
      if (typeof cell === 'boolean') return { value: cell };
      if (text === '是') return { value: true };
      return text === '否' ? { value: false } : fault('此处应为“是”或“否”。', 'This is 是 (yes) or 否 (no).');
    }
  }
}

function readMoment(cell: unknown, readTime: (words: string) => number | undefined): Reading {
  // A date cell knows no zone: exceljs gives the wall clock as if it were UTC.
  const words = cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString().slice(0, 19) : textOf(cell);
  const at = words === undefined ? undefined : readTime(words.replaceAll('/', '-'));
  if (at !== undefined) return { value: new Date(at).toISOString() };
  return fault('此处应为日期时间，如 2026-07-01 08:00:00。', 'A date and time is needed, as 2026-07-01 08:00:00.');
}

/** The text of a cell; of rich text its runs, of a link what is shown. A number is text where text is wanted: telephones lose their quotes. */
function textOf(cell: unknown): string | undefined {
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return String(cell);
  if (cell === null || typeof cell !== 'object') return undefined;
  if ('richText' in cell && Array.isArray(cell.richText)) {
    return cell.richText
      .map((run: { readonly text?: unknown }) => String(run.text ?? ''))
      .join('')
      .trim();
  }
  return 'text' in cell && typeof cell.text === 'string' ? cell.text.trim() : undefined;
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** 1 → A, 27 → AA. */
function letters(column: number): string {
  let [left, name] = [column, ''];
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
    left = Math.floor((left - 1) / 26);
  }
  return name;
}
