import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCreditCode, isOrganisationCode } from './credit-code.ts';

const VALID = '91350100M000100Y43';

describe('a unified social credit code', () => {
  it('is valid as the standard prints it', () => {
    expect(isCreditCode(VALID)).toBe(true);
    expect(isOrganisationCode('M000100Y4')).toBe(true);
  });

  it('is refused when the organisation code within it has a wrong check, though the whole has a right one', () => {
    expect([...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((last) => isCreditCode(`91350100M000100Y5${last}`))).toEqual(
      [],
    );
  });

  it('is refused in any other shape', () => {
    const none = [
      '91350100m000100y43',
      '91350100M000100Y4',
      '9135010OM000100Y43',
      `${VALID} `,
      '',
      '9135A100M000100Y43',
    ];
    expect(none.filter(isCreditCode)).toEqual([]);
  });

  it('notices any one character mistyped', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, character) => {
        fc.pre(VALID[at] !== character);
        expect(isCreditCode(VALID.slice(0, at) + character + VALID.slice(at + 1))).toBe(false);
      }),
    );
  });
});

describe('an organisation code', () => {
  it('writes a check of ten as X and of eleven as 0', () => {
    // GB 11714-1997 prints D2143569-X; all zeros sum to 0, so the check is 11
    expect(isOrganisationCode('D2143569X')).toBe(true);
    expect(isOrganisationCode('000000000')).toBe(true);
    expect(isOrganisationCode('D21435690')).toBe(false);
  });
});
