import { randomBytes } from 'node:crypto';
import { isHuyingError } from '@huying/kit/error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cipherSuites, keyOf, suiteOf } from './cipher-suite.ts';

const broken = expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === 'identity.sealBroken');

describe.each(Object.values(cipherSuites))('cipher suite $name', (suite) => {
  const key = keyOf(randomBytes(32));

  it('opens what it sealed and is recognised by its first byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, context) => {
        const sealed = suite.seal(key, Buffer.from(bytes), context);
        expect(suiteOf(sealed)).toBe(suite);
        expect(suite.open(key, sealed, context)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('refuses when any one bit was turned', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.integer({ min: 0, max: 7 }), (text, at, bit) => {
        const sealed = suite.seal(key, Buffer.from(text), 'a');
        const place = 1 + (at % (sealed.length - 1));
        sealed[place] = (sealed[place] ?? 0) ^ (1 << bit);
        expect(() => suite.open(key, sealed, 'a')).toThrowError(broken);
      }),
    );
  });

  it('refuses another key, another context and a stump', () => {
    const sealed = suite.seal(key, Buffer.from('13800138000'), '440199|one');
    expect(() => suite.open(keyOf(randomBytes(32)), sealed, '440199|one')).toThrowError(broken);
    expect(() => suite.open(key, sealed, '440199|two')).toThrowError(broken);
    expect(() => suite.open(key, sealed.subarray(0, 20), '440199|one')).toThrowError(broken);
    expect(() => suiteOf(Buffer.alloc(0))).toThrowError(broken);
  });

  it('never seals the same text the same way twice', () => {
    const one = suite.seal(key, Buffer.from('x'), '');
    expect(suite.seal(key, Buffer.from('x'), '').equals(one)).toBe(false);
  });
});
