import { type Days, monthsAfter, periodWith, type Trend } from '@huying/kit/board';
import { dayNumberOf, isoDateOf } from '@huying/kit/calendar';

/** Days to be read one by one, or month by month. */
export interface Stretch extends Days {
  readonly by: 'day' | 'month';
}

const FORTNIGHT = 14;
/** More points than this are no line any more. */
const MOST_DAYS = 92;

/** What a line is drawn over: the days of a period (the fourteen up to a single day), or the twelve months up to its end. */
export function stretchOf({ from, to }: Days, over: Trend): Stretch {
  if (over === 'months') {
    const last = periodWith(to, 'month');
    return { by: 'month', from: monthsAfter(last.from, -11), to: last.to };
  }
  const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
  if (last - first + 1 > MOST_DAYS)
    return { ...stretchOf({ from, to }, 'months'), from: periodWith(from, 'month').from };
  return { by: 'day', from: first === last ? isoDateOf(last - FORTNIGHT + 1) : from, to };
}
