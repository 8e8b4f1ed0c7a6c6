/** A written number, its scale kept apart: 1.6 and 万 of 1.6万. `value × scale` is the number meant. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  /** Where the digits (or Chinese digits) end; the scale follows. */
  readonly digitsTo: number;
  readonly value: number;
  readonly scale: number;
  /** 万, 亿, 万亿 …, empty for 1. */
  readonly scaleWord: string;
  readonly script: 'digits' | 'han';
  /** 余, 多 or 来 between the digits and the scale or after it. */
  readonly more?: string;
}

const digit: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const step: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const scales: Readonly<Record<string, number>> = {
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  千: 1e3,
  百: 1e2,
};

/** Thousands separators are believed only in full groups of three; longer runs of digits are numbers of documents. */
const digits = /(?:\d{1,3}(?:[,，]\d{3}){1,5}(?![\d])|\d+)(?:\.\d+)?/y;
const more = /[余多来几]/;
/** 千瓦, 千米 and 百分点 are units, 万众 and 亿万 are words. */
const scale = /(?:万亿|[千百十]亿|[千百十]万|亿|万(?![众物象事能])|千(?![瓦米克伏卡赫焦乏字斤兆])|百(?!分))/y;
const han = /[零〇一二三四五六七八九十百千万亿两]{1,25}/y;
const hanScale = /(?:万亿|亿|万)$/;
const longestHan = 24;

/** Reads the numeral that begins at `at`, in digits, in Chinese or mixed (1.2万, 3亿5000万); null where none begins. */
export function numeralIn(text: string, at = 0): Numeral | null {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57 ? inDigits(text, at) : inHan(text, at);
}

function inDigits(text: string, from: number): Numeral | null {
  const written = take(digits, text, from);
  if (written.length === 0 || written.length > 21) return null;
  const value = Number(written.replace(/[,，]/g, ''));
  const digitsTo = from + written.length;
  // 230 亿元: a space may part the digits from their scale.
  const isApart = text.charAt(digitsTo) === ' ' && take(scale, text, digitsTo + 1) !== '';
  let to = isApart ? digitsTo + 1 : digitsTo;
  let over = moreAt(text, to);
  const first = take(scale, text, to + over.length);
  if (first === '') return numeral(from, to + over.length, digitsTo, value, '', 'digits', over);
  to += over.length + first.length;
  if (first === '亿' && over === '') {
    const rest = take(/\d{1,4}(?:\.\d+)?(?=万)/y, text, to);
    if (rest !== '') {
      const low = to + rest.length + 1;
      return numeral(from, low, to + rest.length, value * 1e4 + Number(rest), '万', 'digits', '');
    }
  }
  if (over === '') {
    over = moreAt(text, to);
    to += over.length;
  }
  return numeral(from, to, digitsTo, value, first, 'digits', over);
}

function inHan(text: string, from: number): Numeral | null {
  const run = take(han, text, from);
  if (run === '' || run.length > longestHan) return null;
  const fraction = take(/点[零〇一二三四五六七八九]{1,9}(?:万亿|万|亿)?/y, text, from + run.length);
  if (fraction !== '') return withPoint(run, fraction, from);
  const total = hanValue(run);
  if (total === null) return null;
  const end = from + run.length;
  const over = run.endsWith('万') || run.endsWith('亿') || /[十百千]$/.test(run) ? moreAt(text, end) : '';
  const late = over === '' ? '' : take(/万亿|万|亿/y, text, end + over.length);
  if (late !== '') return numeral(from, end + over.length + late.length, end, total, late, 'han', over);
  const word = hanScale.exec(run)?.[0] ?? '';
  const size = word === '' ? 1 : (scales[word] ?? 1);
  return numeral(from, end + over.length, end - word.length, total / size, word, 'han', over);
}

function withPoint(run: string, fraction: string, from: number): Numeral | null {
  const whole = hanValue(run);
  if (whole === null) return null;
  const word = hanScale.exec(fraction)?.[0] ?? '';
  const places = [...fraction.slice(1, fraction.length - word.length)].map((each) => digit[each] ?? 0);
  const digitsTo = from + run.length + fraction.length - word.length;
  return numeral(from, digitsTo + word.length, digitsTo, Number(`${whole}.${places.join('')}`), word, 'han', '');
}

function numeral(
  from: number,
  to: number,
  digitsTo: number,
  value: number,
  scaleWord: string,
  script: Numeral['script'],
  over: string,
): Numeral {
  const read = { from, to, digitsTo, value, scale: scales[scaleWord] ?? 1, scaleWord, script };
  return over === '' ? read : { ...read, more: over };
}

/** The value of a run of Chinese digits: 一百二十, 一亿二千万, 二〇二四; null where the run is no number (三五, 十一二). */
export function hanValue(run: string): number | null {
  if (/^[零〇一二三四五六七八九]{3,}$/.test(run) || /^[一二三四五六七八九][零〇]$/.test(run))
    return Number([...run].map((each) => digit[each] ?? 0).join(''));
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let lastStep = Number.POSITIVE_INFINITY;
  let lastScale = Number.POSITIVE_INFINITY;
  for (const each of run) {
    const value = digit[each];
    if (value !== undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = value;
      continue;
    }
    const size = step[each];
    if (size !== undefined) {
      if (size >= lastStep) return null;
      section += (pending === null || pending === 0 ? 1 : pending) * size;
      lastStep = size;
      pending = null;
      continue;
    }
    const big = each === '万' ? 1e4 : 1e8;
    section += pending ?? 0;
    if (section === 0 && total === 0) section = 1;
    // 万亿: the scale itself is scaled.
    if (section === 0 || big > lastScale) {
      total = (total + section) * big;
    } else {
      total += section * big;
    }
    section = 0;
    pending = null;
    lastStep = Number.POSITIVE_INFINITY;
    lastScale = big;
  }
  // A digit that closes after 百, 千 or 万 without 零 stands one step lower: 三千五 is 3500.
  if (pending !== null && pending !== 0) {
    const before = run.at(-2) ?? '';
    const under = (step[before] ?? scales[before] ?? 10) / 10;
    section += pending * under;
  }
  return total + section;
}

function moreAt(text: string, at: number): string {
  const each = text.charAt(at);
  // 多少, 余额 and 来自 are words of their own.
  return more.test(each) && !/^(?:多[少元种层方重级维年领]|余[额量下年]|来[自源年到])/.test(text.slice(at, at + 2))
    ? each
    : '';
}

function take(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
