import { isHuyingError } from '@huying/kit/error';
import { describe, expect, it } from 'vitest';
import { accountName, nameKey } from './account-name.ts';

describe('account name', () => {
  it('is the same account in capitals, small letters and full-width letters', () => {
    expect(nameKey('Wang.Li')).toBe(nameKey('wang.li'));
    expect(nameKey('WANG.LI')).toBe(nameKey('wang.li'));
  });

  it.each(['wang.li', '王丽', 'a1', 'grid_007', 'li@qingjiang'])('accepts %s', (name) => {
    expect(accountName(name)).toBe(name);
  });

  it.each([
    '',
    'a',
    ' wang',
    'wang li',
    '.wang',
    'wang-',
    'wa\u200bng',
    'wa\u202eng',
    "a';drop table account;--",
    '<b>x</b>',
    '../../etc',
    'x'.repeat(41),
    '😀😀😀',
  ])('refuses %j', (name) => {
    expect(() => accountName(name)).toThrowError(
      expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === 'identity.accountNameInvalid'),
    );
  });
});
