import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCitizenNumber } from './citizen-number.ts';

describe('a citizen number', () => {
  it('is valid as the standard prints it', () => {
    expect(isCitizenNumber('11010519491231002X')).toBe(true);
    expect(isCitizenNumber('440524188001010014')).toBe(true);
  });

  it('has a date of birth that exists, even where the check character is right', () => {
    // 30 February, with the check character computed for it
    const head = '11010519490230002';
    expect([...'0123456789X'].filter((check) => isCitizenNumber(head + check))).toEqual([]);
  });

  it('is refused in any other shape', () => {
    expect(
      ['11010519491231002x', '110105491231002', '', '11010519491231002X ', '１１010519491231002X'].filter(
        isCitizenNumber,
      ),
    ).toEqual([]);
  });

  it('notices any one digit mistyped', () => {
    fc.assert(
      fc.property(fc.nat(16), fc.nat(9), (at, digit) => {
        const number = '440524188001010014';
        fc.pre(number[at] !== String(digit));
        expect(isCitizenNumber(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false);
      }),
    );
  });
});
