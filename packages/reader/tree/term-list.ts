import type { Line } from './line.ts';
import { bareNumber, markAt } from './mark.ts';
import type { Slot } from './slot.ts';

const term = /^[“"《]?[^：。；]{1,48}?[”"》]?(?:[：]|，?(?:是指|指的是|即指|即|特指)|——|—)/;

/** The entries of a glossary: numbered lines, or where none are, lines that begin with a term and a colon. */
export function termRows(lines: readonly Line[], texts: readonly number[], at: number, to: number): Slot[] {
  const slots: Slot[] = [];
  const lineAt = (nth: number): number => texts[nth] ?? -1;
  const textAt = (nth: number): string => lines[lineAt(nth)]?.text ?? '';
  let row = -1;
  let last = 0;
  const isNumbered =
    Array.from({ length: to - at }, (_, nth) => numberOf(textAt(at + nth))).filter(
      (one) => one?.no === 1 || one?.no === 2,
    ).length >= 2;
  const tail = tailOf(textAt, at, to);
  for (let nth = at; nth < to; nth += 1) {
    const text = textAt(nth);
    const number = numberOf(text);
    const counts = number !== undefined && (number.no === last + 1 || (number.no > last && number.no <= last + 3));
    if (nth < tail && (isNumbered ? counts : term.test(text) && text.length > 8)) {
      row += 1;
      if (counts && number !== undefined) {
        last = number.no;
        slots.push({ line: lineAt(nth), from: 0, to: number.length, kind: 'no', row, no: number.no });
        if (number.length < text.length)
          slots.push({ line: lineAt(nth), from: number.length, to: text.length, kind: 'term', row });
      } else slots.push({ line: lineAt(nth), from: 0, to: text.length, kind: 'term', row });
    } else if (row < 0 || nth >= tail) slots.push({ line: lineAt(nth), from: 0, to: text.length, kind: 'other' });
    else slots.push({ line: lineAt(nth), from: 0, to: text.length, kind: 'term', row });
  }
  return slots;
}

function numberOf(text: string): { no: number; length: number } | undefined {
  const bare = bareNumber(text);
  if (bare !== undefined) return { no: bare, length: text.length };
  const mark = markAt(text);
  return mark?.ordinal === undefined ? undefined : { no: mark.ordinal, length: mark.length };
}

/** Where the page goes on behind the glossary: lines at its end that are short and do not end as definitions do. */
function tailOf(textAt: (nth: number) => string, at: number, to: number): number {
  let tail = to;
  for (let nth = to - 1; nth > at && to - nth <= 40; nth -= 1) {
    const text = textAt(nth);
    if (text.length > 40 || /[。；”）]$/.test(text)) break;
    if (markAt(text) !== undefined || /、.*、/.test(text)) break;
    tail = nth;
  }
  return tail;
}
