import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts, lowerAscii } from './text-order.ts';

describe('the order of texts', () => {
  it('goes by code point, so that an emoji comes after a full-width mark', () => {
    expect('😀' < '！').toBe(true);
    expect(compareTexts('😀', '！')).toBeGreaterThan(0);
    expect(compareTexts('a', 'ab')).toBeLessThan(0);
    expect(compareTexts('井盖', '井盖')).toBe(0);
  });

  it('is the order of the bytes of UTF-8', () => {
    const text = fc.string({ unit: 'binary', maxLength: 4 });
    const bytes = new TextEncoder();
    fc.assert(
      fc.property(text, text, (left, right) => {
        const [a, b] = [bytes.encode(left), bytes.encode(right)];
        const at = a.findIndex((byte, i) => byte !== b[i]);
        const expected = at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
        expect(Math.sign(compareTexts(left, right))).toBe(Math.sign(expected));
      }),
    );
  });

  it('without case knows the letters A to Z only', () => {
    expect(lowerAscii('ÀBC İ ΑΣ Z')).toBe('Àbc İ ΑΣ z');
  });
});
