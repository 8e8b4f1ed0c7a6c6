import type { Copy, Tally } from './copy.ts';
import { count } from './copy.ts';
import { isDigit, isHan, isLatin, isWhite } from './letter.ts';

const fullForms: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};
const full = new Uint16Array(0x80);
for (const [half, form] of Object.entries(fullForms)) full[half.charCodeAt(0)] = form.charCodeAt(0);

const comma = 0x2c;
const colon = 0x3a;
const dot = 0x2e;
const dash = 0x2d;
const emDash = 0x2014;
const quote = 0x22;
const question = 0x3f;
const zero = 0x3007;
const year = 0x5e74;
const han = new Set([...'一二三四五六七八九〇零'].map((character) => character.charCodeAt(0)));

/**
 * Gives every mark its one form (`index.ts` names them), in place: the copy may become shorter, for thousands separators are left out.
 * `，．：` between digits are numbers' marks; `O` and `0` among the figures of a year are zeros.
 */
export function punctuate(copy: Copy, tally: Tally): void {
  const { codes, places } = copy;
  const stops = usesDotsAsStops(copy);
  const questions = usesQuestionMarksAsQuotes(copy);
  let to = 0;
  let opens = true;
  let half = 0;
  let thousands = 0;
  let doubled = 0;
  let separator = -1;
  for (let at = 0; at < copy.length; at += 1) {
    const code = codes[at] ?? 0;
    const before = to > 0 ? (codes[to - 1] ?? 0) : 0;
    const after = at + 1 < copy.length ? (codes[at + 1] ?? 0) : 0;
    let form = code;
    if (isDoubled(code, after)) {
      doubled += 1;
      continue;
    }
    if (code === 0x0a) opens = true;
    else if (code < 0x80) {
      if (isDigit(code)) {
        if (code === 0x30 && han.has(before) && (han.has(after) || after === year)) form = zero;
      } else if (code === comma) {
        if (partsThousands(copy, at, codes, to, at - separator === 4)) {
          thousands += 1;
          separator = at;
          continue;
        }
        form = 0xff0c;
      } else if (code === colon) form = partsDigits(codes, to, copy, at) || after === 0x2f ? colon : 0xff1a;
      else if (code === dot) {
        if (isHan(before) && (after === 0x0a || after === 0 || (stops && (isHan(after) || isWhite(after)))))
          form = 0x3002;
        else if (isHan(before) && isHan(after)) {
          // Set between the characters of a word so that a search does not find it.
          doubled += 1;
          continue;
        }
      } else if (code === dash) {
        if (after === dash && !isDigit(before) && !isLatin(before)) form = emDash;
        else if (before === emDash && at > 0 && codes[at - 1] === dash) form = emDash;
      } else if (code === quote || (questions && code === question)) {
        form = opens ? 0x201c : 0x201d;
        opens = !opens;
      } else if (code === 0x4f || code === 0x6f) {
        if (isDigit(before) && isDigit(after)) form = 0x30;
        else if (han.has(before) && han.has(after)) form = zero;
      } else form = full[code] || code;
      if (form >= 0xff00 && form !== code && (isHan(before) || isHan(after))) half += 1;
    } else if (code === 0xff1f && questions) {
      form = opens ? 0x201c : 0x201d;
      opens = !opens;
    } else if (code === 0xff0c && isDigit(before) && partsThousands(copy, at, codes, to, at - separator === 4)) {
      thousands += 1;
      separator = at;
      continue;
    } else if (code === 0xff1a && partsDigits(codes, to, copy, at)) form = colon;
    else if (code === emDash && partsRange(before, after)) form = dash;
    codes[to] = form;
    places[to] = places[at] ?? 0;
    to += 1;
  }
  copy.length = to;
  count(tally, 'halfWidthPunctuation', half);
  count(tally, 'thousandsSeparator', thousands);
  count(tally, 'doubledPunctuation', doubled);
}

/** A comma set before another mark, or a mark set twice. */
function isDoubled(code: number, after: number): boolean {
  if (code === comma || code === 0xff0c) return marks.has(after);
  return (code === 0x3002 || code === 0x3001 || code === 0xff1b) && after === code;
}

const marks = new Set([...',，、;；。:：!！?？'].map((character) => character.charCodeAt(0)));

/** Digits on both sides, be it across the end of a line: 2.02:97.98. */
function partsDigits(written: Uint16Array, to: number, { codes, length }: Copy, at: number): boolean {
  let before = to - 1;
  while (before >= 0 && to - before <= 4 && isWhite(written[before] ?? 0)) before -= 1;
  return before >= 0 && isDigit(written[before] ?? 0) && isDigit(codes[beyondBreak(codes, length, at + 1)] ?? 0);
}

/** Past the end of a line and the indent of the next. */
function beyondBreak(codes: Uint16Array, length: number, at: number): number {
  if (codes[at] !== 0x0a) return at;
  let index = at;
  while (index < length && index - at <= 4 && isWhite(codes[index] ?? 0)) index += 1;
  return index < length ? index : at;
}

/** 6.5—7%, 0—3岁: one dash between figures is a range. */
function partsRange(before: number, after: number): boolean {
  return (isDigit(before) || before === 0x25) && isDigit(after);
}

/** 1,234,567: one to three digits before, or an earlier separator of the same number; groups of exactly three behind. */
function partsThousands(
  { codes, length }: Copy,
  at: number,
  written: Uint16Array,
  to: number,
  follows: boolean,
): boolean {
  let digits = 0;
  while (digits < 4 && to - digits > 0 && isDigit(written[to - 1 - digits] ?? 0)) digits += 1;
  if (digits === 0 || (digits > 3 && !follows)) return false;
  const ahead = written[to - 1 - digits] ?? 0;
  if (digits <= 3 && (ahead === dot || ahead === 0x2f || ahead === dash)) return false;
  const next = beyondBreak(codes, length, at + 1);
  let group = 0;
  while (group < 4 && next + group < length && isDigit(codes[next + group] ?? 0)) group += 1;
  return group === 3;
}

/** Some texts write a dot for every full stop; then one between Chinese characters is a stop. */
function usesDotsAsStops({ codes, length }: Copy): boolean {
  let dots = 0;
  let stops = 0;
  for (let at = 1; at < length; at += 1) {
    const code = codes[at];
    if (code === 0x3002) stops += 1;
    else if (code === dot && isHan(codes[at - 1] ?? 0)) dots += 1;
  }
  return dots >= 5 && dots > stops;
}

/** Quotation marks that became question marks on the way: they stand before words, in a text that has no quotation marks. */
function usesQuestionMarksAsQuotes({ codes, length }: Copy): boolean {
  let inWords = 0;
  let quotes = 0;
  for (let at = 1; at < length; at += 1) {
    const code = codes[at];
    if (code === 0x201c || code === quote) quotes += 1;
    else if ((code === question || code === 0xff1f) && isHan(codes[at + 1] ?? 0) && codes[at - 1] !== 0x0a)
      inWords += 1;
  }
  return inWords >= 4 && quotes * 2 < inWords;
}
