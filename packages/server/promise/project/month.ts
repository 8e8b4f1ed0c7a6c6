import { HuyingError } from '@huying/kit/error';
import { type Day, monthEndOf, monthsLater } from '@huying/kit/promise';

/** `2026-06`: the month a figure is of. */
export type Month = string;

/** @throws figure.month */
export function checkedMonth(text: string): Month {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new HuyingError('figure.month', { month: text });
  return text;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

/** The day on which the figures of a month are taken. */
export function lastDayOf(month: Month): Day {
  return monthEndOf(firstDayOf(month));
}

/** The month so many months later; earlier where negative. */
export function monthAfter(month: Month, months: number): Month {
  return monthOf(monthsLater(firstDayOf(month), months));
}

export function yearOf(month: Month): number {
  return partsOf(month)[0];
}

/** Whether a figure asked for so often is due for a month: a quarter's in its last month, a year's in December. */
export function isDueIn(every: 'week' | 'month' | 'quarter' | 'year' | null, month: Month): boolean {
  const [, at] = partsOf(month);
  switch (every) {
    case 'week':
    case 'month':
      return true;
    case 'quarter':
      return at % 3 === 0;
    case 'year':
      return at === 12;
    case null:
      return false;
    default:
      return every satisfies never;
  }
}

/** The quarter and the year a month lies in, by their first days. */
export function periodsAround(
  month: Month,
): readonly { readonly period: 'month' | 'quarter' | 'year'; readonly start: Day }[] {
  const [year, at] = partsOf(month);
  const quarter = String(Math.floor((at - 1) / 3) * 3 + 1).padStart(2, '0');
  return [
    { period: 'month', start: firstDayOf(month) },
    { period: 'quarter', start: `${month.slice(0, 4)}-${quarter}-01` },
    { period: 'year', start: `${String(year).padStart(4, '0')}-01-01` },
  ];
}

function partsOf(month: Month): readonly [year: number, at: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}
