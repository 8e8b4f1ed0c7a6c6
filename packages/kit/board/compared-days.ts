import { dayNumberOf, type IsoDate, isoDateOf, weekdayOf } from '../calendar/index.ts';
import type { Span } from './board.ts';

/** Days of a district, both included. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The period of a kind that a day lies in. Weeks go from Monday to Sunday. */
export function periodWith(day: IsoDate, span: Span): Days {
  switch (span) {
    case 'day':
      return { from: day, to: day };
    case 'week': {
      const number = dayNumberOf(day);
      const monday = number - weekdayOf(number) + 1;
      return { from: isoDateOf(monday), to: isoDateOf(monday + 6) };
    }
    case 'month': {
      const first = `${day.slice(0, 7)}-01`;
      return { from: first, to: dayBefore(monthsAfter(first, 1)) };
    }
    case 'year':
      return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
    default:
      return span satisfies never;
  }
}

/** Which period of the calendar some days are; null for any others. */
export function spanOf({ from, to }: Days): Span | null {
  const spans: readonly Span[] = ['day', 'week', 'month', 'year'];
  return (
    spans.find((span) => {
      const whole = periodWith(from, span);
      return whole.from === from && whole.to === to;
    }) ?? null
  );
}

/** How a comparison looks back: at the period before, or at that of the year before. */
export type Backwards = 'before' | 'yearBefore';

/**
 * The days that some days are compared with: the whole period of the calendar before (or as many days), or that of the year before. Of
 * a period under way only its days up to `upTo` are compared, with as many of the other; null where none are over, or where looking a
 * year back is looking at the period before.
 */
export function comparedDays(days: Days, back: Backwards, upTo: IsoDate): Days | null {
  if (upTo < days.from) return null;
  const span = spanOf(days);
  const other = back === 'before' ? periodBefore(days, span) : yearBefore(days, span);
  if (other === null || upTo >= days.to) return other;
  const over = dayNumberOf(upTo) - dayNumberOf(days.from);
  const cut = isoDateOf(dayNumberOf(other.from) + over);
  return { from: other.from, to: cut < other.to ? cut : other.to };
}

function periodBefore(days: Days, span: Span | null): Days {
  const last = dayBefore(days.from);
  if (span !== null) return periodWith(last, span);
  return { from: isoDateOf(2 * dayNumberOf(days.from) - dayNumberOf(days.to) - 1), to: last };
}

function yearBefore({ from, to }: Days, span: Span | null): Days | null {
  switch (span) {
    case 'year':
    case 'day':
      return null;
    case 'week':
      // Fifty-two weeks earlier: weekdays meet weekdays.
      return { from: isoDateOf(dayNumberOf(from) - 364), to: isoDateOf(dayNumberOf(to) - 364) };
    case 'month':
      return periodWith(monthsAfter(from, -12), 'month');
    case null:
      return { from: sameDayYearBefore(from), to: sameDayYearBefore(to) };
    default:
      return span satisfies never;
  }
}

/** 29 February is compared with 28 February. */
function sameDayYearBefore(day: IsoDate): IsoDate {
  const there = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
  return there.endsWith('-02-29') ? `${there.slice(0, 4)}-02-28` : there;
}

export const dayBefore = (day: IsoDate): IsoDate => isoDateOf(dayNumberOf(day) - 1);

/** The first day of the month so many months later, or earlier where negative. */
export function monthsAfter(day: IsoDate, months: number): IsoDate {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}-01`;
}
