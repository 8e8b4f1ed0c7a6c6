import { endsAt } from './clause.ts';
import { fixedWordAt } from './fixed-word.ts';
import type { FoundName } from './found.ts';
import { matchAt, nameToken, type Token, tail, words } from './token.ts';

type Reason = FoundName['reason'];

const shapes: readonly (readonly [RegExp, Reason])[] = [
  [
    /[一二][零〇○九][零〇○一二三四五六七八九]{2}年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?|[底末初])?/y,
    'date',
  ],
  [/十[一二三四五六七]?五(?=[”"]|规划|时期|期间|[初末]|开局|收官|以来|计划)/y, 'period'],
  [/十[一二三四五六]五(?!个|家|项|条|处|名|人|年|日|号|届|次|大)/y, 'period'],
  [/[一二三四](?:[至到、-][一二三四])?季度末?/y, 'period'],
  [/[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号]|[底末初份]|[上中下]旬)?(?![嫂饼子光])/y, 'date'],
  [/[一二三四五六七八九十百]{1,4}届(?:[一二三四五六七八九十]{1,3}[中次](?:全会|会议)?)?/y, 'session'],
  [/[一二三四五六七八]中全会|[一二三四五六七八]中(?=[、和及与])/y, 'session'],
  [
    /(?:十[六七八九]|二十[一]?)大(?=以来|精神|报告|代表|召开|确定|提出|战略|部署|闭幕|胜利|描绘|擘画|和|、|，|。|$|作)/y,
    'session',
  ],
  [/[一二三四五六七八]大(?=纪念|会址|代表|[、，]|精神|召开)(?<=中共.{1,2}|中共一大.{0,6})/y, 'session'],
  [/(?<=神舟|天问|嫦娥|天宫|长征|北斗|天舟|玉兔)[一二三四五六七八九十]{1,3}号/y, 'title-name'],
  [/[一二三四五六七八九十]{1,3}次(?:全会|会议|全体会议|党代会|代表大会|常委会|常务会|历次|全委会)/y, 'session'],
  [/[一二三四五六七八九十]{1,3}号(?:地铁)?线/y, 'line-number'],
  [/[一二三四五六七八九十]{1,3}号(?!召|称|角)/y, 'place-name'],
  [
    /[一二三四五六七八九十两]{1,2}(?:[、至到-][一二三四五六七八九十]{1,2})?(?:级|星级|等奖|年级|线城市|甲医院|档(?!案)|本院校)/y,
    'level',
  ],
  [
    /[一二三四五](?:[、至到-][一二三四五])?类(?=水|及以上|以上|标准|地区|幼儿园|疫苗|功能区|地表|河|用地|市场)/y,
    'level',
  ],
  [/[一二三四五六七八九十]{1,2}(?:[、至到][一二三四五六七八九十]{1,2})?期(?!间|待|限|望|盼|货|刊)/y, 'ordinal'],
  [/[一二三四五六七八九十百]{1,3}周年/y, 'period'],
  [/[一二三四五六七八九]十年代/y, 'period'],
  [/(?:千|万|百|十万|百万|千万|百亿|千亿|万亿|亿|十亿|两千亿|五千亿)(?:元|吨|亩|人|千瓦|平方米)?级/y, 'level'],
  [
    /(?:千|万|百|百万|千万|十亿|百亿|千亿|万亿|亿)元(?=楼|产业|企业|集群|项目|镇|村|园|GDP|地区|生产|工业|俱乐部|板块|强|大县|区|县|街|大楼|商圈|税)/y,
    'level',
  ],
  [/[两二三四五六七八九十]{1,3}大(?![类学家道街桥棚厦型小量于半多数赛连])/y, 'item-count'],
];

/** The name or mere word that a Chinese numeral at `at` belongs to, if any. */
export function hanName(text: string, at: number): Token | undefined {
  const mark = listMark(text, at);
  if (mark !== undefined) return mark;
  for (const [shape, reason] of shapes) {
    const match = matchAt(shape, text, at);
    if (match === null) continue;
    if (reason === 'date' && /个$/.test(match[0])) continue;
    const isYear = reason === 'date' && /年$/.test(match[0]);
    return nameToken(text, at, at + match[0].length, isYear ? 'year' : reason);
  }
  const fixed = fixedWordAt(text, at);
  if (fixed === undefined) return undefined;
  const to = at + fixed.word.length;
  if (/^(?:十分|百分)$/.test(fixed.word) && /^[钟之点]/.test(text.charAt(to))) return undefined;
  return fixed.motto ? nameToken(text, at, to, 'slogan') : words(to);
}

/** 一是, 二要, 其三 and (一), 一、 where a clause begins. */
function listMark(text: string, at: number): Token | undefined {
  const run = matchAt(/[一二三四五六七八九十]{1,3}/y, text, at)?.[0];
  if (run === undefined) return undefined;
  const to = at + run.length;
  const last = text.charAt(at - 1);
  const next = text.charAt(to);
  if (/[(（]/.test(last) && /[)）]/.test(next)) return nameToken(text, at - 1, to + 1, 'list-mark');
  if (tail(text, at, 8).trim() === '' && /[、.．]/.test(next) && !/^[一二三四五六七八九十]/.test(text.slice(to + 1)))
    return nameToken(text, at, to, 'list-mark');
  if ((at === 0 || endsAt(text, at - 1) || /[“\s　]/.test(last)) && /[是要]/.test(next) && run.length <= 2)
    return nameToken(text, at, to, 'list-mark');
  if (last === '其' && (endsAt(text, to) || next === '是')) return nameToken(text, at, to, 'list-mark');
  return undefined;
}

/** Counting words before a numeral that make it one of a series or each of them: 每千人, 新一轮, 另一个. */
export function isBound(text: string, at: number): boolean {
  return /[每新另同某各任这那哪统唯单专逐之]$/.test(tail(text, at, 1));
}
