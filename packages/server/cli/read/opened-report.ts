import { open, stat } from 'node:fs/promises';
import { HuyingError } from '@huying/kit/error';
import type { Report } from '@huying/reader';
import type { Opened } from '@huying/reader/formats';

/** A file that was read as a report. */
export interface OpenedReport extends Opened {
  readonly file: string;
  readonly report: Report;
}

/** Opens a file as text; `-` is standard input. @throws import.fileMissing, reader.* */
export async function openFile(file: string): Promise<Opened> {
  const { most, openBytes, Unreadable } = await import('@huying/reader/formats');
  try {
    const bytes = file === '-' ? await input(most.bytes + 1) : await content(file, most.bytes);
    return await openBytes(bytes);
  } catch (error) {
    if (error instanceof Unreadable) throw new HuyingError(error.code, error.params);
    throw error;
  }
}

/** Opens a file and reads it. @throws import.fileMissing, reader.* */
export async function openReport(file: string): Promise<OpenedReport> {
  const [opened, { read }] = await Promise.all([openFile(file), import('@huying/reader')]);
  return { file, ...opened, report: read(opened.text) };
}

/** What is too large is not even fetched: one byte more than the limit tells the opener. */
async function content(file: string, limit: number): Promise<Uint8Array> {
  const missing = () => new HuyingError('import.fileMissing', { file });
  const about = await stat(file).catch(() => undefined);
  if (about === undefined || about.isDirectory()) throw missing();
  const handle = await open(file).catch(() => {
    throw missing();
  });
  try {
    if (about.size > limit) return new Uint8Array(limit + 1);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function input(limit: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of process.stdin as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length >= limit) break;
  }
  return Buffer.concat(pieces);
}
