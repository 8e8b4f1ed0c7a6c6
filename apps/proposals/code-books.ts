import type { results } from './proposal-states.ts';

export type ResultClass = keyof typeof results;
export type CodeBook = 'one' | 'two';

/** What the classes of result mean. B and C of one book are not those of the other: figures name their book, and are never compared across. */
export const codeBooks: Readonly<Record<CodeBook, Readonly<Record<ResultClass, string>>>> = {
  one: { a: '已经解决或采纳', b: '正在解决或已经着手', c: '列入计划逐步解决', d: '留作参考' },
  two: { a: '已经解决或采纳', b: '正在解决或列入计划', c: '因条件限制以后解决', d: '留作参考' },
};

/** What a class means by the district's parameter `proposals.codeBook`. */
export function meaningOf(result: ResultClass, book: unknown): string {
  return codeBooks[book === 'two' ? 'two' : 'one'][result];
}
