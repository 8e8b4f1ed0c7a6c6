import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHuyingError } from '../error/index.ts';
import { type Condition, parseText } from './index.ts';

/** The code of the refusal, the character it points at and what was expected there. */
function refusal(text: string): string {
  try {
    parseText(text);
    return 'read';
  } catch (error) {
    if (!isHuyingError(error)) return String(error);
    return [error.code, error.params.at, error.params.expected].filter((part) => part !== undefined).join(' · ');
  }
}

const x = { property: 'x' };

describe('CQL2 text', () => {
  it.each<[string, Condition]>([
    ["state = 'open'", { op: '=', args: [{ property: 'state' }, 'open'] }],
    ["'it''s' <> x", { op: '<>', args: ["it's", x] }],
    ['x>=-1.5e3', { op: '>=', args: [x, -1500] }],
    [
      'a = 1 or b = 2 and not c = 3',
      {
        op: 'or',
        args: [
          { op: '=', args: [{ property: 'a' }, 1] },
          {
            op: 'and',
            args: [
              { op: '=', args: [{ property: 'b' }, 2] },
              { op: 'not', args: [{ op: '=', args: [{ property: 'c' }, 3] }] },
            ],
          },
        ],
      },
    ],
    ['x = 1 AND x = 2 AND x = 3', { op: 'and', args: [1, 2, 3].map((n): Condition => ({ op: '=', args: [x, n] })) }],
    ['((x = 1))', { op: '=', args: [x, 1] }],
    ["x NOT IN ('a', 'b')", { op: 'not', args: [{ op: 'in', args: [x, ['a', 'b']] }] }],
    ['x between 1 and 2 and true', { op: 'and', args: [{ op: 'between', args: [x, 1, 2] }, true] }],
    ['x is not null', { op: 'not', args: [{ op: 'isNull', args: [x] }] }],
    [
      "CASEI(x) LIKE casei('a%')",
      {
        op: 'like',
        args: [
          { op: 'casei', args: [x] },
          { op: 'casei', args: ['a%'] },
        ],
      },
    ],
    ['"date" = DATE(\'2026-07-01\')', { op: '=', args: [{ property: 'date' }, { date: '2026-07-01' }] }],
    [
      "T_AFTER(x, TIMESTAMP('2026-07-01T00:00:00Z'))",
      { op: 't_after', args: [x, { timestamp: '2026-07-01T00:00:00Z' }] },
    ],
    ["a_contains(标签, ('夜间'))", { op: 'a_contains', args: [{ property: '标签' }, ['夜间']] }],
    ['S_INTERSECTS(x, BBOX(113, 23, 114, 24))', { op: 's_intersects', args: [x, { bbox: [113, 23, 114, 24] }] }],
    ['true = x', { op: '=', args: [true, x] }],
    ['FALSE', false],
  ])('%s', (text, tree) => {
    expect(parseText(text)).toEqual(tree);
  });

  it.each([
    ['', 'condition.syntax · 1 · a property or a value'],
    ['state', 'condition.syntax · 6 · a comparison (=, <>, <, <=, >, >=, LIKE, IN, BETWEEN, IS NULL)'],
    ['state == 1', 'condition.syntax · 8 · a property or a value'],
    ['x = 1 x = 2', 'condition.syntax · 7 · AND, OR or the end'],
    ["x = 'open", 'condition.syntax · 5 · a property, a value or an operator (texts in single quotes)'],
    ['(x = 1', 'condition.syntax · 7 · )'],
    ['x = 1)', 'condition.syntax · 6 · AND, OR or the end'],
    ['x = 1; drop table cases', 'condition.syntax · 6 · a property, a value or an operator (texts in single quotes)'],
    ['x in ()', 'condition.syntax · 7 · a property or a value'],
    ["x = DATE('2026-02-30')", "condition.syntax · 10 · a day that exists, such as '2026-07-01'"],
    ["x = TIMESTAMP('2026-07-01T24:00:00Z')", "condition.syntax · 15 · a moment such as '2026-07-01T00:00:00Z'"],
    ['x = 1e999', 'condition.syntax · 5 · a number'],
    ["x = 'a\0b'", 'condition.syntax · 5 · text in single quotes'],
    ['1 IS NULL', 'condition.syntax · 1 · a property'],
    ['"a b" = 1', 'condition.syntax · 1 · a property, a value or an operator (texts in single quotes)'],
    ['x not = 1', 'condition.syntax · 7 · a comparison (=, <>, <, <=, >, >=, LIKE, IN, BETWEEN, IS NULL)'],
    ['('.repeat(50_000), 'condition.tooLarge'],
    ['not ('.repeat(20_000), 'condition.tooLarge'],
    [`${'x=1 or '.repeat(10_000)}x=1`, 'condition.tooLarge'],
    [`x = '${"''".repeat(1_000_000)}'`, 'condition.tooLarge'],
  ])('refuses %s: %s', (text, told) => {
    expect(refusal(text)).toBe(told);
  });

  it('is read or refused with an error of the catalogue, whatever it is', () => {
    const words = [
      'x',
      '1',
      "'a'",
      '(',
      ')',
      ',',
      '=',
      '<',
      'and',
      'or',
      'not',
      'in',
      'like',
      'is',
      'null',
      'between',
      'casei',
      "'",
      '"',
      '\0',
      '‮',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), (parts) =>
        /^(?:read$|condition\.)/.test(refusal(parts.join(' '))),
      ),
      {
        numRuns: 1000,
      },
    );
  });
});
