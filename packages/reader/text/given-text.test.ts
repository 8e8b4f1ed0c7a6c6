import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenText, quoteOf, spanOf } from './given-text.ts';

const passage = (text: string, places: readonly number[]) => ({ text, places: Int32Array.from(places) });

describe('the text as given', () => {
  it('counts code points before any index, whatever the surrogates', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('中', 'a', '😀', '\ud83d', '\ude00', '\n')), (parts) => {
        const text = parts.join('');
        const given = givenText(text);
        expect(given.length).toBe([...text].length);
        for (let at = 0; at <= text.length; at += 1) {
          const inPair = /^[\udc00-\udfff]/.test(text.slice(at)) && /[\ud800-\udbff]$/.test(text.slice(0, at));
          if (!inPair) expect(given.codePoint(at)).toBe([...text.slice(0, at)].length);
        }
      }),
    );
  });

  it('walks at most one stretch in long texts', () => {
    const text = '😀中'.repeat(500);
    expect(givenText(text).codePoint(text.length)).toBe(1000);
    expect(givenText(text).codePoint(300)).toBe(200);
  });

  it('gives the words of the text over which a passage lies, noise included', () => {
    const given = givenText('😀增长(zhǎng)8％。');
    const clean = passage('增长8%', [2, 3, 11, 12]);
    expect(spanOf(given, clean)).toEqual({ start: 1, end: 12 });
    expect(quoteOf(given, clean, 1, 3)).toBe('长(zhǎng)8');
    expect(spanOf(given, clean, 2, 2)).toEqual({ start: 10, end: 10 });
  });

  it('keeps both halves of a pair at the edges of a quote', () => {
    const given = givenText('a😀b');
    expect(quoteOf(given, passage('a😀b', [0, 1, 2, 3]), 1, 2)).toBe('😀');
    expect(quoteOf(given, passage('a😀b', [0, 1, 2, 3]), 2, 3)).toBe('😀');
  });
});
