import { scaledUnit } from '../compare/index.ts';
import type { FoundQuantity } from '../quantity/index.ts';
import type { Finding } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import { type GivenText, spanOf } from '../text/index.ts';
import { halfDigit, raise, tidy } from './finding.ts';

const added: ReadonlySet<FoundQuantity['form']> = new Set(['count', 'money', 'measure']);

/** Parts that come to less or more than this share of the total were never meant to make it up (其中 often names only the chief ones). */
const nearlyAll = 0.1;

/**
 * Sums that a sentence prints: a total, then its parts after 其中 or in brackets, or parts and then 合计. A sum that comes out is
 * reported as such; one that nearly comes out is raised; 其中 with a mere selection says nothing.
 */
export function sumsIn(given: GivenText, { sentence, quantities }: ReadSentence): Finding[] {
  const { text } = sentence.passage;
  const findings: Finding[] = [];
  for (const { at, total, parts } of [
    ...afterWord(text, quantities),
    ...inBrackets(text, quantities),
    ...beforeTotal(text, quantities),
  ]) {
    const finding = judged(total, parts);
    if (finding === undefined) continue;
    const used = parts.slice(0, finding.count);
    const places = [total, ...used].map(({ from, to }) => spanOf(given, sentence.passage, from, to));
    findings.push(
      raise(
        finding.holds ? 'sumHolds' : 'sum',
        {
          total: total.value,
          unit: total.unit,
          parts: used.map(({ value }) => value).join('+'),
          sum: tidy(finding.sum),
          difference: tidy(finding.sum - total.value),
          by: at,
        },
        places,
      ),
    );
  }
  return findings;
}

interface Sum {
  readonly at: 'after' | 'brackets' | 'before';
  readonly total: FoundQuantity;
  readonly parts: readonly FoundQuantity[];
}

interface Judged {
  readonly holds: boolean;
  readonly sum: number;
  readonly count: number;
}

/** Adds the parts one by one: as soon as they make the total it holds; what comes after belongs to another thought. */
function judged(total: FoundQuantity, parts: readonly FoundQuantity[]): Judged | undefined {
  if (parts.length < 2 || parts.some(isLoose) || isLoose(total)) return undefined;
  const factor = scaledUnit(total.unit).scale;
  let sum = 0;
  let slack = halfDigit(total.value);
  for (const [index, part] of parts.entries()) {
    sum += (part.value * scaledUnit(part.unit).scale) / factor;
    slack += (halfDigit(part.value) * scaledUnit(part.unit).scale) / factor;
    const whole = Number.isInteger(total.value) && factor === 1 && parts.every(({ value }) => Number.isInteger(value));
    if (index > 0 && Math.abs(sum - total.value) <= (whole ? 1e-9 : slack + 1e-9))
      return { holds: true, sum, count: index + 1 };
  }
  const off = Math.abs(sum - total.value) / total.value;
  return off <= nearlyAll ? { holds: false, sum, count: parts.length } : undefined;
}

/** How far a total may stand from its parts; a list is no longer than this. */
const reach = 60;
const longest = 400;

function afterWord(text: string, quantities: readonly FoundQuantity[]): Sum[] {
  return [...text.matchAll(/其中/g)].flatMap(({ index }) => {
    const next = firstFrom(quantities, index);
    const behind = between(quantities, next, index + thought(text, index));
    const chief = behind.find(({ form }) => added.has(form));
    if (chief === undefined) return [];
    let at = next - 1;
    while (at >= 0 && !isTotal(quantities[at], chief) && (quantities[at]?.to ?? 0) > index - reach) at -= 1;
    const total = quantities[at];
    if (total === undefined || !isTotal(total, chief) || isBroken(text, total.to, index)) return [];
    return [{ at: 'after', total, parts: alike(behind, total) }];
  });
}

function isTotal(quantity: FoundQuantity | undefined, chief: FoundQuantity): boolean {
  return quantity !== undefined && added.has(quantity.form) && isSame(quantity.unit, chief.unit);
}

function inBrackets(text: string, quantities: readonly FoundQuantity[]): Sum[] {
  return [...text.matchAll(/（([^（）]{3,200})）/g)].flatMap(({ index, 0: words }) => {
    const next = firstFrom(quantities, index);
    const total = quantities[next - 1];
    if (total === undefined || !added.has(total.form) || index - total.to > 12 || /其中/.test(words)) return [];
    const inside = between(quantities, next, index + words.length);
    return [{ at: 'brackets', total, parts: alike(inside, total) }];
  });
}

function beforeTotal(text: string, quantities: readonly FoundQuantity[]): Sum[] {
  return [...text.matchAll(/[，；](?:合计|共计|总计|总共)/g)].flatMap(({ index }) => {
    const next = firstFrom(quantities, index);
    const total = quantities[next];
    if (total === undefined || total.from - index > 10 || !added.has(total.form)) return [];
    const ahead = text.slice(Math.max(0, index - longest), index);
    const from = index - ahead.length + Math.max(ahead.lastIndexOf('；'), ahead.lastIndexOf('。'), 0);
    return [{ at: 'before', total, parts: alike(between(quantities, firstFrom(quantities, from), index), total) }];
  });
}

/** The first number that begins at the place or behind it. */
function firstFrom(quantities: readonly FoundQuantity[], place: number): number {
  let low = 0;
  let high = quantities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quantities[middle]?.from ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between(quantities: readonly FoundQuantity[], first: number, end: number): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  for (let at = first; at < quantities.length; at += 1) {
    const quantity = quantities[at];
    if (quantity === undefined || quantity.from >= end) break;
    found.push(quantity);
  }
  return found;
}

function alike(quantities: readonly FoundQuantity[], total: FoundQuantity): FoundQuantity[] {
  return quantities.filter(
    ({ form, unit, cumulative }) => added.has(form) && cumulative !== true && isSame(unit, total.unit),
  );
}

function isSame(left: string, right: string): boolean {
  return scaledUnit(left).word === scaledUnit(right).word;
}

/** 约, 余, 以上: such numbers do not add up to anything in particular. */
function isLoose({ comparator, nuance }: FoundQuantity): boolean {
  return comparator !== '=' || nuance !== undefined;
}

/** A total two sentences or a semicolon away is another matter. */
function isBroken(text: string, from: number, to: number): boolean {
  return to - from > 40 || /[。；]/.test(text.slice(from, to - 1));
}

/** Length of the thought that begins at the place: to the next full stop or semicolon. */
function thought(text: string, from: number): number {
  const stop = text.slice(from, from + longest).search(/[。；]/);
  return stop < 0 ? longest : stop;
}
