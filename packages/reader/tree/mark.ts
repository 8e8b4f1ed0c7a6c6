/** How the number before a heading, item or entry is written; from the widest to the narrowest. */
export type MarkStyle = 'part' | 'han' | 'hanParen' | 'arabic' | 'arabicParen' | 'circled' | 'bare' | 'damaged';

/** A mark at the head of a line: 一、 （二） 3. (4) ⑤ 第一部分, or what damage left of one. */
export interface Mark {
  readonly style: MarkStyle;
  /** Absent of a damaged mark. */
  readonly ordinal?: number;
  /** UTF-16 length, the blanks after it included. */
  readonly length: number;
}

const hanDigits = '零一二三四五六七八九';

/** 十二 → 12; 一百零三 → 103; undefined where the word is no number below a thousand. */
export function hanOrdinal(word: string): number | undefined {
  let sum = 0;
  let digit = 0;
  for (const char of word) {
    const value = char === '〇' ? 0 : hanDigits.indexOf(char);
    if (value >= 0) digit = value;
    else if (char === '十') {
      sum += (digit || 1) * 10;
      digit = 0;
    } else if (char === '百') {
      sum += (digit || 1) * 100;
      digit = 0;
    } else return undefined;
  }
  return sum + digit || undefined;
}

const patterns: readonly (readonly [MarkStyle, RegExp])[] = [
  ['part', /第([一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|[章篇])[\s:：、，,.．]*/y],
  // 一、二、三产业 and 三、四线城市 count things; 一，二 are no marks either.
  [
    'han',
    /([一二三四五六七八九十]{1,3})\s?(?:、|[.．,，:：](?!\d))\s*(?![一二三四五六七八九十]{1,3}(?:、|产业|[次线类级期批]))/y,
  ],
  ['hanParen', /[（(〔[]\s?([一二三四五六七八九十]{1,3})\s?[）)〕\]][\s、.．,，]*/y],
  ['hanParen', /([㈠-㈩])[\s、.．]*/y],
  ['arabic', /(\d{1,3})\s?(?:[.．](?!\d)|、)\s*(?!\d{1,3}\s?[、号])/y],
  ['arabicParen', /[（([〔【]\s?(\d{1,2})\s?[）)\]〕】][\s、.．]*/y],
  ['arabicParen', /([⑴-⒇])[\s、.．]*/y],
  ['arabicParen', /(\d{1,2})[）)][\s、.．]*/y],
  ['arabic', /([⒈-⒛])\s*/y],
  ['circled', /([①-⑳])[\s、.．]*/y],
];
const damage = /[?？ˇ�□■◆◇●○★☆¡¿\u{E000}-\u{F8FF}]{1,4}[、.．]?\s*(?=\p{Script=Han}|[“‘"《])/uy;
/** The first signs of runs that number one to ten or twenty. */
const runs = ['㈠', '⑴', '⒈', '①'].map((sign) => sign.charCodeAt(0));

/** The mark that stands at `at`, or undefined. Only the head of a line should be asked. */
export function markAt(text: string, at = 0): Mark | undefined {
  for (const [style, pattern] of patterns) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) continue;
    const ordinal = ordinalOf(found[1] ?? '');
    if (ordinal !== undefined && ordinal > 0) return { style, ordinal, length: found[0].length };
  }
  return undefined;
}

/** What damage may have left of a mark: “?经济发展稳中提质”. Whether it was one its neighbours must say. */
export function damagedMarkAt(text: string, at = 0): Mark | undefined {
  damage.lastIndex = at;
  const found = damage.exec(text);
  return found === null ? undefined : { style: 'damaged', length: found[0].length };
}

/** A line that is nothing but a number: 3, 03, 3. and 三 of a flattened table. */
export function bareNumber(text: string): number | undefined {
  const found = /^(?:0?(\d{1,2})|([一二三四五六七八九十]{1,3}))[.．、]?$/.exec(text);
  if (found === null) return undefined;
  return found[1] === undefined ? hanOrdinal(found[2] ?? '') : Number(found[1]) || undefined;
}

function ordinalOf(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word);
  const code = word.charCodeAt(0);
  const run = runs.find((first) => code >= first && code < first + 20);
  return run === undefined ? hanOrdinal(word) : code - run + 1;
}
