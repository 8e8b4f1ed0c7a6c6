import type { Backwards, Days } from '@huying/kit/board';
import { localDateOf } from '@huying/kit/calendar';
import type { Measure } from '@huying/kit/measure';
import type { MeasureRow } from '../measure/index.ts';
import type { ComparedRow } from './figure.ts';
import type { Frame } from './frame.ts';
import type { Asked, Numbers } from './numbers.ts';

/** Of which values numbers are compared. */
type Whose = Pick<Asked, 'grain' | 'values' | 'within'>;

/** What a comparison needs: the earlier numbers, and where units became part of others in between, the present ones of both together. */
export function earlierWanted(frame: Frame, measure: Measure, whose: Whose, back: Backwards): readonly Asked[] {
  const then = frame.compared(measure, back);
  if (then === null) return [];
  const along = alongOf(frame, whose, then);
  const measures = [measure.id];
  return [
    { measures, ...whose, ...then, ...along },
    ...(along.along === undefined ? [] : [{ measures, ...whose, ...frame.days, ...along }]),
  ];
}

/** By value the numbers to compare with; null where the measure is compared with nothing. */
export function earlierRows(
  frame: Frame,
  numbers: Numbers,
  measure: Measure,
  whose: Whose,
  back: Backwards,
): ReadonlyMap<string, ComparedRow> | null {
  const then = frame.compared(measure, back);
  if (then === null) return null;
  const along = alongOf(frame, whose, then);
  const present = along.along === undefined ? [] : numbers.rows({ ...whose, ...frame.days, ...along }, measure.id);
  const now = new Map<string, MeasureRow>(present.map((row) => [row.value, row]));
  const rows = numbers.rows({ ...whose, ...then, ...along }, measure.id);
  return new Map(rows.map((row) => [row.value, { was: row, now: now.get(row.value) }]));
}

/** Nothing where no unit went into another from the first day of the earlier period to the last of this one: then all is as it was. */
function alongOf({ world, days }: Frame, { grain }: Whose, then: Days): { readonly along?: Days } {
  if (grain !== 'unit') return {};
  const went = world.org.succeeded.some(({ to }) => {
    const on = to === null ? '' : localDateOf(world.calendar, to);
    return on > then.from && on <= days.to;
  });
  return went ? { along: { from: then.from, to: days.to } } : {};
}
