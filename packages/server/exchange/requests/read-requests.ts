import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HuyingError } from '@huying/kit/error';
import { type CsvError, parse } from 'csv-parse';
import { type MappedRow, type RowProblem, rowMapper } from './foreign-request.ts';
import type { RequestMapping } from './mapping.ts';

/** A row of the file: its number as a spreadsheet shows it (the header is row 1), and the request or everything that is wrong with it. */
export type ReadRow = MappedRow & { readonly row: number };

/** No record of an honest file is longer; what one quotation mark left open would swallow ends here. */
const longestRecord = 16 * 1024 * 1024;

/**
 * Reads a foreign CSV (plain or gzip, told by its first bytes; UTF-8, with or without a byte order mark) row by row, in constant memory apart from the numbers
 * seen. A number that appears again is an error of the later row. A quotation mark that never closes is an error of its row, and nothing after it can be read.
 * @throws `import.fileMissing`, `import.encoding`, `import.unreadable` (broken gzip), `import.columns` (headers missing or twice).
 */
export async function* readRequests(file: string, mapping: RequestMapping): AsyncGenerator<ReadRow> {
  const map = rowMapper(mapping);
  const seen = new Map<string, number>();
  let broken: CsvError | undefined;
  const records = await recordsOf(file, mapping.file?.delimiter ?? ',', (error) => {
    broken ??= error;
  });
  let header: Header | undefined;
  let row = 0;
  try {
    for await (const record of records) {
      row++;
      if (!header) header = headerOf(record, mapping, file);
      else if (record.length > 1 || record[0] !== '')
        yield { row, ...mapRecord(record, header, map, seen, row, mapping) };
    }
  } catch (error) {
    throw isStreamError(error) ? new HuyingError('import.unreadable', { file, what: error.message }) : error;
  }
  if (!header) throw new HuyingError('import.columns', { file, columns: columnsOf(mapping).join(', ') });
  if (broken) yield { row: row + 1, problems: [brokenOff(broken)] };
}

interface Header {
  readonly width: number;
  readonly positions: ReadonlyMap<string, number>;
}

function mapRecord(
  record: readonly string[],
  header: Header,
  map: (cell: (column: string) => string) => MappedRow,
  seen: Map<string, number>,
  row: number,
  mapping: RequestMapping,
): MappedRow {
  if (record.length !== header.width) {
    const zh = `有 ${record.length} 列，应为 ${header.width} 列`;
    return { problems: [{ column: '', zh, en: `has ${record.length} column(s) instead of ${header.width}` }] };
  }
  const mapped = map((column) => record[header.positions.get(column) as number] ?? '');
  if ('problems' in mapped) return mapped;
  const { number } = mapped.request;
  const first = seen.get(number);
  if (first !== undefined) {
    const [zh, en] = [`编号 ${number} 与第 ${first} 行重复`, `number ${number} is that of row ${first} already`];
    return { problems: [{ column: mapping.columns.number, zh, en }] };
  }
  seen.set(number, row);
  return mapped;
}

function headerOf(record: readonly string[], mapping: RequestMapping, file: string): Header {
  const names = record.map((name) => name.trim());
  const columns = columnsOf(mapping);
  const wrong = columns.filter(
    (column) => names.indexOf(column) < 0 || names.indexOf(column) !== names.lastIndexOf(column),
  );
  if (wrong.length > 0) throw new HuyingError('import.columns', { file, columns: wrong.join(', ') });
  return { width: names.length, positions: new Map(columns.map((column) => [column, names.indexOf(column)])) };
}

function columnsOf(mapping: RequestMapping): string[] {
  return [...new Set(Object.values(mapping.columns).flat())];
}

function brokenOff({ code }: CsvError): RowProblem {
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? {
        column: '',
        zh: '引号没有配对，自此行起无法读取',
        en: 'a quotation mark never closes; nothing from here on can be read',
      }
    : { column: '', zh: `自此行起无法读取（${code}）`, en: `nothing from here on can be read (${code})` };
}

async function recordsOf(
  file: string,
  delimiter: string,
  onBroken: (error: CsvError | undefined) => void,
): Promise<AsyncIterable<string[]>> {
  // Skipping (rather than failing) keeps the records already parsed and not yet read.
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecord,
    skip_records_with_error: true,
    on_skip: (error) => {
      onBroken(error);
      return undefined;
    },
  });
  // The pipeline ends every stream with its error; the parser hands it to its reader.
  const ended = () => {};
  if (await isGzip(file)) pipeline(createReadStream(file), createGunzip(), utf8(file), parser, ended);
  else pipeline(createReadStream(file), utf8(file), parser, ended);
  return parser;
}

/** An error of the file system (`EISDIR`) or of zlib (`Z_DATA_ERROR`), not one of the program. */
function isStreamError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(E[A-Z]+|Z_\w+)$/.test(error.code)
  );
}

async function isGzip(file: string): Promise<boolean> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } catch {
    throw new HuyingError('import.fileMissing', { file });
  }
}

/** Decodes strictly: a file in GBK or another encoding is refused, not read as nonsense. */
function utf8(file: string): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  const decode = (bytes: Buffer | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
      read += bytes?.length ?? 0;
      done(null, text);
    } catch {
      done(new HuyingError('import.encoding', { file, position: read }));
    }
  };
  return new Transform({
    encoding: 'utf8',
    transform: (bytes: Buffer, _encoding, done) => decode(bytes, done),
    flush: (done) => decode(undefined, done),
  });
}
