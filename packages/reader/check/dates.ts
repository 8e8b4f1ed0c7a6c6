import type { Finding } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import { type GivenText, spanOf } from '../text/index.ts';
import { raise } from './finding.ts';

const date = /(?:((?:19|20)\d\d)年)?(\d{1,2})月(?:(\d{1,2})日)?/g;
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Dates that no calendar has: 13月, 2月30日, 29 February of a common year. */
export function datesIn(given: GivenText, { sentence }: ReadSentence): Finding[] {
  const { text } = sentence.passage;
  return [...text.matchAll(date)].flatMap((match) => {
    const [words, year, month, day] = match;
    if (/\d[.-]?$/.test(text.slice(Math.max(0, match.index - 2), match.index))) return [];
    if (
      isPossible(
        year === undefined ? undefined : Number(year),
        Number(month),
        day === undefined ? undefined : Number(day),
      )
    )
      return [];
    return [
      raise('dateImpossible', { words }, [spanOf(given, sentence.passage, match.index, match.index + words.length)]),
    ];
  });
}

function isPossible(year: number | undefined, month: number, day: number | undefined): boolean {
  const days = daysOf[month - 1];
  if (days === undefined) return false;
  if (day === undefined) return true;
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  return day >= 1 && day <= (month === 2 && !leap ? 28 : days);
}
