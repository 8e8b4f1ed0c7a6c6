import { describe, expect, it } from 'vitest';
import {
  after,
  and,
  between,
  type Condition,
  casei,
  contains,
  day,
  eq,
  evaluate,
  gt,
  gte,
  holds,
  isIn,
  isNull,
  like,
  lt,
  ne,
  not,
  or,
  overlaps,
  property,
  timestamp,
  within,
} from './index.ts';

const facts = {
  state: 'open',
  round: 2,
  urged: false,
  openedAt: Date.UTC(2026, 6, 1),
  day: '2026-07-01',
  tags: ['road', 'night'],
  place: { longitude: 113.2, latitude: 23.1 },
  unit: null,
};

describe('evaluating', () => {
  it.each<[boolean | null, Condition]>([
    [true, eq(property('state'), 'open')],
    [false, ne(property('state'), 'open')],
    [true, and(gt(property('round'), 1), lt(property('round'), 3))],
    [true, eq(property('urged'), false)],
    [true, gte(property('openedAt'), timestamp(Date.UTC(2026, 6, 1)))],
    [false, after(property('openedAt'), timestamp(Date.UTC(2026, 6, 1)))],
    [true, after(property('day'), day('2026-06-30'))],
    [true, isIn(property('state'), ['open', 'held'])],
    [true, between(property('round'), 2, 2)],
    [true, like(property('state'), 'o%n')],
    [true, like(casei(property('state')), casei('OP%'))],
    [true, eq(casei(property('state')), casei('OPEN'))],
    [true, contains(property('tags'), ['night'])],
    [false, contains(property('tags'), ['night', 'day'])],
    [true, overlaps(property('tags'), ['night', 'day'])],
    [true, within(property('place'), [113.2, 23, 114, 24])],
    [true, isNull(property('unit'))],
    [true, isNull(property('nowhere'))],
    [false, isNull(property('state'))],
    [true, eq('a', 'a')],
  ])('answers %s to %j', (truth, condition) => {
    expect(evaluate(condition, facts)).toBe(truth);
  });

  const unknown = eq(property('unit'), 'x');
  it.each<[boolean | null, Condition]>([
    [null, unknown],
    [null, ne(property('unit'), 'x')],
    [null, not(unknown)],
    [false, and(unknown, false)],
    [null, and(unknown, true)],
    [true, or(unknown, true)],
    [null, or(unknown, false)],
    [null, isIn(property('unit'), ['x'])],
    [false, isIn(property('unit'), [])],
    [false, between(5, 7, property('unit'))],
    [null, between(5, 3, property('unit'))],
    [null, like(property('unit'), '%')],
    [null, contains(property('unit'), ['x'])],
    [null, within(property('unit'), [0, 0, 1, 1])],
  ])('with something unknown answers %s to %j, as SQL does', (truth, condition) => {
    expect(evaluate(condition, facts)).toBe(truth);
    expect(holds(condition, facts)).toBe(truth === true);
  });

  it('refuses to compare what cannot be compared', () => {
    expect(() => evaluate(eq(property('state'), 3), facts)).toThrow('condition.type');
    expect(() => evaluate(lt(property('urged'), true), facts)).toThrow('condition.type');
    expect(() => evaluate(eq(property('tags'), 'night'), facts)).toThrow('condition.type');
    expect(() => evaluate(contains(property('state'), ['x']), facts)).toThrow('condition.type');
  });

  it('takes nothing from the prototype of its facts', () => {
    expect(evaluate(isNull(property('constructor')), facts)).toBe(true);
    expect(evaluate(isNull(property('__proto__')), facts)).toBe(true);
  });

  it('refuses a tree too deep, rather than run out of stack', () => {
    let deep: Condition = true;
    for (let i = 0; i < 100_000; i += 1) deep = { op: 'not', args: [deep] };
    expect(() => evaluate(deep, facts)).toThrow('condition.tooLarge');
  });
});
