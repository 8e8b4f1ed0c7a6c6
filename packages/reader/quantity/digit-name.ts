import type { FoundName } from './found.ts';
import { unitAt } from './measure.ts';
import { matchAt, nameToken, type Token, tail } from './token.ts';

type Reason = FoundName['reason'];

/** Names that show by their own shape, in the order in which they are tried. */
const shapes: readonly (readonly [RegExp, Reason])[] = [
  [
    /(?:19|20)\d{2}[-./／](?:0?[1-9]|1[0-2])[-./／](?:0?[1-9]|[12]\d|3[01])(?!\d)(?: ?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?/y,
    'date',
  ],
  [/(?:19|20)\d{2} ?年?(?:[-—–－~～至到]|——|--) ?(?:19|20)\d{2} ?(?:学?年度?)?/y, 'period'],
  [/(?:19|20)\d{2} ?年?(?:[-—–－~～至到]|——|--) ?\d{2} ?(?:学年|年)度?/y, 'period'],
  [/(?:19|20)\d{2}年?(?:[、和及与](?:19|20)\d{2}年?){1,8}(?!\d)/y, 'year'],
  [/(?:19|20)\d{2} ?年 ?\d{1,2}月?(?:[-—–－~～至到]|——|--)\d{1,2}月份?/y, 'period'],
  [
    /(?:19|20)\d{2} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号])?(?:(?:[-—–－~～至到]|——)(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?\d{1,2}[日号])?(?:[底末初份]|[上中下]旬)?/y,
    'date',
  ],
  // 201632日, 2016年32日: the character beside the digits was lost.
  [/(?:19|20)\d{2}年\d{2,4}日|20\d{4,6}日/y, 'date'],
  [/(?:1[89]|20)\d{2} ?年(?:年?[底末初中]|代|版)?/y, 'year'],
  [/\d{1,2}月?(?:[-—–－~～至到]|——|--)\d{1,2}月(?:\d{1,2}日|份|底)?/y, 'period'],
  [/\d{1,2}月\d{1,2}[日号](?:(?:[-—–－~～至到]|——)(?:\d{1,2}月)?\d{1,2}[日号])?/y, 'date'],
  [/\d{1,2}月(?:[底末初份]|[上中下]旬)?(?!龄)/y, 'date'],
  [/\d{1,2}[-—–－~～至到、]\d{1,2}日(?![均常报]|以?内|之内|游)/y, 'date'],
  [/0\d{2,3}[-—－ ]?\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|400[-—]\d{3,4}[-—]\d{3,4}/y, 'phone'],
  [/[1-4](?:[-—至到、][1-4])?季度/y, 'period'],
  [/\d{1,3}(?:[、,，和及与]\d{1,3}){0,12}号(?:地铁)?线/y, 'line-number'],
  [/\d{1,4}(?:[、和及与]\d{1,4}){1,12}号(?!文|令)/y, 'place-name'],
  [/\d{1,4}(?:[、和及与]\d{1,4}){0,12}路(?=公交|车|线路)/y, 'line-number'],
  [/[3-9]G\+[0-9]K|[2-7]G(?![A-Za-z]|bps)|[248]K(?![A-Za-z])/y, 'version'],
  [/\d{1,4}(?: ?[+＋] ?(?:\d{1,4}|[NXYnxA-Z]))+(?!\d|%|个百分)/y, 'policy-code'],
  [/[1-6]A(?:级|(?![A-Za-z]))/y, 'title-name'],
  [/[23]D(?![A-Za-z])|3C(?![A-Za-z])|4S店?|2[BC](?![A-Za-z])/y, 'title-name'],
  [/(?:[5-9]0|[5-9]5|0[05])(?:[、,，]?[6-9]0)?后(?!续|期|勤|者|方|台|代)/y, 'age'],
  [/\d{1,3}(?:(?:[-—–－~～至到]|——|--)\d{1,3})?[周]?岁/y, 'age'],
  [/\d{1,2}世纪(?:\d0年代)?|[1-9]0年代/y, 'period'],
  [/\d{1,3}周年/y, 'period'],
  [/\d{1,4}强/y, 'title-name'],
  [/\d{1,2}[人年]制/y, 'title-name'],
  [/1[%‰]人口(?=抽样|变动)/y, 'title-name'],
  [/[1-5]类(?=创新药|新药|医疗器械|水|及以上|以上|地区)/y, 'level'],
  [/\d{1,3}大(?![类学家道街桥棚厦型小量于半多赛连规])/y, 'item-count'],
  [/\d{8,}(?:[/-]\d+){1,3}/y, 'document-number'],
  [/\d+(?:\.\d+)?版/y, 'version'],
  [/\d\.0(?![\d%％倍万亿个])/y, 'version'],
  [/\d{1,2}(?:[-—~～至到、]\d{1,2})?级/y, 'level'],
  [/\d{1,4}[届]/y, 'session'],
  [/3[·•]15|12[·•]4|6[·•]18|9[·•]3|5[·•]12/y, 'title-name'],
  [/\d{1,2}[:：]\d{2}[-—–~～至到]\d{1,2}[:：]\d{2}/y, 'date'],
  [/(?:985|211)(?=[、/和工高院大]|”)/y, 'title-name'],
  [/\d{1,3}(?:分钟|小时|公里|米)(?=[^，。；、]{0,8}?(?:圈|生活带|半径|健身带))/y, 'title-name'],
];

const phone =
  /(?:12(?:345|3\d\d|348|315|320|328|318|350|369|371|388|393|395)|11[0479]|12[0-2]|955\d\d)(?!\d|[.,，]\d)/y;
const hotline =
  /^(?:[”"]|政务|市民|市长|便民|热线|平台|服务|举报|投诉|、?1[12]\d|刑事|警情|报警|接警|接处警|接报|指挥|急救|急救|案件|联动|出警|法援|法律|维权|劳动|医保|消防|电话|和1|及1|一号)/;
const long = /[\d()（）-]{0,4}\d{11,}/y;

/**
 * The name that begins at a digit, if it is one.
 * @param floor  what lies before it has been read already
 */
export function digitName(text: string, at: number, floor: number): Token | undefined {
  const behind = tail(text, at, 14);
  const glued = gluedName(text, at, floor, behind);
  if (glued !== undefined) return glued;
  if (/(?:附件|附表|附录|专栏|图表|[表图]|Rank: )$/.test(behind)) {
    const number = matchAt(/\d{1,2}(?![\d.%％万亿])/y, text, at);
    if (number !== null && unitAt(text, at + number[0].length) === undefined)
      return nameToken(text, at, at + number[0].length, 'ordinal');
  }
  if (/(?:国道|省道|县道|乡道)$/.test(behind)) {
    const road = matchAt(/\d{1,4}线?(?![.%％万亿公米条])/y, text, at);
    if (road !== null) return nameToken(text, at, at + road[0].length, 'line-number');
  }
  for (const [shape, reason] of shapes) {
    const match = matchAt(shape, text, at);
    if (match === null || keepsNumber(text, at, match[0], reason, behind)) continue;
    return nameToken(text, at, at + match[0].length, reason);
  }
  return (
    yearAlone(text, at) ??
    phoneAt(text, at, behind) ??
    numberOfPlace(text, at, behind) ??
    documentNumber(text, at, floor, behind)
  );
}

/** Shapes of names that are numbers all the same where the words around say so. */
function keepsNumber(text: string, at: number, match: string, reason: Reason, behind: string): boolean {
  if (reason === 'age') return /(?:寿命|平均年龄|岁均)[^，。；]{0,8}$/.test(behind);
  if (reason === 'version' && match.endsWith('.0'))
    return unitAt(text, at + match.length) !== undefined || /(?:率|系数|指数|比|为|达|增长|下降|得分)$/.test(behind);
  if (reason === 'session' && /[举承]办(?:了|各类)?$/.test(behind)) return true;
  if (reason === 'date' && /^\d{1,2}月$/.test(match)) return false;
  return false;
}

/** Letters run into the digits: GB 3095, ISO9001, PM2.5, G15, H7N9; but GDP49% and AED700处 count. */
function gluedName(text: string, at: number, floor: number, behind: string): Token | undefined {
  const letters = /(?:[A-Za-z]{1,8}(?:\/[A-Z])? ?[-—]?|[A-Za-z]\d{1,3}[A-Za-z]|[NX0-9][+＋])$/.exec(behind)?.[0];
  if (letters === undefined || at - letters.length < floor) return undefined;
  const from = at - letters.length;
  const number = matchAt(/\d+(?:\.\d+)*(?:[-—]\d+)*[A-Za-z]{0,3}/y, text, at)?.[0] ?? '';
  const to = at + number.length;
  const standard = /^(?:GB|DB|ISO|HJ|CJJ?|JGJ|QB|NY|JT|WS|GA|IEC|IEEE)(?:\/[A-Z])? ?[-—]?$/.test(letters);
  if (standard) return nameToken(text, from, to, 'standard');
  if (/[+＋]$/.test(letters)) return nameToken(text, from, to, 'policy-code');
  if (/ $/.test(letters)) return undefined;
  if (/^(?:PM|SO|CO|NO|COP|COVID-|IP[Vv]|H|N|APEC|Web|web|MPA|Wi-?Fi|WIFI)$/.test(letters))
    return nameToken(text, from, to, 'title-name');
  const counted = /[%％万亿余多]/.test(text.charAt(to)) || unitAt(text, to) !== undefined;
  if (counted && (letters.length > 1 || /^[A-Z]$/.test(letters) === false)) return undefined;
  if (counted && /[%％]/.test(text.charAt(to))) return undefined;
  return nameToken(text, from, to, 'title-name');
}

function yearAlone(text: string, at: number): Token | undefined {
  const year = matchAt(/(?:19[4-9]|20[0-5])\d(?![\d%％‰.:：,，]\d|[\d%％‰])/y, text, at);
  if (year === null) return undefined;
  const to = at + 4;
  const next = text.charAt(to);
  if (
    /[万亿千余多来]/.test(next) ||
    unitAt(text, to) !== undefined ||
    (unitAt(text, to + 1) !== undefined && next === ' ')
  )
    return undefined;
  // A number of four digits that a verb of counting leads to is a count without a measure word.
  if (
    /(?:新增|增加|达到?|完成|共有?|培训|招聘|超过?|突破|约|近|增长)$/.test(tail(text, at, 4)) &&
    /\p{Script=Han}/u.test(next)
  )
    return undefined;
  return nameToken(text, at, to, 'year');
}

function phoneAt(text: string, at: number, behind: string): Token | undefined {
  const match = matchAt(phone, text, at);
  if (match === null) return undefined;
  const to = at + match[0].length;
  const leads = /(?:热线|拨打|电话|“|"|、)$/.test(behind);
  const follows = hotline.test(text.slice(to, to + 4));
  if (!leads && !follows) return undefined;
  if (unitAt(text, to) !== undefined && !/^[”"]/.test(text.slice(to))) return undefined;
  if (!follows && match[0].length < 5 && !/(?:热线|拨打|电话)$/.test(behind)) return undefined;
  return nameToken(text, at, to, 'phone');
}

function numberOfPlace(text: string, at: number, behind: string): Token | undefined {
  const match = matchAt(/\d{1,5}(?:[-—]\d{1,4})?(?:号|#)(?![召角称])/y, text, at);
  if (match === null) return undefined;
  const to = at + match[0].length;
  if (/[〔［[【(（]?(?:19|20)\d{2}[〕］\]】)）] ?(?:第)?$/.test(behind) || /^文/.test(text.slice(to)))
    return nameToken(text, at, to, 'document-number');
  return nameToken(text, at, to, 'place-name');
}

function documentNumber(text: string, at: number, floor: number, behind: string): Token | undefined {
  const match = matchAt(long, text, at);
  if (match !== null && unitAt(text, at + match[0].length) === undefined)
    return nameToken(text, at, at + match[0].length, 'document-number');
  const marked = matchAt(/\d[\d/-]{5,40}/y, text, at);
  if (marked !== null && /(?:索引号|文号|备案号?|编号|许可证|ICP备)[:： ]{0,2}$/.test(behind) && at >= floor)
    return nameToken(text, at, at + marked[0].length, 'document-number');
  return undefined;
}

const code = /(?:工程|计划|行动|战略|模式|机制|体系|文件|工作法|部署|政策|格局|布局|架构|框架|方案)/;
const proper =
  /^(?:[\p{Script=Han}]{0,4}?)(?:中学|小学|科技园|创意园|产业园|文创园|艺术区|医院|广场|大厦|街区|国道|省道|县道|高速|航站楼|号楼|仓库|社区|地块|基地|公园|专线)/u;

/** A number without measure word that belongs to a name: 113中学, 1906科技园, 532发展战略. */
export function nakedName(text: string, from: number, to: number): Token | undefined {
  const behind = text.slice(to, to + 8);
  if (!/^\p{Script=Han}/u.test(behind)) return undefined;
  if (/^[\p{Script=Han}]{0,4}/u.test(behind) && code.test(text.slice(to, to + 6)))
    return nameToken(text, from, to, 'policy-code');
  if (proper.test(behind) && to - from >= 2) return nameToken(text, from, to, 'title-name');
  return undefined;
}
