import type { Copy } from './copy.ts';
import { isDigit, isHan, isLatin, isWhite } from './letter.ts';

/** A number printed before a heading, an item or an entry. */
export interface Mark {
  /** Marks of one style count on from one another: `一、`, `（一）`, `第一章`, `1.`, `（1）`, `①`. */
  readonly style: 'han' | 'hanInParentheses' | 'part' | 'digit' | 'digitInParentheses' | 'circled';
  readonly no: number;
  /** Index behind the mark. */
  readonly end: number;
}

const figures = '零一二三四五六七八九十';
const value = new Uint8Array(0x10000);
for (let at = 1; at < figures.length; at += 1) value[figures.charCodeAt(at)] = at;

const ten = 10;
const parts = new Set([...'章节篇部条'].map((character) => character.charCodeAt(0)));

/** The mark that begins at `at`, up to 99; white space inside it is passed over. */
export function markAt({ codes }: Copy, at: number, end: number): Mark | undefined {
  const first = codes[at] ?? 0;
  if (value[first] !== 0) {
    const number = hanNumber(codes, at, end);
    const behind = codes[number.end] ?? 0;
    if (number.end >= end || (behind !== 0x3001 && behind !== 0x2e && behind !== 0xff0c)) return undefined;
    return { style: 'han', no: number.no, end: number.end + 1 };
  }
  if (first === 0xff08) {
    const from = skipWhite(codes, at + 1, end);
    const isHanNumber = value[codes[from] ?? 0] !== 0;
    const number = isHanNumber ? hanNumber(codes, from, end) : digits(codes, from, end);
    const close = skipWhite(codes, number.end, end);
    if (number.no === 0 || close >= end || codes[close] !== 0xff09) return undefined;
    return { style: isHanNumber ? 'hanInParentheses' : 'digitInParentheses', no: number.no, end: close + 1 };
  }
  if (isDigit(first)) {
    const number = digits(codes, at, end);
    const behind = codes[number.end] ?? 0;
    if (number.no === 0 || number.end >= end) return undefined;
    if (behind !== 0x2e && behind !== 0x3001 && behind !== 0xff09) return undefined;
    if (isDigit(codes[number.end + 1] ?? 0) && behind !== 0xff09) return undefined;
    return { style: behind === 0xff09 ? 'digitInParentheses' : 'digit', no: number.no, end: number.end + 1 };
  }
  if (first >= 0x2460 && first <= 0x2473) return { style: 'circled', no: first - 0x245f, end: at + 1 };
  if (first >= 0x2474 && first <= 0x2487) return { style: 'digitInParentheses', no: first - 0x2473, end: at + 1 };
  if (first >= 0x2488 && first <= 0x249b) return { style: 'digit', no: first - 0x2487, end: at + 1 };
  if (first >= 0x3220 && first <= 0x3229) return { style: 'hanInParentheses', no: first - 0x321f, end: at + 1 };
  if (first === 0x7b2c && value[codes[at + 1] ?? 0] !== 0) {
    const number = hanNumber(codes, at + 1, end);
    return number.end < end && parts.has(codes[number.end] ?? 0)
      ? { style: 'part', no: number.no, end: number.end + 1 }
      : undefined;
  }
  return undefined;
}

/** Whether a paragraph opens at `at` by what it says alone: a mark, a dash, a salutation, an appendix. */
export function opensParagraph(copy: Copy, at: number, end: number): boolean {
  if (markAt(copy, at, end) !== undefined) return true;
  const { codes } = copy;
  return startsWith(codes, at, end, '——') || startsWith(codes, at, end, '各位代表') || opensAppendix(codes, at, end);
}

/** 附件1, 附件：, 附表 … with nothing of a sentence behind it. */
export function opensAppendix(codes: Uint16Array, at: number, end: number): boolean {
  if (!startsWith(codes, at, end, '附件') && !startsWith(codes, at, end, '附表')) return false;
  const next = skipWhite(codes, at + 2, end);
  const code = codes[next] ?? 0;
  return next >= end || isDigit(code) || value[code] !== 0 || code === 0xff1a;
}

export function startsWith(codes: Uint16Array, at: number, end: number, word: string): boolean {
  if (at + word.length > end) return false;
  for (let index = 0; index < word.length; index += 1) if (codes[at + index] !== word.charCodeAt(index)) return false;
  return true;
}

export function skipWhite(codes: Uint16Array, at: number, end: number): number {
  let index = at;
  while (index < end && isWhite(codes[index] ?? 0)) index += 1;
  return index;
}

/** Letters, figures and characters: what may stand inside a word or number. */
export function isWordly(code: number): boolean {
  return isHan(code) || isDigit(code) || isLatin(code);
}

function digits(codes: Uint16Array, at: number, end: number): { no: number; end: number } {
  let index = at;
  let no = 0;
  while (index < end && index - at < 2 && isDigit(codes[index] ?? 0)) {
    no = no * 10 + (codes[index] ?? 0) - 0x30;
    index += 1;
  }
  return isDigit(codes[index] ?? 0) ? { no: 0, end: index } : { no, end: index };
}

function hanNumber(codes: Uint16Array, at: number, end: number): { no: number; end: number } {
  let index = at;
  let no = 0;
  let digit = 0;
  while (index < end && index - at < 3) {
    const figure = value[codes[index] ?? 0] ?? 0;
    if (figure === 0) break;
    if (figure === ten) {
      no += (digit === 0 ? 1 : digit) * ten;
      digit = 0;
    } else digit = figure;
    index += 1;
  }
  return { no: no + digit, end: index };
}
