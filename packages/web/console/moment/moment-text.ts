import type { Locale } from '@huying/kit/error';
import { tell } from '../text/index.ts';
import { dayNumber, wallTime } from './zone-time.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Where and when a person reads a time: their language, the district's zone, and now (epoch milliseconds). */
export interface ReadingTime {
  readonly locale: Locale;
  readonly zone: string;
  readonly now: number;
}

/** A moment in words: `今天 18:00`, `11月21日 18:00`, `2025年3月1日 09:30`; the year only where it is not the present one. */
export function momentText(at: number, { locale, zone, now }: ReadingTime): string {
  const wall = wallTime(at, zone);
  const today = wallTime(now, zone);
  const time = `${String(wall.hour).padStart(2, '0')}:${String(wall.minute).padStart(2, '0')}`;
  switch (dayNumber(wall) - dayNumber(today)) {
    case 0:
      return tell(locale, 'due.today', { time });
    case 1:
      return tell(locale, 'due.tomorrow', { time });
    case -1:
      return tell(locale, 'due.yesterday', { time });
    default:
      return `${dateText(wall, today.year, locale)} ${time}`;
  }
}

function dateText(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  thisYear: number,
  locale: Locale,
): string {
  if (locale === 'zh') return `${year === thisYear ? '' : `${year}年`}${month}月${day}日`;
  return `${day} ${MONTHS[month - 1]}${year === thisYear ? '' : ` ${year}`}`;
}

/** A span of time in its two largest units: `2 小时 10 分`, `3 天 4 小时`, `12 天`. Negative spans as their size. */
export function spanText(milliseconds: number, locale: Locale): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 1) return tell(locale, 'due.minute');
  if (minutes < 60) return tell(locale, 'due.minutes', { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    const m = minutes % 60;
    return m === 0 || hours >= 10
      ? tell(locale, 'due.hours', { n: hours })
      : tell(locale, 'due.hoursMinutes', { n: hours, m });
  }
  const days = Math.floor(hours / 24);
  const m = hours % 24;
  return m === 0 || days >= 10 ? tell(locale, 'due.days', { n: days }) : tell(locale, 'due.daysHours', { n: days, m });
}

/** How long until a due time, or since: `还剩 2 小时`, `已超 3 天`. */
export function leftText(due: number, { locale, now }: ReadingTime): string {
  const past = now > due;
  return tell(locale, past ? 'due.past' : 'due.left', { span: spanText(due - now, locale) });
}
