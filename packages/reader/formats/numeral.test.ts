import { describe, expect, it } from 'vitest';
import { numeralOf } from './numeral.ts';

describe('numerals that a word processor sets', () => {
  it.each([
    ['chineseCounting', [1, 10, 11, 20, 21, 100, 105], '一 十 十一 二十 二十一 一百 一百零五'],
    ['chineseLegalSimplified', [1, 12], '壹 壹拾贰'],
    ['ideographDigital', [9, 10], '九 一〇'],
    ['ideographTraditional', [1, 3, 11], '甲 丙 11'],
    ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
    ['decimalFullWidth', [12], '１２'],
    ['upperLetter', [1, 26, 27], 'A Z AA'],
    ['lowerRoman', [4, 9, 14, 40], 'iv ix xiv xl'],
    ['decimalZero', [7, 12], '07 12'],
    ['bullet', [1], ''],
    ['somethingNew', [3], '3'],
  ])('%s', (format, numbers, written) => {
    expect(numbers.map((n) => numeralOf(n, format)).join(' ')).toBe(written);
  });
});
