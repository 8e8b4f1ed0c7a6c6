import type { Line } from './line.ts';
import { hanOrdinal } from './mark.ts';
import type { Place } from './outline.ts';
import { periodsIn } from './period.ts';

/** The year whose work is planned, and what says so. */
export interface PlannedYear {
  readonly year: number;
  readonly from: 'planHeading' | 'targets' | 'title' | 'meeting' | 'pastHeading' | 'openingYear' | 'text' | 'page';
}

const plans = /(?:安排|任务|目标|打算|部署|思路|重点|建议|计划|主要工作|工作(?:意见|要点)|工作$)/;
const looksBack = /回顾|总结|情况|成绩|成效|以来/;
/** A title begins with its year, a place before it at most. */
const titleYear = /^[^。，、：一-十\d]{0,16}(20\d\d)年?[^。，]{0,24}(?:报告|实事|民心工程|完成情况)[^。，]{0,12}$/;
const date = /(20\d\d)年(\d{1,2})月/;

/** Reads the year from headings first, then from the paragraph of targets, the title, the date of the meeting. */
export function plannedYear(
  lines: readonly Line[],
  front: readonly number[],
  body: readonly number[],
  places: readonly Place[],
): PlannedYear | undefined {
  const textOf = (at: number): string => lines[at]?.text ?? '';
  const heads = places.filter(({ level }) => level <= 2).map(({ title }) => title);
  const ahead = heads.filter((title) => plans.test(title) && !looksBack.test(title));
  const behind = latest(heads.filter((title) => looksBack.test(title)));
  const planned = latest(ahead.filter((title) => !/时期|五年/.test(title)));
  if (planned !== undefined && (behind === undefined || planned > behind))
    return { year: planned, from: 'planHeading' };
  for (const at of body) {
    const found = /(20\d\d)年[^。]{0,40}(?:预期|主要|奋斗)目标/.exec(textOf(at));
    if (found !== null && !/时期|五年|到$/.test(textOf(at).slice(Math.max(0, found.index - 8), found.index + 12))) {
      return { year: Number(found[1]), from: 'targets' };
    }
  }
  const head = front.map(textOf);
  const titled = head.map((text) => titleYear.exec(text)?.[1]).find((found) => found !== undefined);
  if (titled !== undefined) return { year: Number(titled), from: 'title' };
  const meeting = date.exec(head.find((text) => date.test(text) && /会议|届/.test(text)) ?? '');
  // New governments are elected in late autumn and then plan the year to come.
  if (meeting !== null) return { year: Number(meeting[1]) + (Number(meeting[2]) >= 11 ? 1 : 0), from: 'meeting' };
  if (behind !== undefined) return { year: behind + 1, from: 'pastHeading' };
  const opening = latest(
    body
      .map(textOf)
      .filter((text) => /^20\d\d年(?:是|，我们(?:将|要))/.test(text))
      .map((text) => text.slice(0, 12)),
  );
  if (opening !== undefined) return { year: opening, from: 'openingYear' };
  const past = firstIn(body, textOf, /(?:过去的?|刚刚过去的)(20\d\d)年/);
  if (past !== undefined) return { year: Number(past) + 1, from: 'text' };
  const plan = planYear(body, textOf);
  if (plan !== undefined) return { year: plan, from: 'text' };
  const named = namedYear([...head, ...body.slice(0, 24).map(textOf)]);
  if (named !== undefined) return { year: named, from: 'text' };
  const page = head.map((text) => pageDate.exec(text)?.[1]).find((found) => found !== undefined);
  return page === undefined ? undefined : { year: Number(page), from: 'page' };
}

const pageDate = /(20\d\d)(?:年\d{1,2}月|[-./]\d{1,2}[-./]\d|-\d{1,2}\b)/;
/** The year of which a cutting tells, beside words that promise something in it or name its items. */
const namesYear = [
  /(20\d\d)年[，,]?[^。；，]{0,14}(?:将|计划|力争|拟|继续|要(?=[办做抓完建新])|重点(?:抓好|做好|实施|推进)|预期|奋斗目标)/,
  /(20\d\d)年度?[^。；]{0,30}(?:实事|民心工程|工作要点|重点工作|工作安排|工作任务)/,
  /[省市区县旗州镇乡](20\d\d)年/,
] as const;

function namedYear(texts: readonly string[]): number | undefined {
  for (const pattern of namesYear) {
    for (const text of texts) {
      const found = pattern.exec(text.slice(0, 400))?.[1];
      if (found !== undefined) return Number(found);
    }
  }
  return undefined;
}

/** What a report without dates says of the five-year plan: its first year is this one, or is over. */
function planYear(body: readonly number[], textOf: (at: number) => string): number | undefined {
  const words: readonly (readonly [RegExp, number])[] = [
    [/今年是[^。]{0,60}?(十.)五[”"]?[^。]{0,12}(?:开局|起步|第一年)/, 0],
    [/今年是[^。]{0,60}?(十.)五[”"]?[^。]{0,12}(?:收官|最后一年|决胜)/, 4],
    [/实现了[“"]?(十.)五[”"]?(?:规划)?(?:的)?良好开局/, 1],
    [/20\d\d年是[“"]?(十.)五[”"]?(?:规划)?(?:的)?收官之年/, 5],
  ];
  for (const [pattern, offset] of words) {
    const found = firstIn(body, textOf, pattern);
    const nth = found === undefined ? undefined : hanOrdinal(found);
    if (nth !== undefined) return 2006 + 5 * (nth - 11) + offset;
  }
  return undefined;
}

function firstIn(body: readonly number[], textOf: (at: number) => string, pattern: RegExp): string | undefined {
  for (const at of body) {
    const found = pattern.exec(textOf(at))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function latest(texts: readonly string[]): number | undefined {
  const years = texts.flatMap((text) => periodsIn(text).years);
  return years.length === 0 ? undefined : years.reduce((most, one) => Math.max(most, one), 0);
}
