import {
  type Block,
  chineseDate,
  type Ground,
  numbered,
  type OfficialDocument,
  type Table,
} from '@huying/kit/document';
import ExcelJS from 'exceljs';
import { officeFaces } from './typefaces.ts';

const THIN = { style: 'thin' } as const;
const BOX = { top: THIN, bottom: THIN, left: THIN, right: THIN };

/** Where a cell's ground is found: in words for whoever reads the workbook away from the program. */
const GROUNDS: Readonly<Record<Ground['kind'], string>> = {
  promise: '目标任务',
  indicator: '指标',
  observation: '指标值',
  evidence: '佐证',
  revision: '调整',
  evaluation: '测评',
  case: '督查事项',
  clause: '报告原文',
  unit: '单位',
  bulletin: '通报',
};

/** The document as a workbook: its words on the first sheet, each table on one of its own with numbers to reckon with, and what each cell rests on. */
export async function xlsxOf(document: OfficialDocument): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.title = document.title.replaceAll('\n', '');
  const tables = tablesIn(document);
  const names = namesOf(tables);
  writeWords(book, document, names);
  for (const table of tables) writeTable(book, table, names.get(table) ?? table.id);
  writeGrounds(book, tables, names);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function tablesIn({ body, annexes }: OfficialDocument): readonly Table[] {
  return [...body, ...annexes.flatMap((annex) => annex.body)].flatMap((block) =>
    block.block === 'table' ? [block.table] : [],
  );
}

/** Names of sheets: short, unique, without what Excel refuses. */
function namesOf(tables: readonly Table[]): ReadonlyMap<Table, string> {
  const taken = new Set(['正文', '依据']);
  return new Map(
    tables.map((table) => {
      const plain = (table.caption ?? table.id).replaceAll(/[\\/?*[\]:：]/g, ' ').slice(0, 25);
      let name = plain;
      for (let n = 2; taken.has(name); n += 1) name = `${plain} ${n}`;
      taken.add(name);
      return [table, name] as const;
    }),
  );
}

function writeWords(book: ExcelJS.Workbook, document: OfficialDocument, names: ReadonlyMap<Table, string>): void {
  const sheet = book.addWorksheet('正文', { pageSetup: page(false) });
  sheet.columns = [{ width: 88 }];
  const line = (words: string, style: { size?: number; bold?: boolean; centre?: boolean } = {}) => {
    const cell = sheet.addRow([words]).getCell(1);
    cell.font = { name: style.bold === true ? officeFaces.heading : officeFaces.body, size: style.size ?? 14 };
    cell.alignment = {
      wrapText: true,
      vertical: 'top',
      ...(style.centre === true ? { horizontal: 'center' as const } : {}),
    };
  };
  if (document.draft) line('送审稿，未经签发', { size: 10 });
  if (document.head !== null) line(document.head.issuer, { size: 22, bold: true, centre: true });
  if (document.number !== null) line(document.number, { centre: true });
  line(document.title.replaceAll('\n', ''), { size: 18, bold: true, centre: true });
  if (document.under !== null) line(document.under, { size: 11, centre: true });
  if (document.recipients.length > 0) line(`${document.recipients.join('，')}：`);
  writeBlocks(document.body, names, line);
  document.annexes.forEach(({ title, body }, at) => {
    line(`附件${document.annexes.length === 1 ? '' : at + 1}　${title.replaceAll('\n', '')}`, { bold: true });
    writeBlocks(body, names, line);
  });
  if (document.signature !== null) line(`${document.signature.unit}　${chineseDate(document.signature.day)}`);
}

function writeBlocks(
  blocks: readonly Block[],
  names: ReadonlyMap<Table, string>,
  line: (words: string, style?: { size?: number; bold?: boolean }) => void,
): void {
  for (const block of numbered(blocks)) {
    if (block.block === 'heading') line(`${block.number}${block.words}`, { bold: true });
    else if (block.block === 'paragraph') line(`　　${block.runs.map(({ words }) => words).join('')}`);
    else if (block.block === 'note') line(block.words, { size: 11 });
    else line(`（见工作表“${names.get(block.table) ?? ''}”）`, { size: 11 });
  }
}

function writeTable(book: ExcelJS.Workbook, table: Table, name: string): void {
  const many = table.columns.length;
  const sheet = book.addWorksheet(name, { pageSetup: page(table.wide) });
  const whole = table.wide ? 130 : 88;
  const parts = table.columns.reduce((sum, { width }) => sum + width, 0);
  sheet.columns = table.columns.map(({ width }) => ({ width: Math.max(6, (whole * width) / parts) }));
  const across = (words: string, font: Partial<ExcelJS.Font>, horizontal: 'center' | 'right' | 'left') => {
    const row = sheet.addRow([words]);
    sheet.mergeCells(row.number, 1, row.number, many);
    row.getCell(1).font = font;
    row.getCell(1).alignment = { horizontal, vertical: 'middle', wrapText: true };
    return row.number;
  };
  across(table.caption ?? name, { name: officeFaces.title, size: 16 }, 'center');
  if (table.unit !== null) across(table.unit, { name: officeFaces.body, size: 10 }, 'right');
  const headed = writeHead(sheet, table);
  for (const { kind, cells } of table.rows) {
    const row = sheet.addRow(cells.map(({ words, value }) => value ?? words));
    if (kind === 'band') sheet.mergeCells(row.number, 1, row.number, many);
    for (let at = 0; at < many; at += 1) {
      const cell = row.getCell(at + 1);
      const content = cells[at];
      cell.border = BOX;
      cell.font = { name: kind === 'plain' ? officeFaces.body : officeFaces.heading, size: 10.5 };
      const horizontal = kind === 'band' ? ('left' as const) : (table.columns[at]?.align ?? 'left');
      cell.alignment = { horizontal, vertical: 'middle', wrapText: true };
      if (content !== undefined && content.value !== null) cell.numFmt = formatOf(content.words, content.decimals);
    }
  }
  for (const words of table.notes) across(`注：${words}`, { name: officeFaces.body, size: 10 }, 'left');
  sheet.views = [{ state: 'frozen', ySplit: headed.last, xSplit: 0 }];
  sheet.pageSetup.printTitlesRow = `${headed.first}:${headed.last}`;
  sheet.headerFooter.oddFooter = '&R— &P —';
  sheet.headerFooter.evenFooter = '&L— &P —';
  sheet.headerFooter.differentOddEven = true;
}

/** A percentage keeps its sign as text of the format: the number stays what is printed. */
function formatOf(words: string, decimals: number): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  return words.endsWith('%') ? `${digits}"%"` : digits;
}

function writeHead(sheet: ExcelJS.Worksheet, { columns }: Table): { first: number; last: number } {
  const tiers = columns.some(({ over }) => over !== null);
  const upper = sheet.addRow(columns.map(({ over, label }) => over ?? label));
  const lower = tiers ? sheet.addRow(columns.map(({ label }) => label)) : upper;
  columns.forEach(({ over }, at) => {
    for (const row of tiers ? [upper, lower] : [upper]) {
      const cell = row.getCell(at + 1);
      cell.border = BOX;
      cell.font = { name: officeFaces.heading, size: 10.5 };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    }
    if (!tiers) return;
    if (over === null) sheet.mergeCells(upper.number, at + 1, lower.number, at + 1);
    else if (columns[at - 1]?.over !== over) {
      let last = at;
      while (columns[last + 1]?.over === over) last += 1;
      if (last > at) sheet.mergeCells(upper.number, at + 1, upper.number, last + 1);
    }
  });
  return { first: upper.number, last: lower.number };
}

function writeGrounds(book: ExcelJS.Workbook, tables: readonly Table[], names: ReadonlyMap<Table, string>): void {
  const sheet = book.addWorksheet('依据', { views: [{ state: 'frozen', ySplit: 1, xSplit: 0 }] });
  sheet.columns = [20, 12, 16, 24, 12, 40, 40].map((width) => ({ width }));
  sheet.addRow(['表', '行', '列', '内容', '依据', '编号', '所属目标任务']).font = {
    name: officeFaces.heading,
    size: 10.5,
  };
  for (const table of tables) {
    table.rows.forEach(({ cells }, at) => {
      cells.forEach(({ words, grounds }, column) => {
        for (const { kind, id, of } of grounds) {
          const label = table.columns[column]?.label ?? '';
          sheet.addRow([names.get(table), at + 1, label, words.slice(0, 120), GROUNDS[kind], id, of ?? '']);
        }
      });
    });
  }
}

function page(wide: boolean): Partial<ExcelJS.PageSetup> {
  const inch = (mm: number) => mm / 25.4;
  const margins = wide
    ? { top: inch(28), left: inch(35), right: inch(37), bottom: inch(26), header: inch(15), footer: inch(15) }
    : { top: inch(37), left: inch(28), right: inch(26), bottom: inch(35), header: inch(20), footer: inch(25) };
  return {
    paperSize: 9,
    orientation: wide ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins,
  };
}
