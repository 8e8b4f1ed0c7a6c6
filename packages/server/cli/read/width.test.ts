import { describe, expect, it } from 'vitest';
import { aligned, cut, filled, widthOf } from './width.ts';

describe('width in a terminal', () => {
  it.each([
    ['abc', 3],
    ['增长5%', 6],
    ['（一）', 6],
    ['\u001b[1m增长\u001b[22m', 4],
    ['e\u0301', 1],
    ['𠮷', 2],
  ])('of %j is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is filled on either side', () => {
    expect([filled('增长', 6), filled('增长', 6, 'right'), filled('增长', 2)]).toEqual(['增长  ', '  增长', '增长']);
  });

  it('is cut before it is too much, never in the middle of a character', () => {
    expect([cut('增长百分之五', 7), cut('增长', 4), cut('𠮷𠮷𠮷', 4)]).toEqual(['增长百…', '增长', '𠮷…']);
    for (let width = 1; width < 12; width++) expect(widthOf(cut('增a长b百c', width))).toBeLessThanOrEqual(width);
  });

  it('puts columns below one another, whatever script and colour they are in', () => {
    expect(
      aligned([
        ['增长', 'x'],
        ['\u001b[1mab\u001b[22m', 'y'],
      ]),
    ).toEqual(['增长  x', '\u001b[1mab\u001b[22m    y']);
  });
});
