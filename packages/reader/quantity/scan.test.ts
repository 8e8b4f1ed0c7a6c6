import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlineIn, quantitiesIn } from './index.ts';

const pieces = fc.constantFrom(
  ...'0 1 12 2024 . , ，、 。 ； ： : % ‰ - — 至 到 / × + “ ” 《 》 ( ) （ ） 一 二 两 三 十 百 千 万 亿 半 第 前 翻 番 成 倍 个 家 项 元 亩 年 月 日 号 线 级 类 届 岁 版 强 分之 百分之 个百分点 不少于 超 近 约 以上 以内 左右 余 多 由 从 增长 下降 提高到 分别 累计 占 比 全市 居 连续 力争 冲刺 G A GB PM 的 和 以及 民生实事 今年 前'.split(
    ' ',
  ),
);

describe('any text', () => {
  it('is read without error, in order, in bounds and without overlap', () => {
    const anything = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { quantities, names } = quantitiesIn(text);
        const places = [...quantities, ...names].sort((a, b) => a.from - b.from);
        let last = 0;
        for (const { from, to } of places) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const each of quantities) {
          expect(each.raw).toBe(text.slice(each.from, each.to));
          expect(Number.isFinite(each.value)).toBe(true);
          expect(each.digitsFrom).toBeGreaterThanOrEqual(each.from);
          expect(each.digitsTo).toBeLessThanOrEqual(each.to);
          deadlineIn(text, each, 2024);
        }
        for (const each of names) expect(each.text).toBe(text.slice(each.from, each.to));
      }),
      { numRuns: 3000 },
    );
  });

  it('drops no digit: each belongs to a quantity or to a name', () => {
    const sentence = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(sentence, (text) => {
        const { quantities, names } = quantitiesIn(text);
        const covered = [...quantities, ...names];
        for (const { index } of text.matchAll(/\d/g))
          expect(covered.some(({ from, to }) => from <= index && index < to)).toBe(true);
      }),
    );
  });

  it.each(['1', '1,', '一', '万', '%', '十一', '1%', '“', '1、', '不少于1个、', '由1项到', 'A1', '一年'])(
    'a long run of %j takes time in step with its length',
    (piece) => {
      const text = piece.repeat((piece.length === 1 ? 1_000_000 : 200_000) / piece.length);
      const start = performance.now();
      quantitiesIn(text);
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );
});
