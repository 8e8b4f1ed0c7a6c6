import { describe, expect, it } from 'vitest';
import { linesOf } from './source-text.ts';

const text = '页眉\n二、今年安排\n办好实事。😀加快建设。\n\n完成\n改造。尾';
const at = (words: string) => [...text.slice(0, text.indexOf(words))].length;
const sentence = (no: number, words: string) => ({
  no,
  page: null,
  paragraph: 1,
  section: null,
  start: at(words),
  stop: at(words) + [...words].length,
  words,
  hash: '',
});
const lines = linesOf({
  text,
  sentences: [sentence(1, '办好实事。'), sentence(2, '加快建设。'), sentence(3, '完成\n改造。')],
  headings: [{ title: '今年安排', level: 1, role: 'plan', start: 0, end: 9 }],
});

describe('the text line by line', () => {
  it('keeps every character but line breaks, and leaves empty lines out', () => {
    const all = lines.map(({ stretches }) => stretches.map(({ words }) => words).join(''));
    expect(all).toEqual(['页眉', '二、今年安排', '办好实事。😀加快建设。', '完成', '改造。尾']);
  });

  it('marks sentences by code points, over line breaks too, and headings by their titles', () => {
    expect(lines.map(({ stretches }) => stretches.map(({ clause }) => clause))).toEqual([
      [null],
      [null],
      [1, null, 2],
      [3],
      [3, null],
    ]);
    expect(lines.map(({ heading }) => heading)).toEqual([false, true, false, false, false]);
  });
});
