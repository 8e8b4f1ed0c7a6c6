import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashPassword, initialPassword, passwordMatches } from './password-hash.ts';
import { passwordProblems } from './password-rule.ts';
import { defaultIdentitySettings as settings } from './settings.ts';

const problems = (password: string, name = 'wang.li') =>
  passwordProblems(password, name, settings).map((one) => one.en);

describe('password rule', () => {
  it('accepts three classes in ten characters', () => {
    expect(problems('Qing-jiang7')).toEqual([]);
    expect(problems('清江Riverbank-9')).toEqual([]);
  });

  it('lists every point at once', () => {
    expect(problems('aaaa')).toEqual([
      'at least 10 characters',
      'three of: capitals, small letters, digits, signs',
      'too few different characters',
    ]);
  });

  it('refuses the account name in any case', () => {
    expect(problems('x9-WANG.LI-x9')).toEqual(['must not contain the account name']);
  });

  it('refuses what is tried first even when the classes are there', () => {
    expect(problems('P@ssw0rd2026')).toEqual(['too common']);
    expect(problems('Admin@123456')).toEqual(['too common']);
    expect(problems('Huying@2026')).toEqual(['too common']);
  });

  it('refuses a megabyte of emoji without hashing it', () => {
    expect(problems('😀'.repeat(260_000))).toContain('at most 128 characters');
  });

  it('a first password always passes, whatever was drawn', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        expect(problems(initialPassword(), 'zhang.wei.2')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is compared after the same normalisation on every keyboard', async () => {
    const phc = await hashPassword('Caf\u00e9-1234x');
    expect(phc.startsWith('$argon2id$')).toBe(true);
    expect(await passwordMatches('Cafe\u0301-1234x', phc)).toBe(true);
    expect(await passwordMatches('Cafe-1234x', phc)).toBe(false);
  });
});
