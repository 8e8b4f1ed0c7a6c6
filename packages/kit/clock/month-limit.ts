import { dayNumberOf, type IsoDate, isoDateOf } from '../calendar/index.ts';
import { HuyingError } from '../error/index.ts';
import type { Counting, Limit } from './limit.ts';
import { parseLimit } from './limit-text.ts';

const MONTHS = /^(?:(\d{1,3})|([一二两三四五六七八九十]))\s*个?(?:月|months?)(?:以?内)?$/i;
const WORDS = '一二三四五六七八九十';

/**
 * Reads the limit of a clock that starts on a day: as `parseLimit` does, and also `3个月`, which ends on the same day of a later month,
 * on its last day where it has no such day. Kept as the calendar days that make. Throws `clock.text`.
 */
export function limitFrom(text: string, days: Counting, today: IsoDate): Limit {
  const months = monthsIn(text);
  if (months === null) return parseLimit(text, days).limit;
  const amount = dayNumberOf(laterBy(today, months)) - dayNumberOf(today);
  return { amount, unit: 'calendarDays', counting: 'dates' };
}

/** Refuses a text that names no limit: throws as `parseLimit` does. */
export function checkLimitText(text: string): void {
  if (monthsIn(text) === null) parseLimit(text);
}

/** How many months a text names; null where it names none. */
function monthsIn(text: string): number | null {
  const [, digits, word] = MONTHS.exec(text.normalize('NFKC').trim()) ?? [];
  if (digits === undefined && word === undefined) return null;
  const months = digits === undefined ? wordOf(word ?? '') : Number(digits);
  if (months < 1 || months > 120) throw new HuyingError('clock.amount', { text });
  return months;
}

function wordOf(word: string): number {
  return word === '两' ? 2 : WORDS.indexOf(word) + 1;
}

function laterBy(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const firstOf = (offset: number): IsoDate => {
    const index = year * 12 + month - 1 + offset;
    return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  };
  const last = dayNumberOf(firstOf(months + 1)) - 1;
  return isoDateOf(Math.min(dayNumberOf(firstOf(months)) + date - 1, last));
}
