/**
 * Statutory days off and make-up workdays of mainland China, 2016–2026, as ordered each year by the State Council's holiday notices;
 * taken from the public collection holiday-cn (MIT, github.com/NateScarlet/holiday-cn). A later year is absent, hence unknown, until
 * its notice is published.
 */
import source from './holidays.json' with { type: 'json' };

export interface Holiday {
  readonly name: string;
  /** ISO date of the district's calendar. */
  readonly date: string;
  /** False for a make-up workday (调休上班). */
  readonly isOffDay: boolean;
}

export interface HolidayYear {
  readonly year: number;
  readonly days: readonly Holiday[];
}

interface NoticeItem {
  readonly name: string;
  /** Days as MM-DD, parted by spaces; in full where they belong to another year (the eve of New Year). */
  readonly off: string;
  readonly work?: string;
}

const notices: readonly { readonly year: number; readonly days: readonly NoticeItem[] }[] = source;

export const holidayYears: readonly HolidayYear[] = notices.map(({ year, days }) => {
  const listed = (name: string, text: string, isOffDay: boolean): readonly Holiday[] =>
    text.split(' ').map((day) => ({ name, date: day.length === 5 ? `${year}-${day}` : day, isOffDay }));
  return {
    year,
    days: days
      .flatMap(({ name, off, work }) => [
        ...listed(name, off, true),
        ...(work === undefined ? [] : listed(name, work, false)),
      ])
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
});
