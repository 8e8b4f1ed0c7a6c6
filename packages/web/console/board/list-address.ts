import { listAddress } from '../work/case-filter.ts';
import type { BoardView, PanelOf } from './board-data.ts';

/** What a board of work under way counts of each state. */
export type StandingCount = 'open' | 'soon' | 'late' | 'stepLate';

type About = Pick<BoardView, 'subject'>;

/** The list that a number of work under way is the count of: of a state, or of all. */
export function standingAddress(
  { subject }: About,
  { of }: Pick<PanelOf<'standing'>, 'of'>,
  count: StandingCount,
  state = '',
): string {
  return listAddress('open', { type: of, state, unit: subject?.unit ?? '', due: count === 'open' ? '' : count });
}

/** The list of what was opened in an hour of the day, counted from 0. */
export function hourAddress(
  { subject }: About,
  { of, edges }: Pick<PanelOf<'intake'>, 'of' | 'edges'>,
  hour: number,
): string {
  return listAddress('all', { type: of, unit: subject?.unit ?? '', opened: `${edges[hour]}/${edges[hour + 1]}` });
}
