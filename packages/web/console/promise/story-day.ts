import type { Locale } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { tell } from '../text/index.ts';

/** When a station of a story was: a day, or the year alone where no more is known, as of a clause of a report. */
export function storyDay(on: string, locale: Locale): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(on)?.[0];
  if (day !== undefined) return dayText(day, locale, true);
  const year = /^\d{4}/.exec(on)?.[0];
  return year === undefined ? on : tell(locale, 'promise.yearOf', { year });
}
