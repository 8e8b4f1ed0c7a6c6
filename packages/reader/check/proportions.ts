import { scaledUnit } from '../compare/index.ts';
import type { FoundQuantity } from '../quantity/index.ts';
import type { Finding } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import { type GivenText, spanOf } from '../text/index.ts';
import { halfDigit, raise, tidy } from './finding.ts';

/** Shares of one whole: 二三产比例为29:71 must make 100. */
const structure =
  /(?:产业|结构|比例|比重)[^，。；]{0,12}?(\d+(?:\.\d+)?)[:：](\d+(?:\.\d+)?)(?:[:：](\d+(?:\.\d+)?))?/g;

/** Shares of a part in a whole; these cannot pass 100. 完成率, 增长率, 毛入学率, 拨备覆盖率 can. */
const share =
  /(?:(?<!拨备)覆盖率|普及率|达标率|合格率|满意率|满意度|(?<!毛)入学率|参保率|办结率|化解率|优良率|就业率|入园率|接种率|知晓率|公开率|见面率|回收率|集中处理率|绿化率|通过率|占比|比重|占[^，。；]{1,10}的?)[^，。；、\d]{0,4}$/;

/** Proportions recomputed from the numbers beside them. */
export function proportionsIn(given: GivenText, read: ReadSentence): Finding[] {
  const { text } = read.sentence.passage;
  const place = (from: number, to: number) => spanOf(given, read.sentence.passage, from, to);
  const findings: Finding[] = [];
  for (const match of text.matchAll(structure)) {
    const parts = match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]));
    const sum = tidy(parts.reduce((total, part) => total + part, 0));
    const slack = parts.reduce((total, part) => total + halfDigit(part), 0);
    if (Math.abs(sum - 100) > 20) continue;
    const holds = Math.abs(sum - 100) <= slack + 1e-9;
    const params = { total: 100, unit: '%', parts: parts.join('+'), sum, difference: tidy(sum - 100), by: 'structure' };
    findings.push(raise(holds ? 'sumHolds' : 'sum', params, [place(match.index, match.index + match[0].length)]));
  }
  for (const [at, quantity] of read.quantities.entries()) {
    if (quantity.form !== 'percent') continue;
    const before = text.slice(Math.max(0, quantity.digitsFrom - 24), quantity.digitsFrom);
    if (quantity.unit === '%' && quantity.value > 100 && quantity.from >= 0 && share.test(before)) {
      findings.push(
        raise('percentOver', { value: quantity.value, of: before.slice(-8) }, [place(quantity.from, quantity.to)]),
      );
    }
    const change = changeBefore(text, read.quantities, at) ?? planBefore(text, read.quantities, at);
    if (change === undefined || isWithin(change, quantity)) continue;
    const { first, second, printed, computed, by } = change;
    const params = {
      first: first.value,
      second: second.value,
      unit: second.unit,
      printed,
      computed: tidy(computed),
      by,
    };
    findings.push(
      raise('ratio', params, [
        place(quantity.from, quantity.to),
        place(first.from, first.to),
        place(second.from, second.to),
      ]),
    );
  }
  return findings;
}

interface Proportion {
  readonly by: 'change' | 'share';
  readonly first: FoundQuantity;
  readonly second: FoundQuantity;
  readonly printed: number;
  readonly computed: number;
  /** What the rounding of both numbers leaves open. */
  readonly low: number;
  readonly high: number;
}

function isWithin({ low, high, printed }: Proportion, { value, comparator }: FoundQuantity): boolean {
  if (comparator === '>=') return high >= printed - 1e-9;
  if (comparator === '<=') return low <= printed + 1e-9;
  const slack = halfDigit(value) + (comparator === '~' ? Math.abs(value) / 20 : 0) + 1e-9;
  return printed >= low - slack && printed <= high + slack;
}

/** 从15万户增加到18万户，增长20%: the change told by two numbers, when nothing new is named before the rate. */
function changeBefore(text: string, quantities: readonly FoundQuantity[], at: number): Proportion | undefined {
  const [first, second, printed] = [quantities[at - 2], quantities[at - 1], quantities[at]];
  if (
    first === undefined ||
    second === undefined ||
    printed?.direction === undefined ||
    printed.growth?.type === 'annual'
  )
    return undefined;
  if (
    !/[由从]/.test(text.charAt(first.digitsFrom - 1)) ||
    (scaledUnit(first.unit).word !== scaledUnit(second.unit).word && first.unit !== '')
  )
    return undefined;
  if (!/^[^，。；、]{0,12}[到至为]$/.test(text.slice(first.to, second.digitsFrom)) || second.form === 'percent')
    return undefined;
  if (
    !/^[，、]?(?:增长|提高|提升|增加|下降|减少|降低|压减|精简|缩减|增幅|降幅)[了达为]?[约近超逾]?$/.test(
      text.slice(second.to, printed.digitsFrom),
    )
  )
    return undefined;
  const [base, now] = [absolute(first), absolute(second)];
  if (base.value === 0) return undefined;
  const change = (from: number, to: number) => (Math.abs(to - from) / from) * 100;
  const ends = [
    change(base.value - base.half, now.value + now.half),
    change(base.value + base.half, now.value - now.half),
  ];
  const computed = change(base.value, now.value);
  return {
    by: 'change',
    first,
    second,
    printed: printed.value,
    computed,
    low: Math.min(...ends, computed),
    high: Math.max(...ends, computed),
  };
}

function absolute({ value, unit }: FoundQuantity): { readonly value: number; readonly half: number } {
  const { scale } = scaledUnit(unit);
  return { value: value * scale, half: halfDigit(value) * scale };
}

/** 完成投资172亿元，占年度计划200亿元的86%. */
function planBefore(text: string, quantities: readonly FoundQuantity[], at: number): Proportion | undefined {
  const [first, second, printed] = [quantities[at - 2], quantities[at - 1], quantities[at]];
  if (first === undefined || second === undefined || printed === undefined || first.unit !== second.unit)
    return undefined;
  if (
    !/^[，、]?(?:[占为][^，。；]{0,12}|完成[^，。；]{0,10}(?:计划|任务|目标)[^，。；]{0,4})$/.test(
      text.slice(first.to, second.from),
    )
  )
    return undefined;
  if (!/^的[约近超逾]?$/.test(text.slice(second.to, printed.digitsFrom)) || second.value === 0) return undefined;
  const low = ((first.value - halfDigit(first.value)) / (second.value + halfDigit(second.value))) * 100;
  const high = ((first.value + halfDigit(first.value)) / (second.value - halfDigit(second.value))) * 100;
  return {
    by: 'share',
    first,
    second,
    printed: printed.value,
    computed: (first.value / second.value) * 100,
    low,
    high,
  };
}
