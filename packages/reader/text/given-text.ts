import type { Span } from '../report.ts';
import type { Passage } from './passage.ts';

/** The text as given, and the way from its UTF-16 indices to code points. A lone surrogate is one code point. */
export interface GivenText {
  readonly text: string;
  /** Code points before the UTF-16 index. */
  codePoint(utf16: number): number;
  /** Length in code points. */
  readonly length: number;
}

/** Pairs are counted at the start of every stretch of this many units, so that an index costs one short walk. */
const stretch = 64;

export function givenText(text: string): GivenText {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return { text, codePoint: (utf16) => utf16, length: text.length };
  const pairsBefore = new Uint32Array(Math.floor(text.length / stretch) + 1);
  let pairs = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at % stretch === 0) pairsBefore[at / stretch] = pairs;
    if (endsPair(text, at)) pairs += 1;
  }
  if (text.length % stretch === 0) pairsBefore[text.length / stretch] = pairs;
  const codePoint = (utf16: number): number => {
    const index = Math.min(utf16, text.length);
    let at = Math.floor(index / stretch);
    let before = pairsBefore[at] ?? 0;
    for (at *= stretch; at < index; at += 1) if (endsPair(text, at)) before += 1;
    return index - before;
  };
  return { text, codePoint, length: text.length - pairs };
}

/** Where the part of a passage lies in the text as given, in code points: from the place of its first character to behind its last. */
export function spanOf(given: GivenText, passage: Passage, from = 0, to = passage.text.length): Span {
  const { start, end } = unitsOf(given, passage, from, to);
  return { start: given.codePoint(start), end: given.codePoint(end) };
}

/** The words of the text as given over which the part of a passage lies, noise included. */
export function quoteOf(given: GivenText, passage: Passage, from: number, to: number): string {
  const { start, end } = unitsOf(given, passage, from, to);
  return given.text.slice(start, end);
}

function unitsOf(given: GivenText, { places }: Passage, from: number, to: number): { start: number; end: number } {
  if (from >= to || from >= places.length) {
    const after = places[from] ?? (places.length > 0 ? endOf(given.text, places[places.length - 1] ?? 0) : 0);
    return { start: after, end: after };
  }
  const first = places[Math.max(0, from)] ?? 0;
  const start = endsPair(given.text, first) ? first - 1 : first;
  return { start, end: endOf(given.text, places[Math.min(to, places.length) - 1] ?? first) };
}

function endOf(text: string, at: number): number {
  return endsPair(text, at + 1) ? at + 2 : at + 1;
}

function endsPair(text: string, at: number): boolean {
  if (at < 1 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 0xdc00 || unit > 0xdfff) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
