import { dayNumberOf } from '@huying/kit/calendar';
import type { Turn } from './board-data.ts';

/** How many points from the left the day of a turn begins; undefined where it is not on the line. */
export function placeOfTurn(
  { on }: Pick<Turn, 'on'>,
  points: readonly { readonly from: string; readonly to: string }[],
): number | undefined {
  const at = points.findIndex(({ from, to }) => on >= from && on <= to);
  const point = points[at];
  if (point === undefined) return undefined;
  const first = dayNumberOf(point.from);
  return at + (dayNumberOf(on) - first) / (dayNumberOf(point.to) - first + 1);
}
