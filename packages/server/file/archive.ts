import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { HuyingError } from '@huying/kit/error';
import type { FileSettings } from './file-settings.ts';

interface Part {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** A part packed better than this is not text a person wrote; a whole of less than a megabyte is let be. */
const bestRatio = 250;

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;

/** Whether a file begins like a ZIP archive, as docx and xlsx do. */
export async function isArchive(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const start = Buffer.alloc(4);
    await file.read(start, 0, 4, 0);
    return start.readUInt32LE(0) === localMark;
  } finally {
    await file.close();
  }
}

/**
 * Refuses an archive that would unpack to too much, says one size and holds another, lays parts over one another, hides them (encryption, 64-bit sizes)
 * or names them with a path out. Every part is unpacked once, into nothing, in constant memory: what the directory says is not believed.
 * @throws file.bomb, file.damaged
 */
export async function requireSoundArchive(path: string, settings: FileSettings): Promise<void> {
  const file = await open(path);
  try {
    const parts = await directoryOf(file, settings);
    requireModest(parts, settings);
    let end = 0;
    for (const part of parts.toSorted((a, b) => a.offset - b.offset)) {
      if (part.offset < end) throw new HuyingError('file.bomb');
      const start = await dataStart(file, part);
      end = start + part.packed;
      await requireHonest(path, part, start);
    }
  } catch (error) {
    if (error instanceof RangeError) throw new HuyingError('file.damaged');
    throw error;
  } finally {
    await file.close();
  }
}

function requireModest(parts: readonly Part[], settings: FileSettings): void {
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
  const packed = parts.reduce((sum, part) => sum + part.packed, 0);
  const odd = parts.some(
    (part) =>
      (part.method !== 0 && part.method !== 8) ||
      (part.flags & 1) !== 0 ||
      part.unpacked === 0xffffffff ||
      part.packed === 0xffffffff ||
      /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(part.name),
  );
  const tooMuch = unpacked > settings.maxUnpackedBytes || (unpacked > 1024 * 1024 && unpacked > packed * bestRatio);
  if (odd || tooMuch || new Set(parts.map((part) => part.name)).size < parts.length) throw new HuyingError('file.bomb');
}

async function directoryOf(file: FileHandle, settings: FileSettings): Promise<Part[]> {
  const { size } = await file.stat();
  // The end record is 22 bytes and a comment of up to 65,535.
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || tail.readUInt32LE(end) !== endMark) throw new HuyingError('file.damaged');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (count === 0xffff || count > settings.maxParts || count !== tail.readUInt16LE(end + 8))
    throw new HuyingError('file.bomb');
  if (start + length > size) throw new HuyingError('file.damaged');
  const directory = await bytesAt(file, start, length);
  const parts: Part[] = [];
  for (let at = 0; parts.length < count; ) {
    if (directory.readUInt32LE(at) !== directoryMark) throw new HuyingError('file.damaged');
    const nameLength = directory.readUInt16LE(at + 28);
    parts.push({
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return parts;
}

async function dataStart(file: FileHandle, part: Part): Promise<number> {
  const header = await bytesAt(file, part.offset, 30);
  if (header.readUInt32LE(0) !== localMark) throw new HuyingError('file.damaged');
  return part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function requireHonest(path: string, part: Part, start: number): Promise<void> {
  if (part.method === 0) {
    if (part.packed !== part.unpacked) throw new HuyingError('file.bomb');
    return;
  }
  if (part.packed === 0) throw new HuyingError('file.damaged');
  let unpacked = 0;
  const counter = new Writable({
    write(chunk: Buffer, _, done) {
      unpacked += chunk.length;
      done(unpacked > part.unpacked ? new HuyingError('file.bomb') : null);
    },
  });
  try {
    await pipeline(createReadStream(path, { start, end: start + part.packed - 1 }), createInflateRaw(), counter);
  } catch (error) {
    if (error instanceof HuyingError) throw error;
    throw new HuyingError('file.damaged');
  }
  if (unpacked !== part.unpacked) throw new HuyingError('file.bomb');
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new HuyingError('file.damaged');
  return bytes;
}
