import { inflateSync } from 'fflate';
import { most } from './opened.ts';
import { Unreadable } from './unreadable.ts';

/** Parts of a ZIP archive, found by its directory and unpacked when asked for. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** A part unpacked; undefined where there is none of that name. @throws Unreadable where it is damaged, locked or too large */
  part(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const damaged = () => new Unreadable('reader.damaged', { kind: 'zip' });

/** Reads the directory of an archive. @throws Unreadable where there is none or it does not hold together */
export function archiveOf(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder('utf-8');
  let at = view.getUint32(end + 16, true);
  if (count > most.parts) throw new Unreadable('reader.tooLarge', limits());
  for (let left = count; left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== LISTED) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return {
    names: new Set(entries.keys()),
    part(name) {
      const entry = entries.get(name);
      return entry === undefined ? undefined : unpack(bytes, view, entry);
    },
  };
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  { flags, method, crc, packed, unpacked, offset }: Entry,
): Uint8Array {
  if ((flags & 1) !== 0) throw new Unreadable('reader.locked', { kind: 'zip' });
  if (unpacked > most.unpacked) throw new Unreadable('reader.tooLarge', limits());
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged();
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length || (method !== 0 && method !== 8)) throw damaged();
  const raw = bytes.subarray(from, from + packed);
  const content = method === 0 ? raw : inflated(raw, unpacked);
  if (content.length !== unpacked || crc32(content) !== crc) throw damaged();
  return content;
}

/** Unpacks into a buffer of the size the directory tells: what would go beyond is never written. */
function inflated(raw: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(raw, { out: new Uint8Array(size) });
  } catch {
    throw damaged();
  }
}

function limits(): Readonly<Record<string, number>> {
  return { limit: most.unpacked / (1024 * 1024) };
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
