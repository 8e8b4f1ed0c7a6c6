import { describe, expect, it } from 'vitest';
import {
  after,
  and,
  between,
  type Columns,
  type Condition,
  casei,
  checkCondition,
  compileSql,
  contains,
  day,
  eq,
  gt,
  isIn,
  isNull,
  like,
  lt,
  ne,
  not,
  or,
  property,
  timestamp,
  within,
} from './index.ts';

const ID = '01920000-0000-7000-8000-000000000001';
const columns: Columns = {
  state: { sql: 'c.state', type: 'text' },
  round: { sql: 'c.round', type: 'number' },
  urged: { sql: 'c.urged', type: 'boolean' },
  openedAt: { sql: 'c.opened_at', type: 'instant' },
  day: { sql: 'c.day', type: 'date' },
  unit: { sql: 'c.unit', type: 'uuid' },
  tags: { sql: 'c.tags', type: 'text[]' },
  place: { type: 'point', longitude: 'c.longitude', latitude: 'c.latitude' },
};

describe('a condition in SQL', () => {
  it.each<[Condition, string, readonly unknown[]]>([
    [eq(property('state'), "x' or 1=1 --"), '(c.state = $1::text)', ["x' or 1=1 --"]],
    [gt(property('round'), 1), '(c.round > $1::bigint)', [1]],
    [gt(property('round'), 1.5), '(c.round > $1::float8)', [1.5]],
    [lt(property('state'), 'p'), '(c.state collate "C" < $1::text)', ['p']],
    [after(property('openedAt'), timestamp(0)), '(c.opened_at > $1::timestamptz)', ['1970-01-01T00:00:00.000Z']],
    [
      between(property('day'), day('2026-01-01'), day('2026-02-01')),
      '(c.day between $1::date and $2::date)',
      ['2026-01-01', '2026-02-01'],
    ],
    [isIn(property('unit'), [ID]), '(c.unit = any($1::uuid[]))', [[ID]]],
    [isIn(property('round'), [1, 2]), '(c.round = any($1::bigint[]))', [[1, 2]]],
    [isIn(property('round'), [1, 2.5]), '(c.round = any($1::float8[]))', [[1, 2.5]]],
    [like(casei(property('state')), casei('O%')), '(lower(c.state collate "C") like $1::text)', ['o%']],
    [contains(property('tags'), ['road']), '(c.tags @> $1::text[])', [['road']]],
    [isNull(property('place')), '(c.longitude is null or c.latitude is null)', []],
    [
      and(eq(property('urged'), true), or(ne(property('unit'), ID), not(false))),
      '((c.urged = $1::boolean) and ((c.unit <> $2::uuid) or (not false)))',
      [true, ID],
    ],
  ])('%j', (condition, sql, params) => {
    expect(compileSql(condition, columns)).toEqual({ sql, params });
  });

  it('numbers its parameters from where it is told', () => {
    expect(compileSql(within(property('place'), [1, 2, 3, 4]), columns, 5)).toEqual({
      sql: '(c.longitude between $5::float8 and $6::float8 and c.latitude between $7::float8 and $8::float8)',
      params: [1, 3, 2, 4],
    });
  });

  it('has the same text whatever the values, so that it can be prepared', () => {
    const listOf = (...states: string[]) => compileSql(isIn(property('state'), states), columns).sql;
    expect(listOf('open')).toBe(listOf('open', 'held', 'done'));
  });

  it('is refused over a property without a column', () => {
    expect(() => compileSql(eq(property('caller'), 'x'), columns)).toThrow('condition.noColumn');
    expect(() => compileSql(eq(property('constructor'), 'x'), columns)).toThrow('condition.noColumn');
    expect(() => compileSql(isNull(property('__proto__')), columns)).toThrow('condition.noColumn');
  });

  it.each<Condition>([
    eq(property('state'), 3),
    eq(property('round'), '3'),
    eq(property('openedAt'), '2026-07-01T00:00:00Z'),
    eq(property('openedAt'), day('2026-07-01')),
    eq(property('openedAt'), 0),
    eq(property('unit'), 'not an id'),
    eq(property('unit'), ID.toUpperCase().replace('0', 'F')),
    eq(property('state'), property('unit')),
    eq(property('tags'), 'road'),
    eq(property('place'), 'here'),
    lt(property('urged'), true),
    lt(property('unit'), ID),
    after(property('round'), 3),
    isIn(property('state'), ['open', 3]),
    between(property('round'), 1, 'z'),
    like(property('round'), '1%'),
    eq(casei(property('round')), 'x'),
    contains(property('state'), ['road']),
    within(property('state'), [0, 0, 1, 1]),
  ])('is refused where types differ: %j', (condition) => {
    expect(() => compileSql(condition, columns)).toThrow('condition.type');
    const types = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.type]));
    expect(() => checkCondition(condition, types)).toThrow('condition.type');
  });

  it('is refused when it is too large, or no condition', () => {
    const many = Array.from({ length: 300 }, () => eq(property('round'), 1));
    expect(() => compileSql(or(...many), columns)).toThrow('condition.tooLarge');
    expect(() => compileSql(JSON.parse('{"op":"1=1) or (1","args":[1,1]}'), columns)).toThrow('condition.syntax');
  });
});
