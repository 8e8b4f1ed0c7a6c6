import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matterCode, unitCode } from './foreign-code.ts';

describe('the code of a foreign matter', () => {
  it('can be read, and nests no further than its names', () => {
    expect(matterCode(['Street Lights', 'Street Light Outages'])).toBe('street-lights.street-light-outages');
    expect(matterCode(['市政', '井盖'])).toBe('市政.井盖');
  });

  it('tells names apart that would read alike', () => {
    const codes = [['A/B'], ['A B'], ['A-B'], ['A', 'B'], ['A.B']].map(matterCode);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has no white space or slash and at most 64 characters, whatever the names', () => {
    const name = fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        expect(matterCode(names)).toMatch(/^[^\s/]{1,64}$/u);
        expect(matterCode(names).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the code of a foreign unit', () => {
  it('is its name where that can be a code', () => {
    expect(['PWDx', 'BPS_'].map(unitCode)).toEqual(['PWDx', 'BPS_']);
  });

  it('is made from the name where it cannot, and tells names apart', () => {
    const codes = ['No Q', 'No/Q', '城管局', '教育局', ' '].map(unitCode);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/);
  });
});
