import { createInflateRaw } from 'node:zlib';
import { HuyingError } from '@huying/kit/error';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 500;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly compressed: number;
  readonly offset: number;
}

/**
 * Makes sure that an archive unpacks to no more than `limit` bytes before anything reads it. What the archive says of its
 * sizes is not believed: every entry is unpacked and counted. Entries must follow one another without gap or overlap, so that a
 * reader who goes from front to back meets exactly what was counted here.
 * Throws exchange.workbook, and `tooLarge()` past the limit.
 */
export async function checkZip(bytes: Buffer, limit: number, tooLarge: () => HuyingError): Promise<void> {
  const { entries, start } = directoryOf(bytes);
  let [end, unpacked] = [0, 0];
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset !== end) throw broken('entries');
    const data = dataOf(bytes, entry);
    unpacked += await sizeOf(data, entry.method, limit - unpacked, tooLarge);
    end = descriptorEnd(bytes, entry, data.byteOffset - bytes.byteOffset + data.length);
  }
  if (end !== start) throw broken('entries');
}

function broken(what: string): HuyingError {
  return new HuyingError('exchange.workbook', { what });
}

function directoryOf(bytes: Buffer): { readonly entries: readonly ZipEntry[]; readonly start: number } {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END) throw broken('zip');
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  // 65535 and 0xffffffff stand for zip64, which a file of this size does not need.
  if (count === 0 || count > MOST_ENTRIES || start >= end) throw broken('zip');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw broken('directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
      name: bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return { entries, start };
}

/** The packed bytes of an entry, where its own header agrees with the directory. */
function dataOf(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset, name, method, flags, compressed } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw broken('entry');
  const nameLength = bytes.readUInt16LE(offset + 26);
  const from = offset + 30 + nameLength + bytes.readUInt16LE(offset + 28);
  const sameName = bytes.subarray(offset + 30, offset + 30 + nameLength).toString('utf8') === name;
  const described = (flags & 8) !== 0;
  const sameSize = described || bytes.readUInt32LE(offset + 18) === compressed;
  const encrypted = (flags & 1) !== 0;
  if (!sameName || !sameSize || encrypted || bytes.readUInt16LE(offset + 8) !== method) throw broken('entry');
  // A stored entry that does not say where it ends would be read to wherever a reader guesses.
  if ((method !== STORED && method !== DEFLATED) || (method === STORED && described)) throw broken('entry');
  if (from + compressed > bytes.length) throw broken('entry');
  return bytes.subarray(from, from + compressed);
}

/** Sizes may follow the data, with or without a signature. */
function descriptorEnd(bytes: Buffer, { flags }: ZipEntry, at: number): number {
  if ((flags & 8) === 0) return at;
  const signed = at + 4 <= bytes.length && bytes.readUInt32LE(at) === 0x08074b50;
  return at + (signed ? 16 : 12);
}

async function sizeOf(data: Buffer, method: number, left: number, tooLarge: () => HuyingError): Promise<number> {
  if (method === STORED) {
    if (data.length > left) throw tooLarge();
    return data.length;
  }
  const inflate = createInflateRaw();
  inflate.end(data);
  let size = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > left) throw tooLarge();
    }
  } catch (error) {
    if (error instanceof HuyingError) throw error;
    throw broken('deflate');
  }
  // The stream must end where the directory says: what follows would be read as something else.
  if (inflate.bytesWritten !== data.length) throw broken('entry');
  return size;
}
