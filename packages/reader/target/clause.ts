import type { FoundQuantity } from '../quantity/index.ts';
import { openingVerb } from './verb.ts';

/** A stretch of a sentence's clean text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const CLAUSE_ENDS = new Set([...'，,；;。！!？?：:\n']);
const LIST_MARKS = new Set([...'、']);
/** 和、以及 part two measures only when a number follows at once: 8所学校和3家医院. */
const JOINING = /(?:以及|及|和|与|并|或)\s?$/;

/** 增长6%左右、力争更高: what follows a rate behind a list mark is not counted by it. */
function counts(quantity: FoundQuantity, after: string): boolean {
  if (quantity.form !== 'count' && quantity.form !== 'measure' && after.startsWith('、')) return false;
  return /[一-龥A-Za-z“”"]/.test(after.replace(NOT_COUNTED, ''));
}

/** What may stand between a number and the end of its clause without being what is counted. */
const NOT_COUNTED =
  /^(?:以上|以下|左右|以内|之内|之间|上下|(?:新)?(?:台阶|大关|关口|门槛|目标)|的?(?:水平|目标)|[（(][^）)]*[）)])+/;

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** A text that lost its marks is cut anyway: no clause is longer, so that reading stays linear. */
const LONGEST = 300;

/** The clauses of a sentence: what lies between commas, colons, semicolons and stops. A comma inside a number (1,500) parts nothing. */
export function clausesOf(text: string): readonly Stretch[] {
  const clauses: Stretch[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at - from >= LONGEST && !isDigit(text[at])) {
      clauses.push({ from, to: at });
      from = at;
    }
    if (!CLAUSE_ENDS.has(text[at] as string)) continue;
    if ((text[at] === ',' || text[at] === ':' || text[at] === '，') && isDigit(text[at - 1]) && isDigit(text[at + 1]))
      continue;
    if (at > from) clauses.push({ from, to: at });
    from = at + 1;
  }
  if (from < text.length) clauses.push({ from, to: text.length });
  return clauses;
}

/** The part of a clause that belongs to one number, where several numbers share the clause. */
export interface Segment extends Stretch {
  /** Words before the number inside the segment. */
  readonly before: string;
  /** Words after the number inside the segment. */
  readonly after: string;
  /** The number stands before what it counts (5家助餐点), not after it (助餐点5家). */
  readonly leads: boolean;
}

/**
 * Splits a clause among its numbers. 新增A1500个、B600个 parts at the mark right after a number; 200场A、400场B parts at the last
 * mark before the next number. `quantities` are those of the clause, in order.
 */
export function segmentsOf(text: string, clause: Stretch, quantities: readonly FoundQuantity[]): readonly Segment[] {
  const bounds: number[] = [clause.from];
  for (let index = 1; index < quantities.length; index += 1) {
    const left = quantities[index - 1] as FoundQuantity;
    const right = quantities[index] as FoundQuantity;
    bounds.push(boundary(text, left.to, right.from));
  }
  bounds.push(clause.to);
  return quantities.map((quantity, index) => {
    const from = skipJoin(text, Math.min(bounds[index] as number, quantity.from), quantity.from);
    const until = nextDeed(text, from, quantity, bounds[index + 1] as number);
    const to = Math.max(trimEnd(text, until, quantity.to), quantity.to);
    const after = text.slice(quantity.to, to);
    return {
      from,
      to,
      before: text.slice(from, quantity.from),
      after,
      leads: counts(quantity, after),
    };
  });
}

function boundary(text: string, left: number, right: number): number {
  if (right <= left) return right;
  if (LIST_MARKS.has(text[left] as string)) return left;
  const joined = JOINING.exec(text.slice(Math.max(left, right - 3), right));
  if (joined) return right - joined[0].length;
  let last = left;
  for (let at = left; at < right; at += 1) {
    if (!LIST_MARKS.has(text[at] as string)) continue;
    // 5条路改造、完成甲路、乙路2个积水点改造: the first mark with a verb behind it begins the next deed
    if (openingVerb(text.slice(at + 1, Math.min(right, at + 20)))) return at;
    last = at;
  }
  return last;
}

/** 建成6条道路、建成天桥、安装路灯: where a deed is followed by other deeds the first one's words end. */
function nextDeed(text: string, from: number, quantity: FoundQuantity, to: number): number {
  if (!openingVerb(text.slice(from, quantity.from))) return to;
  for (let at = quantity.to; at < to; at += 1) {
    if (LIST_MARKS.has(text[at] as string) && openingVerb(text.slice(at + 1, Math.min(to, at + 20)))) return at;
  }
  return to;
}

/** 3. and 7) and ② before an item of a list are not its words. */
const ITEM_MARK = /(?:[①-⑳]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[.．](?!\d)|[)）、]))\s*/y;

function skipJoin(text: string, from: number, limit: number): number {
  ITEM_MARK.lastIndex = from;
  const mark = ITEM_MARK.exec(text)?.[0].length ?? 0;
  let at = from + mark < limit ? from + mark : from;
  while (at < limit && (LIST_MARKS.has(text[at] as string) || /[\s　”）)]/.test(text[at] as string))) {
    at += 1;
  }
  const join = /^(?:以及|及|和|与|并(?!列|网))\s?/.exec(text.slice(at, Math.min(at + 3, limit)));
  return join ? at + join[0].length : at;
}

function trimEnd(text: string, to: number, floor: number): number {
  let at = to;
  // a bracket that the clause's end cut open (…（责任单位：) is left out
  const open = text.lastIndexOf('（', to - 1);
  if (open >= floor && text.indexOf('）', open) >= to) at = open;
  while (at > floor && /[\s　、]/.test(text[at - 1] as string)) at -= 1;
  return at;
}
