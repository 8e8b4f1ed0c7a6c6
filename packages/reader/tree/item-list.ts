import { stuckNumber } from './glued-list.ts';
import type { Line } from './line.ts';
import { bareNumber, type MarkStyle, markAt } from './mark.ts';
import type { Slot } from './slot.ts';
import { partOf } from './table.ts';

interface Numbered {
  readonly nth: number;
  readonly no: number;
  readonly style: MarkStyle;
  readonly length: number;
}

/** The entries of a list of items that are numbered 一、 1. (1) 01 or by lines that hold a number alone; undefined below two. */
export function listRows(
  lines: readonly Line[],
  texts: readonly number[],
  at: number,
  to: number,
  kind: 'content' | 'result',
): Slot[] | undefined {
  const numbers = numbersIn(lines, texts, at, to);
  const style = itemStyle(numbers);
  if (style === undefined) return undefined;
  const heads = increasing(numbers.filter((one) => one.style === style));
  if (heads.length < 2) return undefined;
  const slots: Slot[] = [];
  const lineAt = (nth: number): number => texts[nth] ?? -1;
  const textAt = (nth: number): string => lines[lineAt(nth)]?.text ?? '';
  const domains = new Set(numbers.filter((one) => one.style === 'han' && style !== 'han').map(({ nth }) => nth));
  const first = heads[0]?.nth ?? to;
  for (let nth = at; nth < first; nth += 1) {
    slots.push({ line: lineAt(nth), from: 0, to: textAt(nth).length, kind: domains.has(nth) ? 'title' : 'other' });
  }
  const sizes = heads.map(({ nth }, row) => (heads[row + 1]?.nth ?? to) - nth);
  const usual = sizes.slice(0, -1).reduce((most, size) => Math.max(most, size), 0);
  for (const [row, head] of heads.entries()) {
    const next = heads[row + 1]?.nth ?? to;
    slots.push({ line: lineAt(head.nth), from: 0, to: head.length, kind: 'no', row, no: head.no });
    const own = textAt(head.nth);
    if (head.length < own.length)
      slots.push(...headOf(lines[lineAt(head.nth)], lineAt(head.nth), head.length, next - head.nth > 1, kind, row));
    for (let nth = head.nth + 1; nth < next; nth += 1) {
      const text = textAt(nth);
      const isOver =
        row === heads.length - 1 && usual <= 3 && nth - head.nth >= usual && isRemark(text, lines[lineAt(nth)]);
      if (isOver) {
        for (let rest = nth; rest < next; rest += 1)
          slots.push({ line: lineAt(rest), from: 0, to: textAt(rest).length, kind: 'other' });
        break;
      }
      if (domains.has(nth)) slots.push({ line: lineAt(nth), from: 0, to: text.length, kind: 'title' });
      else if (head.length === own.length && isName(head, nth, next, text))
        slots.push({ line: lineAt(nth), from: 0, to: text.length, kind: 'name', row });
      else slots.push(...partOf(lineAt(nth), text, 0, kind, row));
    }
  }
  return slots;
}

/** Under a number that stands alone, a first line without figures names the item that the lines after it lay out. */
function isName(head: Numbered, nth: number, next: number, text: string): boolean {
  return head.style === 'bare' && nth === head.nth + 1 && next - nth > 1 && text.length <= 40 && !/[\d。；]/.test(text);
}

/** Words of those who publish a list, behind its last item. */
function isRemark(text: string, line: Line | undefined): boolean {
  return (
    /^(?:采写|来源|编辑|责编|责任编辑|记者|作者|审核|文字|图片|供稿|[（(]?注)[：:/\s|]?|^票决后/.test(text) ||
    (line?.apart === true && text.length > 30 && /。$/.test(text))
  );
}

function numbersIn(lines: readonly Line[], texts: readonly number[], at: number, to: number): Numbered[] {
  const found: Numbered[] = [];
  for (let nth = at; nth < to; nth += 1) {
    const text = lines[texts[nth] ?? -1]?.text ?? '';
    const bare = bareNumber(text);
    if (bare !== undefined) {
      found.push({ nth, no: bare, style: 'bare', length: text.length });
      continue;
    }
    const mark = markAt(text);
    const stuck = mark === undefined ? stuckNumber(text) : undefined;
    if (mark?.ordinal !== undefined) found.push({ nth, no: mark.ordinal, style: mark.style, length: mark.length });
    else if (stuck !== undefined) found.push({ nth, ...stuck, style: 'bare' });
  }
  return found;
}

/** The style that counts the items: the widest that begins with 1, unless a narrower one counts on through all of them. */
function itemStyle(numbers: readonly Numbered[]): MarkStyle | undefined {
  const first = numbers.find(({ no }) => no === 1)?.style;
  if (first === undefined) return undefined;
  const narrower = numbers.find(({ style, no }) => style !== first && no === 1)?.style;
  if (narrower === undefined || first !== 'han') return first;
  const counts = numbers.filter(({ style }) => style === narrower);
  const groups = numbers.filter(({ style }) => style === first).length;
  return counts.length > groups && counts.filter(({ no }) => no === 1).length === 1 ? narrower : first;
}

function increasing(numbers: readonly Numbered[]): Numbered[] {
  const kept: Numbered[] = [];
  for (const one of numbers) {
    const last = kept.at(-1)?.no ?? 0;
    if (one.no === last + 1 || (last > 0 && one.no === last + 2)) kept.push(one);
  }
  return kept;
}

/** The line that carries the number: a title, a title with its text, or text alone. */
function headOf(
  line: Line | undefined,
  at: number,
  from: number,
  hasMore: boolean,
  kind: 'content' | 'result',
  row: number,
): Slot[] {
  const text = line?.text ?? '';
  const first = (line?.ends ?? []).find((end) => end > from) ?? text.length;
  const colon = text.slice(from, from + 32).indexOf('：');
  const size = text.length - from;
  if (hasMore && first === text.length && size <= 60) return [{ line: at, from, to: text.length, kind: 'name', row }];
  if (colon > 1) {
    const end = from + colon + 1;
    if (end < text.length)
      return [
        { line: at, from, to: end, kind: 'name', row },
        { line: at, from: end, to: text.length, kind, row },
      ];
  }
  if (first < text.length && first - from <= 40) {
    return [
      { line: at, from, to: first, kind: 'name', row },
      { line: at, from: first, to: text.length, kind, row },
    ];
  }
  return [{ line: at, from, to: text.length, kind, row }];
}
