import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hanValue, numeralIn } from './numeral.ts';

const digits = '零一二三四五六七八九';

/** Below 10000, as read aloud: 一千零五, 一百二十. */
function section(n: number): string {
  let said = '';
  let gap = false;
  for (const [size, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const each = Math.floor(n / size) % 10;
    if (each === 0) {
      gap = said !== '';
      continue;
    }
    said += `${gap ? '零' : ''}${digits[each]}${word}`;
    gap = false;
  }
  return said;
}

/** An integer up to a million million in Chinese. */
function inChinese(n: number): string {
  let said = '';
  for (const [size, word] of [
    [1e12, '万亿'],
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(n / size) % (size === 1e12 ? 1e4 : 1e4);
    if (part === 0) continue;
    said += (said !== '' && part < 1000 ? '零' : '') + section(part) + word;
  }
  return said;
}

describe('numerals', () => {
  it.each([
    ['1.6万人次', 1.6, '万', 1e4],
    ['1,256件', 1256, '', 1],
    ['1，256件', 1256, '', 1],
    ['1.5万亿元', 1.5, '万亿', 1e12],
    ['3千名', 3, '千', 1e3],
    ['3亿5000万元', 35000, '万', 1e4],
    ['三百万人', 300, '万', 1e4],
    ['一百二十个', 120, '', 1],
    ['一亿二千万元', 12000, '万', 1e4],
    ['三千五', 3500, '', 1],
    ['二〇二四', 2024, '', 1],
    ['两万', 2, '万', 1e4],
    ['十', 10, '', 1],
    ['三点五亿', 3.5, '亿', 1e8],
  ])('%s keeps its scale apart', (text, value, scaleWord, scale) => {
    expect(numeralIn(text)).toMatchObject({ value, scaleWord, scale });
  });

  it('reads the vague word inside the number or behind its scale', () => {
    expect(numeralIn('4.7万余名')).toMatchObject({ value: 4.7, scale: 1e4, more: '余', to: 5 });
    expect(numeralIn('20余万人')).toMatchObject({ value: 20, scale: 1e4, more: '余', to: 4 });
    expect(numeralIn('十余万人')).toMatchObject({ value: 10, scale: 1e4, more: '余' });
  });

  it('leaves units and words alone that only look like a scale', () => {
    expect(numeralIn('3千瓦')).toMatchObject({ value: 3, scale: 1, to: 1 });
    expect(numeralIn('5百分点')).toMatchObject({ value: 5, scale: 1, to: 1 });
    expect(numeralIn('20余额')).toMatchObject({ value: 20, to: 2 });
  });

  it('takes no run of digits for a number that none can be', () => {
    expect(numeralIn('三五')).toBeNull();
    expect(numeralIn('九'.repeat(40))).toBeNull();
    expect(numeralIn('1'.repeat(30))).toBeNull();
    expect(numeralIn('人')).toBeNull();
  });

  it('reads back every integer up to a million million that is written in Chinese', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 20000 }), fc.integer({ min: 1, max: 1e12 })), (n) => {
        expect(hanValue(inChinese(n))).toBe(n);
        const read = numeralIn(`${inChinese(n)}个`);
        expect((read?.value ?? 0) * (read?.scale ?? 0)).toBeCloseTo(n, 2);
      }),
    );
  });

  it('reads back decimals in digits, with scales and with thousands separators', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom('', '万', '亿'),
        (whole, part, word) => {
          const value = Number(`${whole}.${String(part).padStart(2, '0')}`);
          expect(numeralIn(`${value}${word}元`)).toMatchObject({ value, scaleWord: word });
          expect(numeralIn(`${whole.toLocaleString('en-US')}${word}元`)).toMatchObject({
            value: whole,
            scaleWord: word,
          });
        },
      ),
    );
  });
});
