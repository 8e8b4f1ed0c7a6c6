import { endOfStock, type Measure } from '@huying/kit/measure';
import { type Days, dayBefore } from './period.ts';

/** Before any day there is. */
const BEGINNING = '0001-01-01';

/** The present day, where of a stock that is there until some day those that came today do not count yet. */
export function freshDay(measure: Measure, { to }: Days, today: string): Days | null {
  const waits = measure.fullDays === true && endOfStock(measure) !== undefined;
  return waits && to >= today ? { from: today, to: today } : null;
}

/** The days of a period that count for a measure; none (from > to) where none of them is over that must be. */
export function daysCounted(measure: Measure, period: Days, today: string): Days {
  const last = freshDay(measure, period, today) === null ? dayBefore(today) : today;
  const over = measure.fullDays === true ? last : period.to;
  return { from: 'stock' in measure.form ? BEGINNING : period.from, to: over < period.to ? over : period.to };
}
