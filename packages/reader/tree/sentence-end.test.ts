import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceEnds } from './sentence-end.ts';

const cut = (text: string): string[] => {
  let from = 0;
  return sentenceEnds(text).map((end) => {
    const sentence = text.slice(from, end);
    from = end;
    return sentence;
  });
};

describe('sentences', () => {
  it('end at a full stop, an exclamation or a question, not at a semicolon', () => {
    expect(cut('修路；架桥。种树！好不好？好')).toEqual(['修路；架桥。', '种树！', '好不好？', '好']);
  });
  it('keep closing quotes and brackets with them', () => {
    expect(cut('他们说：“马上就办。”大家点头。（见附件。）完')).toEqual([
      '他们说：“马上就办。”',
      '大家点头。',
      '（见附件。）',
      '完',
    ]);
  });
  it('do not end inside quotes or brackets whose sentence goes on', () => {
    expect(cut('落实“稳字当头。稳中求进”要求，推进（一期。二期）建设。')).toHaveLength(1);
  });
  it('are not swallowed by a stray quote', () => {
    expect(cut(`打造“十分钟圈。${'建成公园。'.repeat(60)}`)).toHaveLength(61);
  });
  it('part where a stop was lost between a percentage and a year', () => {
    expect(cut('分别增长16%11%2015年，认定企业12家')).toEqual(['分别增长16%11%', '2015年，认定企业12家']);
  });
  it('are not ended by a question mark that stands for a lost character', () => {
    expect(cut('进入前1?，位居前列。')).toHaveLength(1);
  });
  it('end at a dot between Chinese characters, not inside a number', () => {
    expect(cut('完成3.5公里.开工2条')).toEqual(['完成3.5公里.', '开工2条']);
  });
  it('tile any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('。', '！', '“', '”', '（', '）', '；', '.', '%', '2', '年', '区', ' '), {
          maxLength: 60,
        }),
        (chars) => {
          const text = chars.join('');
          expect(cut(text).join('')).toBe(text);
        },
      ),
    );
  });
});
