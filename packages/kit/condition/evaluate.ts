import type { Words } from '../error/index.ts';
import { CONDITION_LIMITS, type ComparisonOperator, type Condition, type Operand } from './condition.ts';
import { tooLarge, typeFault } from './fault.ts';
import { matchesLike } from './like-pattern.ts';
import { instantOf } from './moment.ts';
import { TYPE_WORDS } from './property-type.ts';
import { compareTexts, lowerAscii } from './text-order.ts';

/** What is known of a subject, by property: texts, ids and days (`YYYY-MM-DD`) as strings, moments as epoch milliseconds, lists of texts, points as `{ longitude, latitude }`. What is absent is null. */
export type Facts = Readonly<Record<string, unknown>>;

/** True, false or, where something compared is null, not known. */
export type Truth = boolean | null;

type Comparable = string | number | boolean;

/**
 * Whether a condition holds for the facts, with the three values of SQL: what `compileSql` makes of it answers the same for a row
 * with these values. Throws `condition.type` where two values cannot be compared, `condition.tooLarge` past the depth allowed.
 */
export function evaluate(tree: Condition, facts: Facts): Truth {
  return truthOf(tree, facts, 1);
}

/** Whether a condition is known to hold: what a `where` keeps. */
export function holds(tree: Condition, facts: Facts): boolean {
  return evaluate(tree, facts) === true;
}

function truthOf(tree: Condition, facts: Facts, depth: number): Truth {
  if (depth > CONDITION_LIMITS.depth) throw tooLarge();
  if (typeof tree === 'boolean') return tree;
  switch (tree.op) {
    case 'and':
      return every(tree.args, (part) => truthOf(part, facts, depth + 1));
    case 'or':
      return negated(every(tree.args, (part) => negated(truthOf(part, facts, depth + 1))));
    case 'not':
      return negated(truthOf(tree.args[0], facts, depth + 1));
    case 'like': {
      const searched = comparable(tree.args[0], facts);
      const pattern = comparable(tree.args[1], facts);
      if (searched === null || pattern === null) return null;
      if (typeof searched !== 'string' || typeof pattern !== 'string')
        throw typeFault('like', wordsOf(searched), TYPE_WORDS.text);
      return matchesLike(searched, pattern);
    }
    case 'between': {
      const [value, low, high] = tree.args;
      return both(compared('>=', value, low, facts), compared('<=', value, high, facts));
    }
    case 'in': {
      const [value, list] = tree.args;
      return negated(every(list, (item) => negated(compared('=', value, item, facts))));
    }
    case 'isNull':
      return factOf(tree.args[0].property, facts) === null;
    case 'a_contains':
    case 'a_overlaps': {
      const list = factOf(tree.args[0].property, facts);
      if (list === null) return null;
      if (!Array.isArray(list)) throw typeFault(tree.op, wordsOf(list), TYPE_WORDS['text[]']);
      const has = (text: string) => list.includes(text);
      return tree.op === 'a_contains' ? tree.args[1].every(has) : tree.args[1].some(has);
    }
    case 's_intersects': {
      const point = factOf(tree.args[0].property, facts);
      if (point === null) return null;
      if (!isPoint(point)) throw typeFault(tree.op, wordsOf(point), TYPE_WORDS.point);
      const [west, south, east, north] = tree.args[1].bbox;
      return point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north;
    }
    default:
      return compared(tree.op, tree.args[0], tree.args[1], facts);
  }
}

function compared(op: ComparisonOperator, left: Operand, right: Operand, facts: Facts): Truth {
  const a = comparable(left, facts);
  const b = comparable(right, facts);
  if (a === null || b === null) return null;
  const order = orderOf(op, a, b);
  switch (op) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
    case 't_before':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
    case 't_after':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function orderOf(op: ComparisonOperator, a: Comparable, b: Comparable): number {
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean' && (op === '=' || op === '<>')) return a === b ? 0 : 1;
  throw typeFault(op, wordsOf(a), wordsOf(b));
}

function comparable(operand: Operand, facts: Facts): Comparable | null {
  if (typeof operand !== 'object') return operand;
  if ('timestamp' in operand) return instantOf(operand.timestamp) ?? null;
  if ('date' in operand) return operand.date;
  if ('property' in operand) {
    const fact = factOf(operand.property, facts);
    if (fact === null || typeof fact === 'string' || typeof fact === 'boolean') return fact;
    if (typeof fact === 'number' && Number.isFinite(fact)) return fact;
    throw typeFault('=', wordsOf(fact), TYPE_WORDS.text);
  }
  const value = comparable(operand.args[0], facts);
  if (value === null) return null;
  if (typeof value !== 'string') throw typeFault('casei', wordsOf(value), TYPE_WORDS.text);
  return lowerAscii(value);
}

function factOf(name: string, facts: Facts): unknown {
  return (Object.hasOwn(facts, name) ? facts[name] : null) ?? null;
}

function every<T>(parts: readonly T[], truth: (part: T) => Truth): Truth {
  let all: Truth = true;
  for (const part of parts) {
    const one = truth(part);
    if (one === false) return false;
    if (one === null) all = null;
  }
  return all;
}

function both(left: Truth, right: Truth): Truth {
  return every([left, right], (truth) => truth);
}

function negated(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function isPoint(value: unknown): value is { readonly longitude: number; readonly latitude: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'longitude' in value &&
    'latitude' in value &&
    typeof value.longitude === 'number' &&
    typeof value.latitude === 'number'
  );
}

function wordsOf(value: unknown): Words {
  if (typeof value === 'string') return TYPE_WORDS.text;
  if (typeof value === 'number') return TYPE_WORDS.number;
  if (typeof value === 'boolean') return TYPE_WORDS.boolean;
  return Array.isArray(value) ? TYPE_WORDS['text[]'] : isPoint(value) ? TYPE_WORDS.point : TYPE_WORDS.null;
}
