import type { Quotation } from './clause.ts';
import { measured } from './digit-number.ts';
import { hanName, isBound } from './han-name.ts';
import { countsHan, unitAt } from './measure.ts';
import { hanValue, type Numeral, numeralIn } from './numeral.ts';
import { type Draft, draftOf, matchAt, nameToken, quantityToken, type Token, tail, words } from './token.ts';

/** A bare 百, 千, 万 counts these freely; with other measure words it is a figure of speech unless a comparison leads it. */
const countedByHundred = /^(?:名|栋|个|场|项|座|件|幢|套|辆|台|间|支|处|条|吨|人次|亿元|万元)$/;
const leadsHundred = /(?:[上近超逾过约数几破达有至增]|双上|突破|超过|接近|跨越|迈上|迈向|冲刺|新增|实现|完成)$/;
/** 一 is mostly an article; after these it counts. */
const leadsOne =
  /(?:新[建增设]|增[加设]|减少|建成|开办|完成|引进|改造|提前|时隔|连续|延长|缩短|各|办|仅用|满|每镇|每街|每村|每区|不少于|至少)$/;
/** A stretch of years is a period unless something is done to the years. */
const leadsYears =
  /(?:提前|时隔|连续|延长|缩短|压缩|期限|为期|历时|不少于|不低于|满|用了?|达|超过?|近?仅|再|早|晚|已有|保持)$/;
/** What begins at a Chinese digit. */
export function hanAt(text: string, at: number, floor: number, quote: Quotation | undefined): Token {
  const fraction = partAt(text, at);
  if (fraction !== undefined) return fraction;
  const run = matchAt(/[零〇一二三四五六七八九十百千万亿两]{1,64}/y, text, at)?.[0] ?? text.charAt(at);
  const end = at + run.length;
  const approximate = neighboursAt(text, at);
  if (approximate !== undefined) return approximate;
  const named = hanName(text, at);
  const isShort = quote !== undefined && quote.to - quote.from <= 12;
  if (named !== undefined)
    return isShort && isSlogan(named) ? nameToken(text, Math.max(quote.from, floor), quote.to, 'slogan') : named;
  if (isShort && !/^(?:上百|双上百|超百|过百)/.test(text.slice(quote.from, quote.to)))
    return nameToken(text, Math.max(quote.from, floor), quote.to, 'slogan');
  const numeral = numeralIn(text, at);
  if (numeral === null || /^[零〇]+$/.test(run) || isBound(text, at)) return words(end);
  const streak = streakAt(text, numeral);
  if (streak !== undefined) return streak;
  const before = tail(text, at, 6);
  const unit = unitAt(text, numeral.to);
  const word = unit?.text ?? '';
  if (unit !== undefined && countsHan(word)) {
    if (run === '一' && (word === '批' || !leadsOne.test(before))) return words(end);
    if (word === '年' && !leadsYears.test(before)) return nameToken(text, at, numeral.to + 1, 'period');
    if (bare(run) && !countedByHundred.test(word) && !leadsHundred.test(before)) return words(end);
    return quantityToken(vague(text, range(text, numeral) ?? measured(text, numeral, at)));
  }
  if (
    bare(run) &&
    run.length === 1 &&
    /双?[上超过近逾]$/.test(before) &&
    !/^\p{Script=Han}/u.test(text.slice(end, end + 1))
  )
    return quantityToken(vague(text, measured(text, numeral, at)));
  const span = range(text, numeral);
  if (span !== undefined) return quantityToken(span);
  // 70万妇女 and 三百万群众 count without a measure word; 万 alone does not.
  if (numeral.scaleWord !== '' && run.length >= 2 && /[一二三四五六七八九两十]/.test(run))
    return quantityToken(vague(text, measured(text, numeral, at)));
  return words(end);
}

function isSlogan(token: Token): boolean {
  return token.kind === 'name' && token.name.reason === 'slogan';
}

function bare(run: string): boolean {
  return /^(?:[百千万亿]|[十百千]万|[十百千万]亿)$/.test(run);
}

/** 数百家, 几千名: as many at least. */
function vague(text: string, draft: Draft): Draft {
  if (!/[数几]$/.test(tail(text, draft.from, 1)) || draft.digitsFrom === 0) return draft;
  return { ...draft, from: draft.from - 1, raw: text.slice(draft.from - 1, draft.to), comparator: '>=' };
}

/** 百分之五, 三分之二, 一半 */
function partAt(text: string, at: number): Token | undefined {
  const percent = matchAt(/([百千])分之/y, text, at);
  if (percent !== null) {
    const from = at + percent[0].length;
    const numeral = numeralIn(text, from);
    if (numeral === null) return undefined;
    const value = numeral.value * numeral.scale;
    const unit = percent[1] === '百' ? '%' : '‰';
    return quantityToken(draftOf(text, at, numeral.to, value, unit, 'percent'));
  }
  const fraction = matchAt(
    /([二两三四五六七八九十百千万]{1,4})分之([一二三四五六七八九十两百]{1,4}|\d{1,4}(?:\.\d+)?)/y,
    text,
    at,
  );
  if (fraction !== null) {
    const below = hanValue(fraction[1] ?? '');
    const above = hanValue(fraction[2] ?? '') ?? Number(fraction[2]);
    if (below === null || Number.isNaN(above) || below === 0) return undefined;
    return quantityToken(draftOf(text, at, at + fraction[0].length, above / below, '', 'ratio'));
  }
  if (text.startsWith('一半', at)) return quantityToken(draftOf(text, at, at + 2, 0.5, '', 'ratio'));
  return undefined;
}

/** 两三个, 三五家: from one to the other; 三到五年 too. */
function neighboursAt(text: string, at: number): Token | undefined {
  const match = matchAt(/([一两二三四五六七八])([二三四五六七八九])(?![一二三四五六七八九十百千万亿])/y, text, at);
  if (match === null) return undefined;
  const low = hanValue(match[1] ?? '') ?? 0;
  const high = hanValue(match[2] ?? '') ?? 0;
  const unit = unitAt(text, at + 2);
  if (unit === undefined || !countsHan(unit.text) || high <= low || high - low > 2 || text.startsWith('三五成群', at))
    return undefined;
  const to = at + 2 + unit.length;
  if (unit.text === '年' && !leadsYears.test(tail(text, at, 6))) return nameToken(text, at, to, 'period');
  return quantityToken({
    ...draftOf(text, at, to, low, unit.text, unit.form),
    upper: high,
    comparator: 'range',
    digitsTo: at + 2,
  });
}

function range(text: string, first: Numeral): Draft | undefined {
  const mark = matchAt(/[至到-]/y, text, first.to);
  if (mark === null || first.scaleWord !== '') return undefined;
  const second = numeralIn(text, first.to + 1);
  if (second === null || second.script !== 'han' || second.value <= first.value) return undefined;
  const unit = unitAt(text, second.to);
  if (unit === undefined || !countsHan(unit.text)) return undefined;
  const two = measured(text, second, second.from);
  return {
    ...two,
    raw: text.slice(first.from, two.to),
    value: first.value,
    upper: second.value,
    comparator: 'range',
    from: first.from,
    digitsFrom: first.from,
  };
}

/** 六连冠, 十三连增 */
function streakAt(text: string, { from, to, value }: Numeral): Token | undefined {
  const match = matchAt(/连(?:[冠增降升跃涨]|丰)/y, text, to);
  if (match === null || value < 2) return undefined;
  const draft = draftOf(text, from, to + 2, value, '', 'streak');
  return quantityToken({ ...draft, digitsTo: to, streak: { n: value, unit: match[0] } });
}

/** 翻一番, 翻两番: twice, four times. */
export function doublingAt(text: string, at: number): Token | undefined {
  const match = matchAt(/翻(?:了?近?([一两二三]|\d)番|番|倍)/y, text, at);
  if (match === null) return undefined;
  const times = match[1] === undefined ? 1 : (hanValue(match[1]) ?? Number(match[1]));
  const to = at + match[0].length;
  const draft = draftOf(text, at, to, 2 ** Math.min(times, 10), '倍', 'multiple');
  return quantityToken({
    ...draft,
    direction: 1,
    ...(match[0].includes('近') ? { comparator: '~' as const, nuance: 'under' as const } : {}),
  });
}

/** 半小时, 半数, 过半 */
export function halfAt(text: string, at: number): Token {
  if (text.startsWith('半数', at)) return quantityToken(draftOf(text, at, at + 2, 0.5, '', 'ratio'));
  if (/[过超]$/.test(tail(text, at, 1)) && !/^(?:年|导|岛|[个天日])/.test(text.slice(at + 1)))
    return quantityToken(draftOf(text, at, at + 1, 0.5, '', 'ratio'));
  const unit = matchAt(/个?(?:小时|月(?!板|刊|谈)|工作日)|天|日(?!制)/y, text, at + 1);
  if (unit === null || /[上下前后大多一]$/.test(tail(text, at, 1))) return words(at + 1);
  const draft = draftOf(text, at, at + 1 + unit[0].length, 0.5, unit[0], 'duration');
  return quantityToken({ ...draft, digitsTo: at + 1 });
}
