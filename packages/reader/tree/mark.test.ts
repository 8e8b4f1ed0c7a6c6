import { describe, expect, it } from 'vitest';
import { bareNumber, damagedMarkAt, hanOrdinal, markAt } from './mark.ts';

/** What a shift of one byte leaves of a mark. */
const lost = String.fromCharCode(0x3f);

describe('a mark at the head of a line', () => {
  it.each([
    ['第一部分 过去五年', 'part', 1],
    ['二、重点工作', 'han', 2],
    ['十一.重点工作', 'han', 11],
    ['（十二）加强治理', 'hanParen', 12],
    ['㈢加强治理', 'hanParen', 3],
    ['3.建设道路', 'arabic', 3],
    ['10、建设道路', 'arabic', 10],
    ['（4）建设道路', 'arabicParen', 4],
    ['4）建设道路', 'arabicParen', 4],
    ['⑤建设道路', 'circled', 5],
  ])('is read with its number: %s', (text, style, ordinal) => {
    expect(markAt(text)).toMatchObject({ style, ordinal });
  });

  it.each(['一、二、三产业', '三、四线', '1.5亿元', '2023年', '一是加快', '12345热线', '二三产业'])(
    'is none where the words count or date: %s',
    (text) => {
      expect(markAt(text)).toBeUndefined();
    },
  );

  it('leaves traces when a byte of it was lost', () => {
    expect(damagedMarkAt(`${lost}经济运行平稳`)).toMatchObject({ style: 'damaged', length: 1 });
    expect(damagedMarkAt('ˇ“一网通办”')).toMatchObject({ length: 1 });
    expect(damagedMarkAt(lost)).toBeUndefined();
  });
});

describe('a number', () => {
  it('in Chinese words is read below a thousand', () => {
    expect(['十', '二十', '十五', '一百零三', '三十一'].map(hanOrdinal)).toEqual([10, 20, 15, 103, 31]);
    expect(hanOrdinal('千')).toBeUndefined();
  });
  it('alone on its line numbers a row', () => {
    expect(['1', '03', '12.', '七'].map(bareNumber)).toEqual([1, 3, 12, 7]);
    expect(['0', '100', '3%', '三个'].map(bareNumber)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
