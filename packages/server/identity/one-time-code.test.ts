import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAddress, codeAt, codeStep, newCodeSecret } from './one-time-code.ts';

const rfcSecret = new TextEncoder().encode('12345678901234567890');

describe('one-time code', () => {
  it('agrees with the examples of RFC 6238', () => {
    expect(codeAt(rfcSecret, 59_000)).toBe('287082');
    expect(codeAt(rfcSecret, 1_111_111_109_000)).toBe('081804');
    expect(codeAt(rfcSecret, 20_000_000_000_000)).toBe('353130');
  });

  it('belongs to the step it was made in, one step early or late, and no further', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.integer({ min: -3, max: 3 }), (made, steps) => {
        const secret = rfcSecret;
        const shown = made + steps * 30_000;
        if (shown < 0) return;
        const step = codeStep(secret, codeAt(secret, made), shown);
        if (Math.abs(steps) <= 1) expect(step).toBe(Math.floor(made / 30_000));
        // A code of six digits may by chance equal that of a neighbouring step; then it names that step and not the old one.
        else if (step !== undefined) expect(step).not.toBe(Math.floor(made / 30_000));
      }),
    );
  });

  it.each(['', '12345', '1234567', '28708２', '28708 2', '-87082', "' or 1"])('refuses %j', (code) => {
    expect(codeStep(rfcSecret, code, 59_000)).toBeUndefined();
  });

  it('gives an address that authenticators read', () => {
    const address = codeAddress(newCodeSecret(), '王丽', '清江区');
    expect(address).toMatch(/^otpauth:\/\/totp\/.+secret=[A-Z2-7]{32}/);
    expect(address).toContain(encodeURIComponent('清江区'));
  });
});
