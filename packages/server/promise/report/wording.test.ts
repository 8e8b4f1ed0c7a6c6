import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairSentences, piecesOf } from './wording.ts';

const said = (...all: string[]) => all.map((words, index) => ({ no: index + 1, words }));
const told = (before: readonly string[], after: readonly string[]) =>
  pairSentences(said(...before), said(...after)).map((pair) => [
    pair.change,
    pair.change === 'new' ? null : pair.before.no,
    pair.change === 'gone' ? null : pair.after.no,
  ]);

describe('sentences of two texts', () => {
  it('are the same whatever their spaces and the width of their marks', () => {
    expect(told(['新增就业4万人以上，', '完成征收。'], [`新增就业 4 万人以上${','}`, '完成征收。'])).toEqual([
      ['same', 1, 1],
      ['same', 2, 2],
    ]);
  });

  it('are one where only the number differs', () => {
    expect(told(['新增就业4万人以上。'], ['新增就业4.5万人以上。'])).toEqual([['changed', 1, 1]]);
  });

  it('that say the same elsewhere moved; what is gone stands where it stood', () => {
    expect(
      told(
        ['加快建设碧道二期。', '做好人口普查。', '办好国际创新节。', '推进垃圾分类。'],
        ['推进垃圾分类。', '加快建设碧道二期。', '做好人口普查。', '新建两所幼儿园。'],
      ),
    ).toEqual([
      ['moved', 4, 1],
      ['same', 1, 2],
      ['same', 2, 3],
      ['new', null, 4],
      ['gone', 3, null],
    ]);
  });

  it('each stand in exactly one row, of either side', () => {
    const words = fc.array(fc.constantFrom('甲乙丙丁。', '戊己庚辛。', '壬癸子丑。', '寅卯辰巳。', '甲乙丙戊。'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const rows = told(before, after);
        const numbers = (side: 1 | 2) => rows.flatMap((row) => row[side] ?? []).sort();
        expect(numbers(1)).toEqual(before.map((_, index) => index + 1));
        expect(numbers(2)).toEqual(after.map((_, index) => index + 1));
      }),
    );
  });
});

describe('the pieces of two sentences', () => {
  it('take a number as one piece', () => {
    expect(piecesOf('新增8个以上', '新增10个以上')).toEqual([
      { kind: 'same', words: '新增' },
      { kind: 'gone', words: '8' },
      { kind: 'new', words: '10' },
      { kind: 'same', words: '个以上' },
    ]);
  });

  it('give both sentences back', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '1', '2', '.', 'a', '，'), maxLength: 30 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const all = piecesOf(before, after);
        const side = (other: 'gone' | 'new') => all.filter(({ kind }) => kind !== other).map(({ words }) => words);
        expect(side('new').join('')).toBe(before);
        expect(side('gone').join('')).toBe(after);
      }),
    );
  });
});
