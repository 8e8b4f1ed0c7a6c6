import { commonShare } from './common-han.ts';
import { foreignFile, startsWith } from './foreign.ts';
import { Unreadable } from './unreadable.ts';

/** Bytes as text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** Bytes that mean nothing in that encoding, each U+FFFD in the text. */
  readonly replaced: number;
}

const marks: readonly (readonly [hex: string, encoding: string])[] = [
  ['efbbbf', 'utf-8'],
  ['84319533', 'gb18030'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];
/** Share of common characters below which a Chinese reading of the bytes is not believed. */
const BELIEVED = 0.25;
/** Share of characters that may be unreadable before the encoding counts as unknown. */
const TOLERATED = 0.02;
const SAMPLE = 0x10000;

/**
 * Decides an encoding by evidence: the byte order mark; else UTF-8 where the bytes are that; else UTF-16 where pairs of bytes are plain
 * characters; else GB18030 (which holds GBK and GB 2312) or Big5, whichever gives more of the characters that Chinese text consists of.
 * @param named  an encoding the file itself names; believed when its bytes agree
 * @throws Unreadable reader.encoding, reader.format (binary)
 */
export function decodeText(bytes: Uint8Array, named?: string): Decoded {
  if (startsWith(bytes, 'fffe0000') || startsWith(bytes, '0000feff')) throw new Unreadable('reader.encoding');
  const marked = marks.find(([hex]) => startsWith(bytes, hex));
  if (marked) return believed(decoded(bytes, marked[1]));
  const sample = bytes.subarray(0, SAMPLE);
  const wide = wideEncoding(sample);
  if (wide !== undefined) return believed(decoded(bytes, wide));
  if (named !== undefined) {
    const asNamed = strictly(bytes, named);
    if (asNamed && commonShare(asNamed.text) >= BELIEVED) return believed(asNamed);
  }
  const strict = strictly(bytes, 'utf-8');
  if (strict) return believed(strict);
  return believed(best(bytes));
}

function best(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE);
  const scored = ['utf-8', 'gb18030', 'big5'].map((encoding) => {
    const { text, replaced } = decoded(sample, encoding);
    const beyond = [...text].filter((character) => character > '\u007f').length;
    return { encoding, score: commonShare(text) - replaced / Math.max(beyond, 1) };
  });
  const winner = scored.reduce((first, second) => (second.score > first.score ? second : first));
  if (winner.score >= BELIEVED) return decoded(bytes, winner.encoding);
  const high = sample.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  // A text in a Western language has few bytes beyond ASCII: quotes, dashes, accents.
  if (high <= sample.length * 0.1) return decoded(bytes, 'windows-1252');
  const looksBinary = controls(decoded(sample, 'gb18030').text) > sample.length * 0.005;
  throw looksBinary ? foreignFile('binary') : new Unreadable('reader.encoding');
}

/** Pairs of bytes that are plain Chinese or Latin characters in one order, in nearly all the sample. */
function wideEncoding(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (sample.length < 4) return undefined;
  const pairs = sample.length >> 1;
  let little = 0;
  let big = 0;
  let zeros = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const first = sample[at] ?? 0;
    const second = sample[at + 1] ?? 0;
    if (first === 0 || second === 0) zeros += 1;
    if (isPlain((second << 8) | first)) little += 1;
    if (isPlain((first << 8) | second)) big += 1;
  }
  const most = Math.max(little, big);
  if (most < pairs * 0.95 || Math.abs(little - big) < pairs * 0.05) return undefined;
  const encoding = little > big ? 'utf-16le' : 'utf-16be';
  // Without a zero byte (a line break, a digit) only the words themselves can tell UTF-16 from GBK.
  if (zeros > 0) return encoding;
  const share = (name: string) => commonShare(decoded(sample, name).text);
  const asBytes = strictly(sample, 'utf-8') ? 1 : Math.max(share('gb18030'), share('big5'));
  return share(encoding) > Math.max(asBytes, BELIEVED) ? encoding : undefined;
}

function isPlain(unit: number): boolean {
  return (
    unit === 9 ||
    unit === 10 ||
    unit === 13 ||
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x2010 && unit < 0x2040) ||
    (unit >= 0x3000 && unit < 0x3020) ||
    (unit >= 0x4e00 && unit < 0xa000) ||
    (unit >= 0xff01 && unit < 0xff5f)
  );
}

/** The text where all bytes agree with the encoding, but for a last character cut in two. */
function strictly(bytes: Uint8Array, encoding: string): Decoded | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    const text = decoder.decode(bytes, { stream: true });
    const isCut = endsInside(decoder);
    return { text: isCut ? `${text}\ufffd` : text, encoding: decoder.encoding, replaced: isCut ? 1 : 0 };
  } catch {
    return undefined;
  }
}

/** Whether the last character decoded is still waiting for its other bytes. */
function endsInside(decoder: TextDecoder): boolean {
  try {
    decoder.decode();
    return false;
  } catch {
    return true;
  }
}

function decoded(bytes: Uint8Array, encoding: string): Decoded {
  // In UTF-8 the mark is a character of the text, for programs that read UTF-8 count it; in UTF-16 it belongs to the encoding.
  const decoder = new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' });
  const text = decoder.decode(bytes);
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) replaced += 1;
  return { text, encoding: decoder.encoding, replaced };
}

function believed(one: Decoded): Decoded {
  const { text, replaced } = one;
  const size = Math.max(text.length, 1);
  if (controls(text.slice(0, SAMPLE)) > Math.max(Math.min(size, SAMPLE) * 0.005, 3)) throw foreignFile('binary');
  if (replaced > Math.max(size * TOLERATED, 2)) throw new Unreadable('reader.encoding');
  return one;
}

/** Control characters that no text has. */
function controls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 0x7f) count += 1;
  }
  return count;
}
