import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes } from './canonical.ts';

describe('canonical bytes', () => {
  it('do not depend on the order of keys', () => {
    expect(canonicalBytes({ b: 1, a: { d: [1, 2], c: '清江' } }).toString()).toBe('{"a":{"c":"清江","d":[1,2]},"b":1}');
  });

  it('leave absent keys out', () => {
    expect(canonicalBytes({ a: undefined, b: null }).toString()).toBe('{"b":null}');
  });

  it('say the same as the value, and are the same when read and written again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const bytes = canonicalBytes(value);
        const read: unknown = JSON.parse(bytes.toString());
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalBytes(read).equals(bytes)).toBe(true);
      }),
    );
  });

  it.each([[Number.NaN], [new Date(0)], [() => 1], [1n], [{ a: { b: Number.POSITIVE_INFINITY } }]])(
    'refuse %s',
    (value) => {
      expect(() => canonicalBytes(value)).toThrow(TypeError);
    },
  );
});
