import { comparedDays, type Days, monthsAfter, periodWith, type Span } from '@huying/kit/board';
import { dayNumberOf, isoDateOf } from '@huying/kit/calendar';
import type { Locale } from '../../client/index.ts';
import { wallTime } from '../moment/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The present day in a zone. */
export function todayIn(zone: string, now: number): string {
  const { year, month, day } = wallTime(now, zone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The period right before some days. */
export function periodBefore(days: Days): Days {
  return comparedDays(days, 'before', days.to) ?? days;
}

/** The period right after some days; undefined where it has not begun. */
export function periodAfter(days: Days, span: Span, today: string): Days | undefined {
  const next = isoDateOf(dayNumberOf(days.to) + 1);
  return next > today ? undefined : periodWith(next, span);
}

/** The periods of a kind up to today, the latest first: two years of months and weeks, five years. */
export function recentPeriods(span: Exclude<Span, 'day'>, today: string): readonly Days[] {
  const count = { week: 53, month: 25, year: 5 }[span];
  return Array.from({ length: count }, (_, back) => {
    switch (span) {
      case 'week':
        return periodWith(isoDateOf(dayNumberOf(today) - 7 * back), 'week');
      case 'month':
        return periodWith(monthsAfter(today, -back), 'month');
      case 'year':
        return periodWith(`${Number(today.slice(0, 4)) - back}-07-01`, 'year');
      default:
        return span satisfies never;
    }
  });
}

/** A day in words: `7月14日`, `14 Jul`; with its year where asked. */
export function dayText(day: string, locale: Locale, withYear = false): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (locale === 'zh') return `${withYear ? `${year}年` : ''}${month}月${date}日`;
  return `${date} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ''}`;
}

/** A period in words: `2026年7月`, `Jul 2026`, `2026年`, days from–to. */
export function periodText({ from, to }: Days, span: Span | null, locale: Locale): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  switch (span) {
    case 'day':
      return dayText(from, locale, true);
    case 'month':
      return locale === 'zh' ? `${year}年${month}月` : `${MONTHS[month - 1]} ${year}`;
    case 'year':
      return locale === 'zh' ? `${year}年` : String(year);
    default: {
      const withYear = from.slice(0, 4) !== to.slice(0, 4);
      return `${dayText(from, locale, locale === 'zh' || withYear)}–${dayText(to, locale, locale === 'en' || withYear)}`;
    }
  }
}

/** The mark of a day or month under a chart: `14`, `7月`, `Jul`. */
export function markText(label: string, locale: Locale): string {
  const [, month, day] = label.split('-').map(Number);
  if (day !== undefined) return String(day);
  return locale === 'zh' ? `${month}月` : (MONTHS[(month ?? 1) - 1] ?? '');
}
