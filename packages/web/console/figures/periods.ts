import type { FigurePeriod, FigurePeriods } from '../../client/index.ts';
import { monthText } from './month-picker.tsx';

export interface Period {
  readonly period: FigurePeriod;
  /** Its first day. */
  readonly start: string;
}

/** The month, the quarter and the year a month lies in. */
export function periodsOf(month: string): readonly Period[] {
  const year = month.slice(0, 4);
  const quarter = String(Math.floor((Number(month.slice(5)) - 1) / 3) * 3 + 1).padStart(2, '0');
  return [
    { period: 'month', start: `${month}-01` },
    { period: 'quarter', start: `${year}-${quarter}-01` },
    { period: 'year', start: `${year}-01-01` },
  ];
}

/** `2026年6月`, `2026年第2季度`, `2026年`; `Jun 2026`, `Q2 2026`, `2026`. */
export function periodText({ period, start }: Period, locale: 'zh' | 'en'): string {
  const year = start.slice(0, 4);
  const quarter = (Number(start.slice(5, 7)) + 2) / 3;
  switch (period) {
    case 'month':
      return monthText(start.slice(0, 7), locale);
    case 'quarter':
      return locale === 'zh' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
    case 'year':
      return locale === 'zh' ? `${year}年` : year;
    default:
      return period satisfies never;
  }
}

/** One line for every period that was frozen or given a day of release, the latest first. */
export function periodLines({ frozen, releases }: FigurePeriods) {
  const same = (a: Period) => (b: Period) => a.period === b.period && a.start === b.start;
  const named = [...frozen, ...releases].map(({ period, start }): Period => ({ period, start }));
  return named
    .filter((one, at) => named.findIndex(same(one)) === at)
    .sort((a, b) => b.start.localeCompare(a.start) || LENGTH[a.period] - LENGTH[b.period])
    .map((one) => ({ ...one, frozen: frozen.find(same(one)) ?? null, release: releases.find(same(one)) ?? null }));
}

const LENGTH: Readonly<Record<FigurePeriod, number>> = { month: 0, quarter: 1, year: 2 };
