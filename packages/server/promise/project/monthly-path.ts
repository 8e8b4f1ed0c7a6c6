import { HuyingError } from '@huying/kit/error';
import type { Day } from '@huying/kit/promise';
import { lastDayOf } from './month.ts';
import { exactSum } from './sum-rule.ts';

/**
 * A yearly plan of investment by month, as the sum to be reached at each month's end. Where no month is planned the path is the year's own, by
 * month; where one is, all of them are, and they make the plan. @throws project.path with the difference
 */
export function monthlyPath(
  year: number,
  plan: number,
  months: readonly (number | null)[],
): readonly { readonly on: Day; readonly expected: number }[] | null {
  if (months.every((month) => month === null)) return null;
  const amounts = months.map((month) => month ?? 0);
  const sum = exactSum(amounts);
  if (sum !== exactSum([plan])) {
    throw new HuyingError('project.path', { plan, sum, difference: exactSum([plan, -sum]) });
  }
  let reached = 0;
  return amounts.map((amount, at) => {
    reached = exactSum([reached, amount]);
    return { on: lastDayOf(`${year}-${String(at + 1).padStart(2, '0')}`), expected: reached };
  });
}
