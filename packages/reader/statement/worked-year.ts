import { evidenceOf } from './evidence.ts';
import type { ReadSentence } from './read-sentence.ts';

const NAMED = /(?<![到至比较自从])(20\d\d)年(?!以来|以前|底|末|前)/;
const ANNOUNCED = /^[^。；;]{0,30}?(?:计划|力争|将|要|拟|确保|重点|抓好|做好|目标|安排|打算|预期)/;
/** 今年 is the year after the one that is told of. */
const TOLD = /^[^。；;]{0,40}?(?:同比|比上年|增长|了|累计|荣获|获评)/;

/**
 * The year that 今年 means, where the document did not say it: a year whose work is announced (2021年重点抓好…), else the year
 * after the last that is told of as done, where 今年 stands beside it. undefined where the words leave it open.
 */
export function workedYear(sentences: readonly ReadSentence[], known: number | undefined): number | undefined {
  if (known !== undefined) return known;
  let told: number | undefined;
  let speaksOfThisYear = false;
  for (const { sentence } of sentences) {
    const { text } = sentence.passage;
    speaksOfThisYear ||= /今年(?!以来|上半年)/.test(text);
    const named = NAMED.exec(text);
    if (!named) continue;
    const behind = text.slice(named.index + named[0].length, named.index + named[0].length + 60);
    const evidence = evidenceOf(text, undefined);
    if (evidence > 0 && ANNOUNCED.test(behind)) return Number(named[1]);
    if (evidence < 0 && TOLD.test(behind)) told = Math.max(told ?? 0, Number(named[1]));
  }
  return told !== undefined && speaksOfThisYear ? told + 1 : undefined;
}
