import { type Draft, matchAt } from './token.ts';

type Bound = Pick<Draft, 'comparator' | 'nuance'>;

const atLeast: Bound = { comparator: '>=' };
const over: Bound = { comparator: '>=', nuance: 'over' };
const atMost: Bound = { comparator: '<=' };
const under: Bound = { comparator: '<=', nuance: 'under' };
const about: Bound = { comparator: '~' };
const nearly: Bound = { comparator: '~', nuance: 'under' };

/** Comparing words right before the number; 签约, 侦破 and 最近 are other words that end alike. */
const leading =
  /(?:(?<least>不少于|不低于|不小于|不短于|不得少于|不得低于|不得小于|至少|最少|起码|最低)|(?<most>不超过|不超出|不高于|不大于|不多于|不得超过|不得高于|不突破|未超过|未突破|至多|最多|最高)|(?<over>超过|超出|突破|高于|大于|多于|(?<![赶高])超|逾|(?<![侦攻打爆突])破)|(?<under>低于|少于|小于|不足|不到|未满|不满)|(?<near>接近|将近|逼近|(?<![最附就靠临远新邻])近)|(?<about>大约|约为|约占|大概|(?<![节集签预违制契公合条履续])约))(?:了|为|占|达到|达|是|在|有|全[市省国区县])?$/;
/** 至少建成3个: the verb stands between. */
const leadingVerb =
  /(?:(?<least>至少|不少于)|(?<most>至多|最多))(?:建成|新建|新增|完成|开展|培育|打造|改造|引进|组织|举办|实现|增加|落实|办好|办|开办|创建|推出|解决|安排|有|要)$/;
/** 上, 过 compare only before a round Chinese numeral: 上百家, 过万人. */
const leadingRound = /双?[上过]$/;
const trailing =
  /(?: ?[(（]含[)）])?(?:(?<least>及?以上|之上|起步)|(?<most>及?以内|之内|及?以下|之下|内(?![容部外需生涵蒙河陆环资]))|(?<about>左右|上下(?![水班游联楼左]))|(?<more>有余|余(?![额量下年地万]))|(?<under>不到))/y;
const farthest = 12;

/** What the words on both sides of a number say of its bound; the number's place grows over them. */
export function bound(text: string, draft: Draft, floor: number): void {
  if (draft.form === 'rank' || draft.form === 'streak') return;
  const behind = trailingAt(text, draft);
  if (draft.comparator === 'range') {
    if (behind !== undefined && behind.word !== '内') draft.to = behind.to;
  } else {
    const ahead = leadingAt(text, draft, floor);
    const written = ahead?.bound ?? behind?.bound;
    if (written !== undefined && draft.comparator === '=') set(draft, written);
    else if (written !== undefined && ahead !== undefined && ahead.bound !== nearly && ahead.bound !== about)
      set(draft, written);
    if (ahead !== undefined) draft.from = ahead.from;
    if (behind !== undefined) draft.to = behind.to;
  }
  draft.raw = text.slice(draft.from, draft.to);
}

function set(draft: Draft, { comparator, nuance }: Bound): void {
  draft.comparator = comparator;
  if (nuance === undefined) delete draft.nuance;
  else draft.nuance = nuance;
}

function leadingAt(text: string, draft: Draft, floor: number): { bound: Bound; from: number } | undefined {
  const start = Math.max(floor, draft.from - farthest);
  const words = text.slice(start, draft.from);
  const match = leading.exec(words);
  if (match !== null) {
    const { least, most, over: above, under: below, near } = match.groups ?? {};
    const read = least ? atLeast : most ? atMost : above ? over : below ? under : near ? nearly : about;
    return { bound: read, from: start + match.index };
  }
  const verb = leadingVerb.exec(words)?.groups;
  if (verb !== undefined) return { bound: verb.least === undefined ? atMost : atLeast, from: draft.from };
  if (/^[百千万亿半]/.test(text.slice(draft.digitsFrom)) && leadingRound.test(words)) {
    const length = words.endsWith('双上') ? 2 : 1;
    return { bound: over, from: draft.from - length };
  }
  return undefined;
}

function trailingAt(text: string, draft: Draft): { bound: Bound; to: number; word: string } | undefined {
  const match = matchAt(trailing, text, draft.to);
  if (match === null) return undefined;
  const { least, most, about: near, more } = match.groups ?? {};
  // 内 alone bounds times and distances: 3日内, 500米内.
  if (most === '内' && draft.form !== 'duration' && draft.form !== 'measure') return undefined;
  const read = least ? atLeast : most ? atMost : near ? about : more ? over : under;
  return { bound: read, to: draft.to + match[0].length, word: most ?? '' };
}
