import type { Days } from '@huying/kit/board';
import type { MeasureRow } from '../measure/index.ts';
import type { Turn } from './board-schema.ts';
import { aboutOf, type Frame } from './frame.ts';
import type { Asked } from './numbers.ts';

type Panel = Parameters<typeof aboutOf>[1];

/** Whose line it is: of a unit that took over others whole, with these from the first day that is drawn. */
export function lineOf(frame: Frame, panel: Panel, days: Days): Pick<Asked, 'grain' | 'values' | 'along'> {
  const { grain, value } = aboutOf(frame, panel);
  if (grain === 'all') return { grain };
  const inherits = grain === 'unit' && frame.world.org.predecessorsOf(value).length > 0;
  return { grain, values: [value], ...(inherits ? { along: alongOf(frame, value, days) } : {}) };
}

/** The days within which a line follows others; of a unit that ended no further than its own last day. */
function alongOf({ world, dayOf }: Frame, unit: string, { from, to }: Days): Days {
  const end = world.org.unit(unit)?.to ?? null;
  const last = end === null ? to : dayOf(end - 1);
  return { from, to: last < to ? last : to };
}

/** Where a line changes: the units it goes on from, the one of which it has only a part, and its own end. */
export function turnsOf(rows: readonly MeasureRow[], { from, to }: Days): readonly Turn[] {
  const [row] = rows;
  if (row === undefined) return [];
  const { along, ended } = row;
  const taken = (along?.with ?? []).map(
    ({ name, on }): Turn => ({ on, how: along?.how === 'split' ? 'parted' : 'joined', with: [name] }),
  );
  const end: Turn[] = ended === null ? [] : [{ on: ended.on, how: ended.how, with: ended.into }];
  return [...taken, ...end].filter(({ on }) => on > from && on <= to).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Whether there is a point: what has not come is not nothing, nor is what would come after a unit's end. */
export function isDrawn({ today }: Frame, { period, ended, n, d, x }: MeasureRow): boolean {
  if (period.from > today) return false;
  return ended === null || period.from < ended.on || n !== 0 || d !== 0 || x !== 0;
}
