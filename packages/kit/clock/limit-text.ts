import { HuyingError, type Locale } from '../error/index.ts';
import { type Counting, type Limit, type LimitUnit, limitOf, type Pace, type Stage, unitsOf } from './limit.ts';

/** A limit as written in a list of filing conditions: `种植季节15工作日` holds in a season, `1紧急工作时制止` says what for. */
export interface LimitText {
  readonly limit: Limit;
  readonly purpose?: string;
  readonly season?: string;
}

const UNITS: readonly { readonly unit: LimitUnit; readonly words: string }[] = [
  { unit: 'urgentHours', words: '紧急工作(?:小时|时)|urgent (?:working )?hours?' },
  { unit: 'urgentDays', words: '紧急工作[日天]|urgent (?:working )?days?' },
  { unit: 'workingHours', words: '工作(?:小时|时)|working hours?' },
  { unit: 'workingDays', words: '工作[日天]|working days?' },
  { unit: 'minutes', words: '分钟|minutes?' },
  { unit: 'urgentHours', words: '小时|hours?' },
  { unit: 'calendarDays', words: '自然日|[日天]|(?:calendar )?days?' },
];

const LIMIT = new RegExp(
  `^(?<season>(?:\\p{L}\\D*?)?)\\s*(?<![\\d.半一二两三四五六七八九十百千])(?<amount>\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]+)\\s*个?(?:${UNITS.map(({ words }, i) => `(?<u${i}>${words})`).join('|')})(?:以?内)?(?<purpose>.*)$`,
  'iu',
);

// A second limit hiding in the words before or after the first.
const ANOTHER = /\d|工作[日时天小]|紧急|分钟|小时|(?:hour|day|minute)s?\b/i;

/**
 * Reads a limit: `2紧急工作时`, `4工作时`, `5个工作日`, `15分钟`, `24小时`, `15日`, and the English of `sayLimit`. `days` says how 工作日
 * count: seconds in filing conditions, dates at the hotline and in law. Throws `clock.text` where there is not exactly one amount with
 * one unit, `clock.amount` where the amount makes no whole number.
 */
export function parseLimit(text: string, days: Counting = 'seconds'): LimitText {
  const plain = text.normalize('NFKC').trim();
  const groups = LIMIT.exec(plain)?.groups;
  if (groups === undefined) throw new HuyingError('clock.text', { text });
  const { season = '', amount = '', purpose = '' } = groups;
  const unit = UNITS.find((_, index) => groups[`u${index}`] !== undefined)?.unit;
  if (unit === undefined || ANOTHER.test(season) || ANOTHER.test(purpose))
    throw new HuyingError('clock.text', { text });
  const limit = limitOf(numberOf(amount, text), unit, days);
  unitsOf(limit);
  return {
    limit,
    ...(purpose.trim() === '' ? {} : { purpose: purpose.trim() }),
    ...(season.trim() === '' ? {} : { season: season.trim() }),
  };
}

/**
 * Reads a limit beside a column that names its unit (`2`, `紧急工作时`). The text may leave the unit out but not contradict it: throws
 * `clock.unit`, and as `parseLimit` does.
 */
export function parseLimitWithUnit(text: string, unit: string, days: Counting = 'seconds'): LimitText {
  const bare = /^\d+(?:\.\d+)?$/.test(text.normalize('NFKC').trim());
  const read = parseLimit(bare ? `${text.trim()}${spaced(unit)}` : text, days);
  const named = parseLimit(`1${spaced(unit)}`, days);
  if (named.limit.unit !== read.limit.unit || named.purpose !== undefined) {
    throw new HuyingError('clock.unit', { text, unit });
  }
  return read;
}

/** Reads a limit of several stages, `1紧急工作时围护,5工作日修复`; each names what it is for. Throws as `parseLimit` does. */
export function parseStages(text: string, days: Counting = 'seconds'): Stage[] {
  return text
    .split(/[,,;;、→]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const { limit, purpose, season } = parseLimit(part, days);
      const name = purpose ?? season;
      if (name === undefined) throw new HuyingError('clock.text', { text: part });
      return { name, limit };
    });
}

/** A limit in words that `parseLimit` reads back (except one in bare seconds, which is said as a length of time). */
export function sayLimit(limit: Limit, locale: Locale): string {
  const { amount, unit } = limit;
  const many = amount === 1 ? '' : 's';
  switch (unit) {
    case 'workingHours':
      return locale === 'zh' ? `${amount}个工作时` : `${amount} working hour${many}`;
    case 'workingDays':
      return locale === 'zh' ? `${amount}个工作日` : `${amount} working day${many}`;
    case 'urgentHours':
      return locale === 'zh' ? `${amount}个紧急工作时` : `${amount} urgent hour${many}`;
    case 'urgentDays':
      return locale === 'zh' ? `${amount}个紧急工作日` : `${amount} urgent day${many}`;
    case 'minutes':
      return locale === 'zh' ? `${amount}分钟` : `${amount} minute${many}`;
    case 'calendarDays':
      return locale === 'zh' ? `${amount}天` : `${amount} day${many}`;
    case 'seconds':
      return sayUnits('continuousSeconds', amount, locale);
  }
}

/** An amount of a clock's own units in words: `3个工作日`, `5工作时30分`, `1天2小时`. The sign is dropped. */
export function sayUnits(pace: Pace, units: number, locale: Locale): string {
  const size = Math.abs(units);
  if (pace === 'workingDays') return sayLimit({ amount: size, unit: 'workingDays', counting: 'dates' }, locale);
  if (pace === 'calendarDays') return sayLimit({ amount: size, unit: 'calendarDays', counting: 'dates' }, locale);
  const working = pace === 'workingSeconds';
  const days = working ? 0 : Math.floor(size / 86_400);
  const parts = [
    { amount: days, zh: '天', en: 'd' },
    {
      amount: Math.floor((size - days * 86_400) / 3600),
      zh: working ? '工作时' : '小时',
      en: working ? 'working h' : 'h',
    },
    { amount: Math.floor((size % 3600) / 60), zh: '分', en: 'min' },
    { amount: size % 60, zh: '秒', en: 's' },
  ].filter(({ amount }) => amount > 0);
  if (locale === 'zh') return parts.map(({ amount, zh }) => `${amount}${zh}`).join('') || '0分';
  return parts.map(({ amount, en }) => `${amount} ${en}`).join(' ') || '0 min';
}

function spaced(unit: string): string {
  return /^[a-z]/i.test(unit.trim()) ? ` ${unit.trim()}` : unit.trim();
}

const DIGITS = '一二三四五六七八九';

function numberOf(amount: string, text: string): number {
  if (/^\d/.test(amount)) return Number(amount);
  const [, tens, ones] = /^(?:([一二两三四五六七八九]?)十)?([一二两三四五六七八九]?)$/.exec(amount) ?? [];
  if (tens === undefined && (ones === undefined || ones === '')) throw new HuyingError('clock.text', { text });
  return (tens === undefined ? 0 : 10 * digit(tens, 1)) + digit(ones ?? '', 0);
}

function digit(word: string, without: number): number {
  return word === '' ? without : word === '两' ? 2 : DIGITS.indexOf(word) + 1;
}
