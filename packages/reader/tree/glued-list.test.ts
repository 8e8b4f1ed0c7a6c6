import { describe, expect, it } from 'vitest';
import { gluedEntries, stuckNumber } from './glued-list.ts';

const cut = (text: string): string[] => {
  const starts = [0, ...new Set(gluedEntries(text))].sort((a, b) => a - b);
  return starts.map((from, nth) => text.slice(from, starts[nth + 1] ?? text.length)).filter((piece) => piece !== '');
};

describe('a list whose breaks were lost', () => {
  it('falls apart at the numbers that count on, and at no measure', () => {
    expect(cut('某县民生实事项目1新增5家助餐点2改造道路3条3新建第4小学4帮助260名青年就业')).toEqual([
      '某县民生实事项目',
      '1新增5家助餐点',
      '2改造道路3条',
      '3新建第4小学',
      '4帮助260名青年就业',
    ]);
  });
  it('falls apart behind stops, the number being all that is left of the next line', () => {
    expect(cut('02新建学校16所；03建设公园；04')).toEqual(['02新建学校16所；', '03建设公园；', '04']);
    expect(cut('10项民生实事具体如下01')).toEqual(['10项民生实事具体如下', '01']);
  });
  it.each(['今年办好民生实事10件，新建学校3所。', '1万亩高标准农田2个片区', '2024年建设3条路。'])(
    'is not seen in %s',
    (text) => {
      expect(cut(text)).toEqual([text]);
    },
  );
});

describe('a number stuck to a word', () => {
  it.each([
    ['02新建学校', { no: 2, length: 2 }],
    ['3推进改造', { no: 3, length: 1 }],
    ['3条道路', undefined],
    ['2024年', undefined],
    ['12345热线', undefined],
  ] as const)('%s', (text, expected) => {
    expect(stuckNumber(text)).toEqual(expected);
  });
});
