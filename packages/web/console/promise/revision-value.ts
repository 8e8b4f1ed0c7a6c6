import type { Locale } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';

/** A value of a revision as it is read: a day in words, a number, words; what has parts is told part by part. */
export function revisionValue(value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'number') return numberText(value, Number.isInteger(value) ? 0 : 2);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value, locale, true) : value;
  if (Array.isArray(value)) return value.map((one) => revisionValue(one, locale)).join(locale === 'zh' ? '、' : ', ');
  if (typeof value === 'object') {
    return Object.values(value)
      .map((one) => revisionValue(one, locale))
      .join(' · ');
  }
  return String(value);
}
