import type { Words } from '../error/index.ts';
import { type Day, monthEndOf } from './day.ts';
import type { Firmness } from './status.ts';

/** Why a date read from words wants a second look, or is none. */
export const DUE_DOUBTS = {
  /** 三季度前: its beginning or its end. */
  ambiguous: { zh: '时限有两种读法，请确认。', en: 'The words may mean two days; please confirm.' },
  /** 尽快, 加快 … */
  undated: { zh: '原文没有时限，不得代拟。', en: 'The words give no date, and none is invented.' },
  /** 基本建成: a date, but done by what standard? */
  standard: { zh: '需写明完成标准。', en: 'A written standard of completion is needed.' },
  /** 春节前: depends on the year's calendar. */
  calendar: {
    zh: '时限随当年日历而定，请填写日期。',
    en: 'The day depends on the calendar of the year; please enter it.',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type DueDoubt = keyof typeof DUE_DOUBTS;

export interface DueRead {
  readonly due: Day | null;
  readonly doubt?: DueDoubt;
}

const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};
const FEASTS: readonly (readonly [RegExp, string | null])[] = [
  [/元旦前?/, '01-01'],
  [/(五一|劳动节)前?/, '04-30'],
  [/七一前?/, '06-30'],
  [/(国庆|十一)节?前/, '09-30'],
  [/(春节|元宵|清明|端午|中秋|开学|汛期|入冬|供暖)/, null],
];

/**
 * The due day that words of a report of `year` mean: 年内 12-31, 上半年 06-30, 一季度 03-31, 6月底 06-30 … What has no date gets none. Words that
 * name a year of their own mean that year; 明年 is the one after.
 */
export function dueOfWords(words: string, year: number): DueRead {
  const text = words
    .replaceAll(/\s/g, '')
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const of = Number(/(20\d\d)年/.exec(text)?.[1] ?? (/明年|次年/.test(text) ? year + 1 : year));
  const read = datedIn(text.replace(/20\d\d年(?!底|末|内|终)/, ''), of);
  if (read.due === null || read.doubt !== undefined) return read;
  return /基本(建成|完成|完工|形成|实现|消除)|初步(建成|形成)/.test(text) ? { ...read, doubt: 'standard' } : read;
}

function datedIn(text: string, year: number): DueRead {
  const at = (monthDay: string): DueRead => ({ due: `${year}-${monthDay}` });
  const month =
    /(\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(\d{1,2})[日号]|(上旬|中旬|下旬|底|末|中)?)?(前|之前|以前)?/.exec(
      text,
    );
  if (month !== null) return datedByMonth(month, year);
  const quarter = /(?:第)?([一二三四1-4])季度(末|底|内|中)?(前|之前|以前)?/.exec(text);
  if (quarter !== null) {
    const last = monthEndOf(`${year}-${String((QUARTERS[quarter[1] ?? ''] ?? 4) * 3).padStart(2, '0')}-01`);
    return quarter[3] !== undefined && quarter[2] === undefined ? { due: last, doubt: 'ambiguous' } : { due: last };
  }
  for (const [words, day] of FEASTS) {
    if (words.test(text)) return day === null ? { due: null, doubt: 'calendar' } : at(day);
  }
  if (/上半年|年中|半年前/.test(text)) return at('06-30');
  if (/下半年/.test(text)) return at('12-31');
  if (/年内|全年|年底|年末|年终|当年|本年|今年|明年|次年|全年度|20\d\d年/.test(text)) return at('12-31');
  return { due: null, doubt: 'undated' };
}

function datedByMonth([, name = '', date, part, before]: RegExpExecArray, year: number): DueRead {
  const month = NUMERALS[name] ?? Number(name);
  if (!(month >= 1 && month <= 12)) return { due: null, doubt: 'undated' };
  const first = `${year}-${String(month).padStart(2, '0')}`;
  const last = monthEndOf(`${first}-01`);
  if (date !== undefined) {
    const day = `${first}-${date.padStart(2, '0')}`;
    return Number(date) >= 1 && day <= last ? { due: day } : { due: null, doubt: 'undated' };
  }
  if (part === '上旬') return { due: `${first}-10` };
  if (part === '中旬') return { due: `${first}-20` };
  if (part === '中') return { due: `${first}-15`, doubt: 'ambiguous' };
  return before !== undefined && part === undefined ? { due: last, doubt: 'ambiguous' } : { due: last };
}

/** How firmly words promise: 确保 binds, 力争 aims; the weaker of both where both stand. */
export function firmnessOf(words: string): Firmness {
  if (/力争|争取|努力|预期|左右|有望/.test(words)) return 'aimed';
  return /确保|务必|必须|约束性|全面完成/.test(words) ? 'binding' : 'plain';
}
