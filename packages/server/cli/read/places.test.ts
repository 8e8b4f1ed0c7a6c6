import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesIn } from './places.ts';

it('counts lines however they end, and code points, not units', () => {
  const places = placesIn('𠮷一\r\n二\r三\n四');
  expect([0, 1, 4, 6, 8].map((at) => places.lineOf(at))).toEqual([1, 1, 2, 3, 4]);
  expect(places.wordsOf({ start: 0, end: 5 })).toBe('𠮷一 二');
});

it('finds the words of any span, with characters outside the basic plane or without', () => {
  const text = fc.array(fc.constantFrom('一', '𠮷', 'a', '\n'), { maxLength: 50 });
  fc.assert(
    fc.property(text, fc.nat(50), fc.nat(50), (characters, one, other) => {
      const span = { start: Math.min(one, other), end: Math.max(one, other) };
      const places = placesIn(characters.join(''));
      const words = characters.slice(span.start, span.end).join('').replaceAll(/\s+/g, ' ').trim();
      expect(places.wordsOf(span)).toBe(words);
      if (span.start < characters.length) {
        expect(places.lineOf(span.start)).toBe(
          characters.slice(0, span.start).filter((one) => one === '\n').length + 1,
        );
      }
    }),
  );
});
