import { describe, expect, it } from 'vitest';
import { cursorParts, cursorText } from './cursor.ts';

describe('a cursor', () => {
  it('is read as it was written, and goes into an address as it is', () => {
    const parts = ['2026-07-01T00:00:00.000Z', '号', 3, null];
    expect(cursorText(parts)).toMatch(/^[\w-]+$/);
    expect(cursorParts(cursorText(parts))).toEqual(parts);
  });

  it.each([
    '',
    '!',
    'bm90IEpTT04',
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('7').toString('base64url'),
  ])('that is none, “%s”, has no parts', (text) => {
    expect(cursorParts(text)).toEqual([]);
  });
});
