import { isHan, isLatin, isWhite } from './letter.ts';
import { pinyinOf } from './pinyin.ts';

const widest = 32;
const tonedGloss = /[(（][a-zɡɑ]{0,5}(?:[\u00e0-\u00fc\u0101-\u01dc]|\p{M})[^()（）]{0,24}[)）]/u;

/** Whether toned glosses occur at all: only then may `(de)` be one. */
export function hasGlosses(text: string): boolean {
  return tonedGloss.test(text);
}

/**
 * The end of the pinyin or bopomofo gloss that begins at `at`, or `at` when none does. Glosses stand in parentheses of either width;
 * a toned syllable right behind a character is one too. `(HPV)`, `(一)` and English words are none.
 */
export function glossEnd(text: string, at: number, before: number, amongGlosses: boolean): number {
  const first = text.charCodeAt(at);
  if (first !== 0x28 && first !== 0xff08) return isHan(before) ? bareGlossEnd(text, at) : at;
  let end = at + 1;
  let isBopomofo = true;
  while (end < text.length && end - at < widest) {
    const code = text.charCodeAt(end);
    if (code === 0x29 || code === 0xff09) break;
    const bopomofo = isBopomofoLetter(code);
    if (!bopomofo && !isLatin(code) && !isCombining(code) && !isWhite(code) && code !== 0x27 && code !== 0x2019)
      return at;
    isBopomofo &&= bopomofo;
    end += 1;
  }
  const last = text.charCodeAt(end);
  if (end === at + 1 || (last !== 0x29 && last !== 0xff09)) return at;
  if (isBopomofo) return isHan(before) ? end + 1 : at;
  const kind = pinyinOf(text.slice(at + 1, end));
  return kind === 'toned' || (kind === 'plain' && amongGlosses && isHan(before)) ? end + 1 : at;
}

/** A toned syllable without parentheses between two characters. */
function bareGlossEnd(text: string, at: number): number {
  if (!isLatin(text.charCodeAt(at))) return at;
  let end = at;
  let plain = true;
  while (end < text.length && end - at < 8) {
    const code = text.charCodeAt(end);
    if (!isLatin(code) && !isCombining(code)) break;
    plain &&= code < 0x80;
    end += 1;
  }
  return !plain && isHan(text.charCodeAt(end)) && pinyinOf(text.slice(at, end)) === 'toned' ? end : at;
}

function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

function isBopomofoLetter(code: number): boolean {
  return (code >= 0x3105 && code <= 0x312f) || code === 0x2ca || code === 0x2cb || code === 0x2c7 || code === 0x2d9;
}
