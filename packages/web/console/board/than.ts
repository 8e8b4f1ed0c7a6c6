import { spanOf } from '@huying/kit/board';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import type { BoardView } from './board-data.ts';

/** A period that numbers are compared with, in words: `比上月` before a difference, `上月` before a number. */
export interface Than {
  readonly than: string;
  readonly name: string;
}

type Told = readonly [than: ScreenText, name: ScreenText];

const YEAR: Told = ['board.thanYear', 'board.year'];
const YEAR_SO_FAR: Told = ['board.thanYearSoFar', 'board.yearSoFar'];

/** What the numbers of a board are compared with. Of a period under way it is as many days. */
export function useThan(view: Pick<BoardView, 'period' | 'running'>): {
  readonly before: Than;
  readonly yearBefore: Than;
} {
  const { t } = useReader();
  const said = ([than, name]: Told): Than => ({ than: t(than), name: t(name) });
  return { before: said(beforeOf(view)), yearBefore: said(view.running ? YEAR_SO_FAR : YEAR) };
}

function beforeOf({ period, running }: Pick<BoardView, 'period' | 'running'>): Told {
  switch (spanOf(period)) {
    case 'day':
      return ['board.thanDay', 'board.day'];
    case 'week':
      return running ? ['board.thanWeekSoFar', 'board.weekSoFar'] : ['board.thanWeek', 'board.week'];
    case 'month':
      return running ? ['board.thanMonthSoFar', 'board.monthSoFar'] : ['board.thanMonth', 'board.month'];
    case 'year':
      return running ? YEAR_SO_FAR : YEAR;
    case null:
      return ['board.thanBefore', 'board.before'];
  }
}
