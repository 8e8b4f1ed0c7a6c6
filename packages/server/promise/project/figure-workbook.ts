import type { Locale } from '@huying/kit/error';
import ExcelJS from 'exceljs';
import { type Cell, columnLetters, isBlank } from './figure-cell.ts';
import type { Entry, Sheet, SheetLine } from './figure-schema.ts';

/** Columns of the sheet as a workbook. A workbook is read by its headings, in either language and in any order. */
const columns = [
  { name: 'number', zh: '目标编号', en: 'Number', width: 18 },
  { name: 'title', zh: '目标任务', en: 'Promise', width: 34 },
  { name: 'label', zh: '指标', en: 'Figure', width: 26 },
  { name: 'indicator', zh: '指标代码', en: 'Code', width: 14 },
  { name: 'unit', zh: '单位', en: 'Unit', width: 10 },
  { name: 'lastYear', zh: '上年同期', en: 'A year ago', width: 14 },
  { name: 'lastMonth', zh: '上月', en: 'Last month', width: 14 },
  { name: 'value', zh: '本月值', en: 'This month', width: 14 },
  { name: 'growth', zh: '同比（%）', en: 'Growth (%)', width: 12 },
  { name: 'standing', zh: '性质', en: 'Standing', width: 10 },
  { name: 'reason', zh: '更正理由', en: 'Reason', width: 24 },
  { name: 'explanation', zh: '数据说明', en: 'Explanation', width: 30 },
] as const;

type ColumnName = (typeof columns)[number]['name'];

/** What the reader fills in. */
const filled: readonly ColumnName[] = ['value', 'growth', 'standing', 'reason', 'explanation'];

const standings = { provisional: { zh: '初步', en: 'provisional' }, final: { zh: '核定', en: 'final' } } as const;

/** The sheet of a month to be filled in elsewhere: what the reader may enter, with what is there. */
export async function figureTemplate(sheet: Sheet, locale: Locale): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const tab = book.addWorksheet(sheet.month, { views: [{ state: 'frozen', xSplit: 3, ySplit: 1 }] });
  tab.columns = columns.map(({ width }) => ({ width }));
  tab.addRow(columns.map((column) => column[locale])).font = { bold: true };
  for (const line of sheet.lines.filter(({ may }) => may)) {
    const row = tab.addRow(columns.map(({ name }) => cellOf(line, name, locale)));
    for (const [at, { name }] of columns.entries()) {
      const cell = row.getCell(at + 1);
      if (name === 'value' || name === 'lastYear' || name === 'lastMonth') cell.numFmt = numberFormat(line.decimals);
      if (filled.includes(name)) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFBE6' } };
    }
  }
  const at = columns.findIndex(({ name }) => name === 'standing') + 1;
  for (let row = 2; row <= tab.rowCount; row++) {
    tab.getCell(row, at).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${standings.provisional[locale]},${standings.final[locale]}"`],
    };
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

function cellOf(line: SheetLine, name: ColumnName, locale: Locale): string | number | null {
  switch (name) {
    case 'number':
    case 'title':
    case 'label':
    case 'indicator':
    case 'unit':
      return line[name];
    case 'lastYear':
    case 'lastMonth':
      return line[name]?.value ?? null;
    case 'value':
      return line.now?.value ?? null;
    case 'growth':
      return line.now?.growth ?? null;
    case 'standing':
      return line.now === null ? null : standings[line.now.standing][locale];
    case 'reason':
    case 'explanation':
      return null;
    default:
      return name satisfies never;
  }
}

/** What is wrong with a cell of a workbook. `path` is `/H12`. */
export interface CellFault {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** Entries read from a sheet's rows, each with the addresses of its cells, and what could not be read. */
export interface FigureRows {
  readonly entries: readonly Entry[];
  /** By entry: the address of each property. */
  readonly cells: readonly Readonly<Record<string, string>>[];
  readonly faults: readonly CellFault[];
}

/** @param rows  as on the sheet, the heading among them; the first has number 1 */
export function readFigureRows(rows: readonly (readonly Cell[])[], lines: readonly SheetLine[]): FigureRows {
  const headAt = rows.findIndex((row) => row.some((cell) => isHeading(cell, 'value')));
  const head = rows[headAt];
  if (head === undefined) return { entries: [], cells: [], faults: [missing('value')] };
  const places = new Map(columns.map(({ name }) => [name, head.findIndex((cell) => isHeading(cell, name))]));
  const wanting = (['number', 'indicator', 'value'] as const).filter((name) => (places.get(name) ?? -1) < 0);
  if (wanting.length > 0) return { entries: [], cells: [], faults: wanting.map(missing) };
  const known = new Map(lines.map((line) => [`${line.number} ${line.indicator}`, line]));
  const entries: Entry[] = [];
  const cells: Record<string, string>[] = [];
  const faults: CellFault[] = [];
  rows.forEach((row, at) => {
    if (at <= headAt || row.every(isBlank)) return;
    const read = (name: ColumnName): Cell => row[places.get(name) ?? -1] ?? null;
    const address = (name: ColumnName) => `${columnLetters((places.get(name) ?? 0) + 1)}${at + 1}`;
    if (isBlank(read('value')) && isBlank(read('growth'))) return;
    const line = known.get(`${textOf(read('number'))} ${textOf(read('indicator'))}`);
    if (line === undefined) {
      faults.push({
        path: `/${address('indicator')}`,
        zh: '没有这项指标，或不由本单位填报。',
        en: 'There is no such figure, or it is not asked of your unit.',
      });
      return;
    }
    const standing = standingIn(read('standing'));
    if (standing === 'unknown') {
      faults.push({
        path: `/${address('standing')}`,
        zh: '此处应为“初步”或“核定”。',
        en: 'This is 初步 (provisional) or 核定 (final).',
      });
      return;
    }
    const said = (name: 'reason' | 'explanation', most: number) => {
      const text = textOf(read(name)).slice(0, most);
      return text === '' ? {} : { [name]: text };
    };
    entries.push({
      promise: line.promise,
      indicator: line.indicator,
      value: shortened(read('value')),
      growth: shortened(read('growth')),
      ...(standing === null ? {} : { standing }),
      ...said('reason', 400),
      ...said('explanation', 1000),
    });
    cells.push(
      Object.fromEntries(
        (['value', 'growth', 'standing', 'reason', 'indicator'] as const).map((name) => [name, address(name)]),
      ),
    );
  });
  return { entries, cells, faults };
}

function missing(name: ColumnName): CellFault {
  const column = columns.find((one) => one.name === name);
  return { path: '/A1', zh: `缺少“${column?.zh ?? name}”列。`, en: `The column “${column?.en ?? name}” is missing.` };
}

function isHeading(cell: Cell, name: ColumnName): boolean {
  const column = columns.find((one) => one.name === name);
  const text = textOf(cell).replaceAll('(', '（').replaceAll(')', '）').replaceAll(' ', '');
  return (
    column !== undefined &&
    [column.zh, column.en].some((one) => one.replaceAll('(', '（').replaceAll(')', '）').replaceAll(' ', '') === text)
  );
}

function standingIn(cell: Cell): 'provisional' | 'final' | 'unknown' | null {
  const text = textOf(cell).toLowerCase();
  if (text === '') return null;
  for (const name of ['provisional', 'final'] as const) {
    if (text === standings[name].zh || text === standings[name].en || text === `${standings[name].zh}值`) return name;
  }
  return 'unknown';
}

function textOf(cell: Cell): string {
  return cell === null ? '' : String(cell).trim();
}

function shortened(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.slice(0, 60) : cell;
}
