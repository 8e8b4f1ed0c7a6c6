import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHuyingError } from '../error/index.ts';
import { readCondition } from './index.ts';

/** The code of the refusal and where it points. */
function refusal(json: unknown): string {
  try {
    readCondition(json);
    return 'read';
  } catch (error) {
    return isHuyingError(error) ? `${error.code} ${error.params.at ?? ''}`.trim() : String(error);
  }
}

const x = { property: 'x' };

describe('a condition from outside', () => {
  it('is copied without what does not belong', () => {
    expect(readCondition({ op: '=', args: [{ property: 'x', sql: '1=1' }, 1], note: 'y' })).toEqual({
      op: '=',
      args: [x, 1],
    });
  });

  it.each([
    [null, 'condition.syntax /'],
    ['true', 'condition.syntax /'],
    [{ op: 'xor', args: [true, true] }, 'condition.syntax /op'],
    [{ op: 'and', args: [true] }, 'condition.syntax /args'],
    [{ op: '=', args: [x] }, 'condition.syntax /args'],
    [{ op: '=', args: [x, null] }, 'condition.syntax /args/1'],
    [{ op: 'and', args: [true, { op: '<', args: [{ property: '1=1; --' }, 1] }] }, 'condition.syntax /args/1/args/0'],
    [{ op: '=', args: [x, Number.POSITIVE_INFINITY] }, 'condition.syntax /args/1'],
    [{ op: '=', args: [x, 'a\0b'] }, 'condition.syntax /args/1'],
    [{ op: '=', args: [x, '\ud83d'] }, 'condition.syntax /args/1'],
    [{ op: '=', args: [x, { timestamp: '2026-07-01' }] }, 'condition.syntax /args/1'],
    [{ op: '=', args: [x, { date: '2026-02-30' }] }, 'condition.syntax /args/1'],
    [{ op: 'in', args: [x, []] }, 'condition.syntax /args/1'],
    [{ op: 'in', args: [x, [x]] }, 'condition.syntax /args/1/0'],
    [{ op: 'like', args: [x, 'a\\'] }, 'condition.syntax /args/1'],
    [{ op: 'like', args: ['a', 'a'] }, 'condition.syntax /args/0'],
    [{ op: 'isNull', args: [3] }, 'condition.syntax /args/0'],
    [{ op: 's_intersects', args: [x, { bbox: [3, 0, 1, 1] }] }, 'condition.syntax /args/1'],
    [{ op: 'in', args: [x, Array(5001).fill(1)] }, 'condition.tooLarge'],
    [{ op: 'or', args: Array(600).fill(true) }, 'condition.tooLarge'],
    [{ op: '=', args: [x, '😀'.repeat(500_000)] }, 'condition.tooLarge'],
  ])('%j: %s', (json, code) => {
    expect(refusal(json)).toBe(code);
  });

  it('may be forty levels deep, and no deeper', () => {
    const nested = (levels: number) => {
      let tree: unknown = true;
      for (let i = 1; i < levels; i += 1) tree = { op: 'not', args: [tree] };
      return tree;
    };
    expect(refusal(nested(40))).toBe('read');
    expect(refusal(nested(41))).toBe('condition.tooLarge');
    expect(refusal(nested(100_000))).toBe('condition.tooLarge');
  });

  it('is read or refused with an error of the catalogue, whatever it is', () => {
    const operators = fc.constantFrom(
      'and',
      'or',
      'not',
      '=',
      'like',
      'in',
      'between',
      'isNull',
      'casei',
      'a_contains',
      's_intersects',
    );
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.anything(),
        fc.record({ op: operators, args: fc.array(tie('node'), { maxLength: 3 }) }),
      ),
    }));
    fc.assert(
      fc.property(node, (json) => /^(?:read$|condition\.)/.test(refusal(json))),
      { numRuns: 500 },
    );
  });
});
