import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containing } from './builders.ts';
import { matchesLike } from './like-pattern.ts';

describe('a pattern', () => {
  it.each([
    ['井盖缺失', '井盖%', true],
    ['井盖缺失', '%缺%', true],
    ['井盖缺失', '缺', false],
    ['😀', '_', true],
    ['一行\n二行', '一%行', true],
    ['100%', '100\\%', true],
    ['1000', '100\\%', false],
    ['a\\b', 'a\\\\b', true],
    ['', '%', true],
    ['', '_', false],
    ['ab', '%a_b', false],
    ['xaab', '%a_b', true],
  ])('%s like %s: %s', (text, pattern, matches) => {
    expect(matchesLike(text, pattern)).toBe(matches);
  });

  it('made of words finds these very words', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '%', '_', '\\', '😀') });
    fc.assert(
      fc.property(text, text, (whole, words) => matchesLike(whole, containing(words)) === whole.includes(words)),
    );
  });

  it('of many wildcards does not take for ever', () => {
    expect(matchesLike('a'.repeat(5000), `${'%a'.repeat(500)}b`)).toBe(false);
  });
});
