import { hanValue } from './numeral.ts';

interface Stated {
  readonly from: number;
  readonly to: number;
  /** null: a day is named that no calendar of the text gives (春节前). */
  readonly date: string | null;
  /** It frames a period (全年, 到2020年) and so rules the clauses after it too; a deed's own limit does not. */
  readonly frames: boolean;
}

const window = 160;
const day =
  /(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|[底末份]|[上中下]旬)?/
    .source;
const part = `${/年?[底末]|上半年|下半年|内|[一二三四]季度/.source}|${day}`;
const till = /之?前/.source;
const own = /今年|本年度?|当年|年内|全年|年底|年末|岁末/.source;
/** Every way to name a last day, tried from left to right. */
const words = new RegExp(
  [
    `(?<year>(?:19|20)\\d{2}) ?年(?<part>${part})?(?<till>${till})?`,
    /(?<plan>十[一二三四五六]五)[”"’]?(?:规划)?(?:期?末|时期|期间|期内|收官)/.source,
    `(?<next>明年)(?<nextPart>${part})?`,
    `(?<own>${own})(?<ownPart>${part})?(?<ownTill>${till})?`,
    /(?<half>上半年|下半年|前?[一二三四]季度)末?/.source,
    `(?<month>${day})(?<monthTill>${till})?`,
    /(?<years>\d{1,2}|[一二三四五六七八九十]{1,3})年(?:之|以)?内/.source,
    /(?:未来|今后)的?(?<coming>\d{1,2}|[一二三四五六七八九十]{1,3})年/.source,
    /(?<feast>“?(?:五一|十一|七一|八一|六一)”?|国庆节?|春节|元旦|中秋节?|端午节?|清明节?)(?:之?前|期间)/.source,
  ].join('|'),
  'g',
);
/** Years that something is compared with or counted from are no deadlines. */
const looksBack = /(?:比|较|自|从|以|同|与|截至|截止到?|对比|相比|过去|去年|建成于|始于|早在|于|占|每|超过?)[“"‘]?$/;
const looksBackAfter =
  /^(?:的?基础|以来|起(?!草)|开始|相比|同期|的?\d|(?:以?前)?(?:建成|建造|竣工|投用|交付|出生)的|规划|计划(?!安排|新|建|完成|实施|启动|开工|引进|招引|投|培育|推)|版|年度)/;
/** A year that only names the list or its aims is no deadline: 2024年十大民生实事, 今年的主要预期目标. */
const namesTheList =
  /^(?:[，,]?[^，,。；;：:、\d]{0,14})(?:目标|实事|总体要求|工作安排|工作思路|重点任务|主要任务|重点工作|工作报告)/;

/**
 * ISO date of the last day that is stated near a place of the sentence: in its clause, or before it in the sentence with no
 * colon, semicolon or full stop in between. null where none is stated, where it hangs on an unknown year, or where the day is
 * named without a date (春节前).
 * @param year  the year the report plans for, which 今年, 年底前 and 三年内 count from
 */
export function deadlineIn(
  text: string,
  at: { readonly from: number; readonly to: number },
  year: number | undefined,
): string | null {
  const start = sentenceStart(text, at.from);
  const clauseStart = lastOf(text, at.from, start, /[，,]/);
  let end = at.to;
  while (end < text.length && end - at.to < window && !/[，,；;。：:！!]/.test(text.charAt(end))) end++;
  let near: Stated | undefined;
  let far: Stated | undefined;
  let behind: Stated | undefined;
  for (const stated of statedIn(text, start, end, year)) {
    if (stated.from >= at.from && stated.to <= at.to) near = stated;
    else if (stated.from >= at.to) behind ??= stated;
    else if (stated.from >= clauseStart) near = stated;
    else if (stated.frames || standsAlone(text, stated, start)) far = stated;
  }
  return (near ?? behind ?? far)?.date ?? null;
}

function* statedIn(text: string, start: number, end: number, year: number | undefined): Generator<Stated> {
  const part = text.slice(start, end);
  for (const match of part.matchAll(words)) {
    const from = start + match.index;
    const to = from + match[0].length;
    if (looksBack.test(text.slice(Math.max(0, from - 4), from)) || looksBackAfter.test(text.slice(to, to + 6)))
      continue;
    if (
      /[\d第.—–~～-]/.test(text.charAt(from - 1)) ||
      /\d至$/.test(text.slice(Math.max(0, from - 2), from)) ||
      namesTheList.test(text.slice(to, to + 24))
    )
      continue;
    const stated = dayOf(match.groups ?? {}, year);
    if (stated === undefined) continue;
    if (stated.date !== null && year !== undefined && Number(stated.date.slice(0, 4)) < year) continue;
    yield { from, to, ...stated };
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOf(groups: Groups, year: number | undefined): Pick<Stated, 'date' | 'frames'> | undefined {
  const { year: named, part = '', plan, next, own, ownPart = '', half, month, years, coming, feast } = groups;
  if (feast !== undefined) return { date: null, frames: false };
  if (named !== undefined) {
    const frames = part === '' || /[底末]$/.test(part);
    return { date: lastDay(Number(named), part, groups.till !== undefined), frames };
  }
  if (plan !== undefined)
    return { date: lastDay((hanValue(plan.slice(0, -1)) ?? 0) * 5 + 1955, '', false), frames: true };
  if (year === undefined) return { date: null, frames: false };
  if (next !== undefined) return { date: lastDay(year + 1, groups.nextPart ?? '', false), frames: true };
  if (own !== undefined) {
    const frames = (own === '今年' && ownPart === '') || own === '全年';
    const till = groups.ownTill !== undefined && /月$/.test(ownPart);
    return { date: lastDay(year, ownPart, till), frames };
  }
  if (half !== undefined) return { date: lastDay(year, half.replace('前', ''), false), frames: false };
  if (month !== undefined) return { date: lastDay(year, month, groups.monthTill !== undefined), frames: false };
  const span = hanValue(years ?? coming ?? '') ?? Number(years ?? coming);
  if (!(span > 0)) return undefined;
  return { date: lastDay(year + span - 1, '', false), frames: true };
}

/** Last day of a year's part; 6月前 ends before June begins, 6月底前 and 6月30日前 do not. */
function lastDay(year: number, part: string, till: boolean): string | null {
  if (part.startsWith('上半年')) return `${year}-06-30`;
  const quarter = '一二三四'.indexOf(/([一二三四])季度/.exec(part)?.[1] ?? '?');
  if (quarter >= 0) return dateOf(year, quarter * 3 + 3, 0);
  const match = /^(.{1,3})月(?:(.{1,3})[日号]|([底末份])|([上中下])旬)?/.exec(part);
  if (match === null) return part === '' && till ? `${year - 1}-12-31` : `${year}-12-31`;
  const month = value(match[1] ?? '');
  if (month < 1 || month > 12) return null;
  if (match[2] !== undefined) {
    const date = value(match[2]);
    return date >= 1 && date <= daysOf(year, month) ? dateOf(year, month, date) : null;
  }
  if (match[4] === '上') return dateOf(year, month, 10);
  if (match[4] === '中') return dateOf(year, month, 20);
  if (till && match[3] === undefined && match[4] === undefined)
    return month === 1 ? dateOf(year - 1, 12, 0) : dateOf(year, month - 1, 0);
  return dateOf(year, month, 0);
}

function value(written: string): number {
  return /^\d/.test(written) ? Number(written) : (hanValue(written) ?? 0);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** ISO date; day 0 is the month's last. */
function dateOf(year: number, month: number, date: number): string {
  const two = (each: number) => String(each).padStart(2, '0');
  return `${year}-${two(month)}-${two(date === 0 ? daysOf(year, month) : date)}`;
}

function sentenceStart(text: string, at: number): number {
  return lastOf(text, at, Math.max(0, at - window), /[；;。：:！!？?\n]/);
}

/** After the last mark of this kind before `at`, or `least`. */
function lastOf(text: string, at: number, least: number, mark: RegExp): number {
  for (let from = at; from > least; from--) if (mark.test(text.charAt(from - 1))) return from;
  return least;
}

/** 到2025年, and 年内, as clauses of their own. */
function standsAlone(text: string, { from, to }: Stated, start: number): boolean {
  const head = text.slice(lastOf(text, from, start, /[，,]/), from);
  return head.length <= 4 && /[，,]/.test(text.charAt(to));
}
