import type { FoundQuantity } from '../quantity/index.ts';
import type { Comparator } from '../report.ts';
import type { Segment } from './clause.ts';

const FLOOR_PREFIX = /(?:不少于|不低于|不小于|至少)\s*$/;
const CEILING_PREFIX = /(?:不超过|不高于|不大于|不多于)\s*$/;
/** The longest bound with a blank behind it. */
const REACH = 5;

/** A comparator, and whether it rules the numbers after it in the list. */
export interface Bound {
  readonly comparator: Comparator;
  readonly ruled: boolean;
}

/**
 * 推出不少于200场A、400场B以及1000场C: one 不少于 before the first number rules those that follow in the list, as long as they
 * bring neither a verb nor a bound of their own. 以上 after a number rules that number alone.
 */
export function ruledComparator(text: string, quantity: FoundQuantity, segment: Segment, ruled: boolean): Bound {
  const { comparator, digitsFrom } = quantity;
  const prefix = text.slice(Math.max(0, digitsFrom - REACH), digitsFrom);
  // A blank between the bound and the number (不少于 200场) is read over
  if ((comparator === '>=' || comparator === '=') && FLOOR_PREFIX.test(prefix))
    return { comparator: '>=', ruled: true };
  if (comparator === '=' && CEILING_PREFIX.test(prefix)) return { comparator: '<=', ruled: false };
  if (comparator !== '=' && comparator !== '>=') return { comparator, ruled: false };
  const rules = ruled && segment.before === '' && segment.leads;
  return { comparator: rules ? '>=' : comparator, ruled: rules };
}
