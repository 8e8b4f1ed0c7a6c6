import { describe, expect, it } from 'vitest';
import { isMobile, isPhone, plainPhone } from './phone-number.ts';

describe('a telephone number', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['(0591) 8765-4321', '059187654321'],
    ['0591-87654321-801', '059187654321x801'],
    ['0591-87654321转801', '059187654321x801'],
    ['400-820-8820', '4008208820'],
    ['+852 2123 4567', '+85221234567'],
  ])('%s is stored as %s', (typed, stored) => {
    expect(plainPhone(typed)).toBe(stored);
    expect(isPhone(stored)).toBe(true);
    expect(plainPhone(stored)).toBe(stored);
  });

  it('is refused when nobody could be reached by it', () => {
    const none = [
      '12345678901',
      '1380013800',
      '87654321',
      '',
      'abc',
      '138001380000',
      '13800138000; drop table',
      '+0123456789',
    ];
    expect(none.filter((typed) => isPhone(plainPhone(typed)))).toEqual([]);
  });

  it('can take a text message only when it is a mobile', () => {
    expect(isMobile('13800138000')).toBe(true);
    expect(isMobile('059187654321')).toBe(false);
  });

  it('of a megabyte is refused at once', () => {
    expect(isPhone(plainPhone(`1${' '.repeat(1_000_000)}?`))).toBe(false);
  });
});
