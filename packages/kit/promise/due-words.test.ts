import { describe, expect, it } from 'vitest';
import { dueOfWords, firmnessOf } from './due-words.ts';

describe('dates of a report', () => {
  it.each([
    ['年内', '2027-12-31'],
    ['全年新增就业1万人', '2027-12-31'],
    ['年底前', '2027-12-31'],
    ['2027年底前', '2027-12-31'],
    ['上半年', '2027-06-30'],
    ['一季度', '2027-03-31'],
    ['第三季度末前', '2027-09-30'],
    ['6月底前', '2027-06-30'],
    ['6 月底', '2027-06-30'],
    ['２月底前', '2027-02-28'],
    ['十月底前', '2027-10-31'],
    ['十二月', '2027-12-31'],
    ['9月15日前', '2027-09-15'],
    ['5月上旬', '2027-05-10'],
    ['2028年6月底前', '2028-06-30'],
    ['明年3月底前', '2028-03-31'],
    ['明年', '2028-12-31'],
    ['国庆节前', '2027-09-30'],
    ['五一前', '2027-04-30'],
  ])('%s: %s', (words, due) => {
    expect(dueOfWords(words, 2027)).toEqual({ due });
  });
  it('before a quarter or a month may be its beginning or its end: asked, not guessed', () => {
    expect(dueOfWords('三季度前', 2027)).toEqual({ due: '2027-09-30', doubt: 'ambiguous' });
    expect(dueOfWords('5月前', 2027)).toEqual({ due: '2027-05-31', doubt: 'ambiguous' });
  });
  it.each(['尽快', '加快推进', '积极谋划', ''])('“%s” has no date, and none is invented', (words) => {
    expect(dueOfWords(words, 2027)).toEqual({ due: null, doubt: 'undated' });
  });
  it('what is to be basically done by a day needs a standard', () => {
    expect(dueOfWords('年内基本建成', 2027)).toEqual({ due: '2027-12-31', doubt: 'standard' });
    expect(dueOfWords('基本建成', 2027)).toEqual({ due: null, doubt: 'undated' });
  });
  it('a feast of the moon needs the calendar', () => {
    expect(dueOfWords('春节前', 2027)).toEqual({ due: null, doubt: 'calendar' });
  });
  it('a day that does not exist is no date', () => {
    expect(dueOfWords('2月30日前', 2027)).toEqual({ due: null, doubt: 'undated' });
    expect(dueOfWords('13月底', 2027).due).toBeNull();
  });
});

it('确保 binds, 力争 aims, and the weaker of both holds', () => {
  expect([
    firmnessOf('确保建成'),
    firmnessOf('力争建成'),
    firmnessOf('建成'),
    firmnessOf('确保开工、力争建成'),
  ]).toEqual(['binding', 'aimed', 'plain', 'aimed']);
});
