import { type ForeignKind, foreignFile, startsWith } from './foreign.ts';
import { Unreadable } from './unreadable.ts';

/** Streams by which a compound file (the container of Office before 2007) tells what it holds. */
const streams: readonly (readonly [string, ForeignKind])[] = [
  ['WordDocument', 'doc'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['PowerPoint Document', 'ppt'],
];
const ENTRY = 128;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'd0cf11e0a1b11ae1');
}

/** The refusal of a compound file: locked where it wraps an encrypted document of today, else named by its program. */
export function compoundFile(bytes: Uint8Array): Unreadable {
  const names = entryNames(bytes);
  if (names.has('EncryptedPackage')) return new Unreadable('reader.locked', { kind: 'docx' });
  const found = streams.find(([name]) => names.has(name));
  return foreignFile(found?.[1] ?? 'compound');
}

/** Names of directory entries, which lie at multiples of 128 bytes wherever the directory is. */
function entryNames(bytes: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    const length = view.getUint16(at + 64, true);
    const type = view.getUint8(at + 66);
    if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2)) continue;
    let name = '';
    for (let unit = 0; unit < length - 2; unit += 2) name += String.fromCharCode(view.getUint16(at + unit, true));
    names.add(name);
  }
  return names;
}
