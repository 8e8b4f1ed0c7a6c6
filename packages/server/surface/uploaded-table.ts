import { HuyingError } from '@huying/kit/error';
import { parse } from 'csv-parse/sync';
import type { FastifyRequest } from 'fastify';
import { sheetRows } from '../exchange/index.ts';

const MOST_BYTES = 10 * 1024 * 1024;

/**
 * The table in an upload, its cells as texts: the first sheet of a workbook, or a csv in UTF-8. Dates of a workbook are told as days.
 * Throws request.mediaType, file.empty, file.tooLarge, vote.csv, exchange.workbook*.
 */
export async function uploadedTable(request: FastifyRequest): Promise<string[][]> {
  if (!request.isMultipart()) throw new HuyingError('request.mediaType', { expected: 'multipart/form-data' });
  const part = await request.file({ limits: { fileSize: MOST_BYTES } });
  if (part === undefined) throw new HuyingError('file.empty');
  const bytes = await part.toBuffer().catch(() => {
    throw new HuyingError('file.tooLarge', { limit: MOST_BYTES / 1024 / 1024 });
  });
  if (bytes.length === 0) throw new HuyingError('file.empty');
  // A workbook is an archive, and begins as one.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const rows = await sheetRows(bytes);
    const table: string[][] = [];
    for (const { number, values } of rows) {
      while (table.length < number - 1) table.push([]);
      table.push(Array.from({ length: Math.max(0, values.length - 1) }, (_, at) => textOf(values[at + 1])));
    }
    return table.length === 0 ? [[]] : table;
  }
  try {
    const table = parse(bytes, { bom: true, relax_column_count: true, skip_empty_lines: false }) as string[][];
    return table.length === 0 ? [[]] : table;
  } catch {
    throw new HuyingError('vote.csv');
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell !== 'object') return String(cell).trim();
  if ('richText' in cell && Array.isArray(cell.richText)) {
    return cell.richText
      .map((run: { readonly text?: unknown }) => String(run.text ?? ''))
      .join('')
      .trim();
  }
  if ('text' in cell) return textOf(cell.text);
  // A formula is told by what it shows; checks follow in any case.
  return 'result' in cell ? textOf(cell.result) : '';
}
