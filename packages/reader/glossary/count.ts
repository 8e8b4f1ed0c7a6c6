/** What is longer is no term but an entry that nothing separates. */
const longestTerm = 60;

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Reads a whole number written in Arabic or in Chinese up to 九十九; undefined where the words are no such number. */
export function countIn(words: string): number | undefined {
  if (/^\d{1,4}$/.test(words)) return Number(words);
  const match = /^([一二三四五六七八九两双]?)(十?)([一二三四五六七八九]?)$/.exec(words);
  if (match === null || words === '') return undefined;
  const [, head = '', ten = '', tail = ''] = match;
  if (ten === '') return tail === '' ? digits[head] : undefined;
  return (head === '' ? 1 : (digits[head] ?? 1)) * 10 + (tail === '' ? 0 : (digits[tail] ?? 0));
}

/** A numeral of a name. What stands around it tells a count from an ordinal, a year, a version or a plan. */
const numeral = /[一二两双三四五六七八九十]+|\d+/g;
const notCountAfter =
  /^(?:[.．:：年月日号期届级线楼座度世纪部万亿千百+＋%％—\-/]|分钟|小时|公里|周年|体化|批次|A级|G|D)/;
const notCountBefore = /[第\d.．+＋“]?[第.．+＋初]$/;

/**
 * The count that a name promises: 六 of 六稳, 4 of 四个出新出彩, 15 of 暖企15条. Names with several numerals (一核三带四区,
 * 1+2+3) promise no single count, but 四个三 are four; 一 promises nothing to enumerate; 十四五 is the name of a plan.
 */
export function countOfTerm(term: string): number | undefined {
  if (term.length > longestTerm) return undefined;
  const bare = term.replaceAll(/[“”"「」『』]/g, '');
  if (/[、，,；;+＋]/.test(bare)) return undefined;
  const outer = /^([二两三四五六七八九十]{1,2})个[一二三四五六七八九十]/.exec(bare)?.[1];
  if (outer !== undefined) return countIn(outer);
  const counts: number[] = [];
  for (const match of bare.matchAll(numeral)) {
    const words = match[0];
    const before = bare.slice(0, match.index);
    const after = bare.slice(match.index + words.length);
    if (/^十[一二三四五]五$/.test(words) || notCountBefore.test(before) || notCountAfter.test(after)) return undefined;
    const count = countIn(words);
    if (count === undefined) return undefined;
    counts.push(count);
  }
  const [count] = counts;
  return counts.length === 1 && count !== undefined && count >= 2 && count <= 60 ? count : undefined;
}

/** The single character that a name counts (稳 of 六稳, 上 of 四上企业), where it counts one. */
export function countedCharacter(term: string): string | undefined {
  const bare = term.replaceAll(/[“”"「」『』]/g, '');
  const match = /[二两双三四五六七八九十]+([^个项大条种类本张支方])/.exec(bare);
  return match?.[1];
}
