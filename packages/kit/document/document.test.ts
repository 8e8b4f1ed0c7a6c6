import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chineseDate,
  chineseNumber,
  column,
  figure,
  figureText,
  heading,
  headingNumber,
  issueText,
  numbered,
  paragraph,
  shortDate,
} from './index.ts';

describe('numbers of an official document', () => {
  it('number headings 一、（一）1.（1）, each level anew below the one above', () => {
    const blocks = [
      heading(1, '甲'),
      heading(2, '乙'),
      heading(3, '丙'),
      heading(4, '丁'),
      heading(2, '戊'),
      heading(1, '己'),
      heading(2, '庚'),
    ];
    const numbers = numbered([...blocks, paragraph('文')]).flatMap((block) =>
      block.block === 'heading' ? [block.number] : [],
    );
    expect(numbers).toEqual(['一、', '（一）', '1.', '（1）', '（二）', '二、', '（一）']);
    expect(headingNumber(1, 21)).toBe('二十一、');
  });

  it('write Chinese numbers as they are said', () => {
    expect([1, 10, 11, 20, 99].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '九十九']);
  });

  it('date a paper in Arabic figures without leading noughts', () => {
    expect(chineseDate('2027-05-06')).toBe('2027年5月6日');
    expect(shortDate('2027-12-31')).toBe('12月31日');
    expect(issueText(2027, 4)).toBe('〔2027〕第4期');
  });

  it('round halves away from nought, and never write what is not known as nought', () => {
    expect(figureText(97.45, 1)).toBe('97.5');
    expect(figureText(-0.04, 1)).toBe('0.0');
    expect(figureText(-2.25, 1)).toBe('-2.3');
    expect(figureText(null, 1)).toBe('—');
    expect(figure(null, 2)).toMatchObject({ words: '—', value: null });
  });

  it('write what is within half a digit of the value, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          expect(Math.abs(Number(figureText(value, decimals)) - value)).toBeLessThanOrEqual(
            0.5 * 10 ** -decimals * (1 + 1e-6) + 1e-7,
          );
        },
      ),
    );
  });

  it('keep the parts of a column', () => {
    expect(column('p', '完成率', 6, 'right', '进度')).toEqual({
      id: 'p',
      label: '完成率',
      width: 6,
      align: 'right',
      over: '进度',
    });
  });
});
