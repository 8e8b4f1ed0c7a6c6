import { HuyingError } from '@huying/kit/error';
import ExcelJS from 'exceljs';
import { packZip } from './pack-zip.ts';
import { type Parts, unpackZip } from './unpack-zip.ts';

/** What one workbook may hold. */
export const MOST_ROWS = 5_000;
const MOST_CELLS = 200_000;
const MOST_MEGABYTES = 64;

/** A row as exceljs reads it: values by the number of their column, from 1. */
export interface SheetRow {
  readonly number: number;
  readonly values: readonly unknown[];
}

export function workbookTooLarge(): HuyingError {
  return new HuyingError('exchange.workbookTooLarge', { rows: MOST_ROWS, megabytes: MOST_MEGABYTES });
}

/**
 * The rows of a workbook's first sheet. Of the workbook only the cells, the shared strings and the number formats are read, after
 * they were unpacked and counted: merges, validations and drawings over a billion cells cannot keep anybody busy.
 * Throws exchange.workbook, .workbookTooLarge.
 */
export async function sheetRows(bytes: Buffer): Promise<readonly SheetRow[]> {
  const parts = unpackZip(
    bytes,
    (name) => (name.startsWith('xl/') && name.endsWith('.xml')) || name.endsWith('.rels'),
    MOST_MEGABYTES * 1_048_576,
    workbookTooLarge,
  );
  const book = new ExcelJS.Workbook();
  try {
    // exceljs names an ArrayBuffer here and takes any buffer.
    await book.xlsx.load(packZip(essentialParts(parts)) as unknown as ArrayBuffer);
  } catch (error) {
    if (error instanceof HuyingError) throw error;
    throw new HuyingError('exchange.workbook', { what: 'xml' });
  }
  const rows: SheetRow[] = [];
  book.worksheets[0]?.eachRow((row, number) => rows.push({ number, values: row.values as readonly unknown[] }));
  return rows;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';

/** A workbook of the first sheet's cells and nothing else. */
function essentialParts(parts: Parts): Parts {
  const text = (name: string) => parts.get(name)?.toString('utf8');
  const book = text('xl/workbook.xml');
  const cells = /<sheetData\b[^>]*(?:\/>|>[\s\S]*<\/sheetData>)/.exec(text(firstSheet(book, text)) ?? '')?.[0];
  if (book === undefined || cells === undefined) throw new HuyingError('exchange.workbook', { what: 'sheet' });
  if (count(cells, /<row[\s/>]/g) > MOST_ROWS * 2 || count(cells, /<c[\s/>]/g) > MOST_CELLS) throw workbookTooLarge();
  const since1904 = /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(book) ? '<workbookPr date1904="1"/>' : '';
  const essential = new Map<string, Buffer>(
    [
      [
        'xl/workbook.xml',
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${since1904}<sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ],
      [SHEET, `${XML}<worksheet xmlns="${MAIN}">${cells}</worksheet>`],
    ].map(([name, content]) => [name as string, Buffer.from(content as string, 'utf8')] as const),
  );
  for (const name of ['xl/styles.xml', 'xl/sharedStrings.xml']) {
    const part = parts.get(name);
    if (part !== undefined) essential.set(name, part);
  }
  return essential;
}

/** The part that holds the sheet shown first. */
function firstSheet(book: string | undefined, text: (name: string) => string | undefined): string {
  const id = /<sheet\b[^>]*\br:id="([^"]{1,50})"/.exec(book ?? '')?.[1];
  const relations = text('xl/_rels/workbook.xml.rels') ?? '';
  for (const [relation] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (/\bId="([^"]*)"/.exec(relation)?.[1] !== id) continue;
    const target = /\bTarget="([^"]*)"/.exec(relation)?.[1] ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }
  return SHEET;
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
