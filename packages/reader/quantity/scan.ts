import { type Quotation, quotationsIn } from './clause.ts';
import { digitsAt } from './digit-number.ts';
import type { FoundName } from './found.ts';
import { doublingAt, halfAt, hanAt } from './han-number.ts';
import { bandAt, ordinalAt } from './ordinal.ts';
import { type Draft, nameToken, type Token } from './token.ts';

const digit = 1;
const han = 2;
const word = 3;
const sign = 4;
/** What may begin at a character: most characters of a text are passed by with one look. */
const kinds = new Uint8Array(0x10000);
for (const each of '0123456789') kinds[each.charCodeAt(0)] = digit;
for (const each of '零〇一二三四五六七八九十百千万亿两') kinds[each.charCodeAt(0)] = han;
for (const each of '第前翻半') kinds[each.charCodeAt(0)] = word;
for (const each of '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮ⅠⅡⅢⅣⅤIV') kinds[each.charCodeAt(0)] = sign;

/** All numbers of a sentence, quantities and names apart, in the order of the text and without overlap. */
export function scan(text: string): { drafts: Draft[]; names: FoundName[] } {
  const drafts: Draft[] = [];
  const names: FoundName[] = [];
  const quotations = quotationsIn(text);
  let next = 0;
  let floor = 0;
  let at = 0;
  while (at < text.length) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === 0) {
      at++;
      continue;
    }
    while (next < quotations.length && (quotations[next]?.to ?? 0) <= at) next++;
    const near = quotations[next];
    const inside = near !== undefined && near.from <= at ? near : undefined;
    const token = tokenAt(text, at, kind, floor, inside);
    if (token === undefined) {
      at++;
      continue;
    }
    if (token.kind === 'quantity') drafts.push(token.draft);
    if (token.kind === 'name') names.push(token.name);
    if (token.kind !== 'words') floor = token.to;
    at = Math.max(token.to, at + 1);
  }
  return { drafts, names };
}

function tokenAt(
  text: string,
  at: number,
  kind: number | undefined,
  floor: number,
  quote: Quotation | undefined,
): Token | undefined {
  const token = plainTokenAt(text, at, kind, floor, quote);
  if (token?.kind !== 'quantity' || quote === undefined) return token;
  return inQuotation(text, token, quote);
}

function plainTokenAt(
  text: string,
  at: number,
  kind: number | undefined,
  floor: number,
  quote: Quotation | undefined,
): Token | undefined {
  if (kind === digit) return digitsAt(text, at, floor);
  if (kind === han) return hanAt(text, at, floor, quote);
  if (kind === sign) return signAt(text, at);
  switch (text.charAt(at)) {
    case '第':
      return ordinalAt(text, at);
    case '前':
      return bandAt(text, at);
    case '翻':
      return doublingAt(text, at);
    default:
      return halfAt(text, at);
  }
}

/** ① is a mark; Ⅲ and III before 类 or 级 are levels. */
function signAt(text: string, at: number): Token | undefined {
  if (/[①-⑮]/.test(text.charAt(at))) return nameToken(text, at, at + 1, 'list-mark');
  const level = /^(?:[ⅠⅡⅢⅣⅤ]|I{1,3}V?|IV|V)[类级型]/.exec(text.slice(at, at + 5));
  return level === null ? undefined : nameToken(text, at, at + level[0].length, 'level');
}

/** Numbers in the name of a document are its name; in short quotations only times, money and percents are meant as such. */
function inQuotation(text: string, token: Extract<Token, { kind: 'quantity' }>, quote: Quotation): Token {
  const { draft } = token;
  const within = text.slice(quote.from, quote.to);
  if (quote.kind === 'title') return nameToken(text, draft.from, draft.to, 'title-name');
  if (/^[\d+＋.NXx]+$/.test(within)) return nameToken(text, draft.from, draft.to, 'policy-code');
  if (within.length > 12 || /^(?:双?[上过超]百)/.test(within)) return token;
  if (
    /^(?:percent|money|points|duration|measure|multiple)$/.test(draft.form) &&
    draft.to < quote.to &&
    !/^\d+个100%$/.test(within)
  )
    return token;
  return nameToken(
    text,
    draft.from,
    draft.to,
    /[一-龥]/.test(text.slice(draft.digitsFrom, draft.digitsTo)) ? 'slogan' : 'policy-code',
  );
}
