import { inflateRawSync } from 'node:zlib';
import { HuyingError } from '@huying/kit/error';

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 500;
const STORED = 0;
const DEFLATED = 8;

/** Entries whose content stands side by side unpacked, by name. */
export type Parts = ReadonlyMap<string, Buffer>;

/**
 * Unpacks the wanted entries of an archive, to no more than `limit` bytes together: what the archive says of its sizes is not
 * believed. Throws exchange.workbook, and `tooLarge()` past the limit.
 */
export function unpackZip(
  bytes: Buffer,
  wanted: (name: string) => boolean,
  limit: number,
  tooLarge: () => HuyingError,
): Parts {
  const parts = new Map<string, Buffer>();
  let left = limit;
  for (const { name, data, method } of entriesOf(bytes)) {
    if (!wanted(name)) continue;
    // Of an entry that stands there twice one program shows the first and another the last.
    if (parts.has(name)) throw broken('entries');
    const content = method === STORED ? data : inflated(data, left, tooLarge);
    left -= content.length;
    if (left < 0) throw tooLarge();
    parts.set(name, content);
  }
  return parts;
}

function broken(what: string): HuyingError {
  return new HuyingError('exchange.workbook', { what });
}

function* entriesOf(
  bytes: Buffer,
): Generator<{ readonly name: string; readonly data: Buffer; readonly method: number }> {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || end + 22 > bytes.length) throw broken('zip');
  const count = bytes.readUInt16LE(end + 10);
  // 65535 stands for zip64, which a file of this size does not need.
  if (count === 0 || count > MOST_ENTRIES) throw broken('zip');
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw broken('directory');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    const method = bytes.readUInt16LE(at + 10);
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) !== 0;
    if (encrypted || (method !== STORED && method !== DEFLATED)) throw broken('entry');
    yield { name, method, data: dataAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)) };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function dataAt(bytes: Buffer, offset: number, size: number): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw broken('entry');
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + size > bytes.length) throw broken('entry');
  return bytes.subarray(from, from + size);
}

function inflated(data: Buffer, left: number, tooLarge: () => HuyingError): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    throw code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken('deflate');
  }
}
