import { type Change, chanceOf, type Damage, rewritten } from './rewriting.ts';

const digit = /\d/;
const gone: Change = { as: null };

/** The 、 between two percentages is gone: 86.2%51.1%. */
export const lostSeparators: Damage = (text) =>
  rewritten(text, (offset, characters) =>
    characters[offset] === '、' && characters[offset - 1] === '%' && digit.test(characters[offset + 1] ?? '')
      ? gone
      : undefined,
  );

/** 年 and 月 inside a full date are gone: 201632日. */
export const lostDateWords: Damage = (text) => {
  const dropped = new Set<number>();
  const points = codePointsAt(text);
  for (const { 0: date, 1: year = '', 2: month = '', index } of text.matchAll(/(\d{4})年(\d{1,2})月(?=\d{1,2}日)/g)) {
    if (date === undefined) continue;
    dropped.add(points(index + year.length));
    dropped.add(points(index + year.length + 1 + month.length));
  }
  return rewritten(text, (offset) => (dropped.has(offset) ? gone : undefined));
};

/** List marks at the beginning of a line are damaged, wholly or by their first sign. */
export const lostMarks: Damage = (text, seed) => {
  const chance = chanceOf(seed);
  const sign = chance() < 0.5 ? '?' : 'ˇ';
  const wholly = chance() < 0.5;
  const points = codePointsAt(text);
  const changes = new Map<number, Change>();
  for (const { 0: found, index } of text.matchAll(
    /(?<=(?:^|\n)[ \t\u00a0\u3000]*)[（(][一二三四五六七八九十]{1,3}[)）]/g,
  )) {
    const start = points(index);
    for (let at = 0; at < found.length; at++) changes.set(start + at, at === 0 ? { as: sign } : wholly ? gone : {});
  }
  return rewritten(text, (offset) => changes.get(offset));
};

/** Every line break is gone. */
export const oneLine: Damage = (text) =>
  rewritten(text, (offset, characters) => (/[\r\n]/.test(characters[offset] ?? '') ? gone : undefined));

/** About half of the line breaks are gone. */
export const lostBreaks: Damage = (text, seed) => {
  const chance = chanceOf(seed);
  return rewritten(text, (offset, characters) => (characters[offset] === '\n' && chance() < 0.5 ? gone : undefined));
};

/** Code points before a UTF-16 index, for indices that only grow. */
function codePointsAt(text: string): (index: number) => number {
  let seen = 0;
  let points = 0;
  return (index) => {
    if (index < seen) {
      seen = 0;
      points = 0;
    }
    while (seen < index) {
      seen += (text.codePointAt(seen) ?? 0) > 0xffff ? 2 : 1;
      points++;
    }
    return points;
  };
}
