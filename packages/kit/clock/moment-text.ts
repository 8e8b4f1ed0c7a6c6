import { type Calendar, type Instant, type IsoDate, isoDateOf, localTimeOf } from '../calendar/index.ts';
import type { Locale } from '../error/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A date in words, without its year where that goes without saying: `2月8日`, `8 Feb`. */
export function sayDate(date: IsoDate, year: string, locale: Locale): string {
  const { y, m, d } = partsOf(date);
  const other = date.startsWith(year) ? '' : y;
  return locale === 'zh' ? `${other && `${other}年`}${m}月${d}日` : `${d} ${MONTHS[m - 1]}${other && ` ${other}`}`;
}

/** A moment in words, to the minute, or to the second where it has one. The end of a day is its 24:00, not the next day's 00:00. */
export function sayTime(calendar: Calendar, at: Instant, year: string, locale: Locale): string {
  const local = localTimeOf(calendar, at);
  const ends = local.second === 0 && calendar.closeOfDay === '24:00';
  const day = ends ? local.day - 1 : local.day;
  const second = ends ? 86_400 : local.second;
  const parts = [
    Math.floor(second / 3600),
    Math.floor((second % 3600) / 60),
    ...(second % 60 === 0 ? [] : [second % 60]),
  ];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return `${sayDate(isoDateOf(day), year, locale)}${locale === 'zh' ? '' : ' '}${time}`;
}

/** A moment as every locale reads it, to the minute: `2026-07-08 18:00`. */
export function minuteOf(calendar: Calendar, at: Instant): string {
  const { day, second } = localTimeOf(calendar, at);
  const parts = [Math.floor(second / 3600), Math.floor((second % 3600) / 60)];
  return `${isoDateOf(day)} ${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** Dates and runs of dates, naming the month once: `2月10日—17日`, `2月4日、18日`, `10–17 Feb`, `4 Feb and 18 Feb`. */
export function sayDates(spans: readonly (readonly [IsoDate, IsoDate])[], year: string, locale: Locale): string {
  return locale === 'zh' ? sayChineseDates(spans, year) : sayEnglishDates(spans, year);
}

function sayChineseDates(spans: readonly (readonly [IsoDate, IsoDate])[], year: string): string {
  let month = '';
  const say = (date: IsoDate) => {
    const same = date.slice(0, 7) === month;
    month = date.slice(0, 7);
    return same ? `${partsOf(date).d}日` : sayDate(date, year, 'zh');
  };
  return spans.map(([from, to]) => (from === to ? say(from) : `${say(from)}—${say(to)}`)).join('、');
}

function sayEnglishDates(spans: readonly (readonly [IsoDate, IsoDate])[], year: string): string {
  const said = spans.map(([from, to]) => {
    if (from === to) return sayDate(from, year, 'en');
    const start = from.slice(0, 7) === to.slice(0, 7) ? String(partsOf(from).d) : sayDate(from, year, 'en');
    return `${start}–${sayDate(to, year, 'en')}`;
  });
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

function partsOf(date: IsoDate): { readonly y: string; readonly m: number; readonly d: number } {
  return { y: date.slice(0, 4), m: Number(date.slice(5, 7)), d: Number(date.slice(8, 10)) };
}
