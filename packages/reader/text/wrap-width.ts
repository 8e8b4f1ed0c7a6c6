import type { Copy } from './copy.ts';
import { isDigit, isLatin } from './letter.ts';
import { endingOf, type Line } from './line.ts';

/** The width at which a program broke the lines of a text. */
export interface WrapWidth {
  /** Which of a line's lengths it counted. */
  readonly measure: 0 | 1 | 2 | 3;
  readonly width: number;
  readonly slack: number;
}

const measures = [
  { measure: 3, slack: 0, least: 14, worth: 20 },
  { measure: 1, slack: 0, least: 14, worth: 20 },
  { measure: 3, slack: 1, least: 14, worth: 18 },
  { measure: 1, slack: 1, least: 14, worth: 18 },
  { measure: 2, slack: 3, least: 28, worth: 17 },
  { measure: 0, slack: 3, least: 28, worth: 17 },
] as const;
const widest = 400;

/**
 * The width at which many lines end in mid-sentence, if there is one. Paragraphs of one line each end with a full stop and lists have
 * lines of any length; only wrapping makes many lines equally long and leaves them open at the end.
 */
export function wrapWidthOf(copy: Copy, lines: readonly Line[]): WrapWidth | undefined {
  let best: WrapWidth | undefined;
  let bestScore = 0;
  const clauses = lines.map((line) => hasClause(copy, line));
  // A wrapped line need not hold a clause itself when its neighbours do.
  const isOpen = lines.map(
    ({ from, to }, at) =>
      (clauses[at] === true || (clauses[at - 1] === true && clauses[at + 1] === true)) &&
      endingOf(copy, from, to) === 'open',
  );
  for (const { measure, slack, least, worth } of measures) {
    const open = upTo(lines, measure, (at) => isOpen[at] === true);
    const all = upTo(lines, measure, () => true);
    for (let width = least; width <= widest; width += 1) {
      const score = within(open, width - slack, width);
      // Of two widths that explain as many lines the exact one wins.
      if (score < 2 || score * worth <= bestScore) continue;
      const elsewhere = within(open, Math.ceil(width * 0.55), widest + 1) - score;
      const longer = within(all, width + 1, widest + 1);
      const full = within(all, width - slack, width);
      const rules =
        score >= 12 ? elsewhere <= score && longer <= full * 2 : elsewhere * 2 <= score && longer * 2 <= full;
      // Two lines are a rule only where they are equal to the letter and nothing speaks against it.
      if (!rules || (score === 2 && (slack > 0 || elsewhere > 0 || longer > 0))) continue;
      bestScore = score * worth;
      best = { measure, width, slack };
    }
  }
  return best;
}

/** Whether a line reaches the width, or would with the word or number that the next one begins with. */
export function isFull({ codes }: Copy, line: Line, next: Line, { measure, width, slack }: WrapWidth): boolean {
  const length = line.lengths[measure];
  if (length > width + slack + 2) return false;
  if (length >= width - slack) return true;
  let token = 0;
  while (next.from + token < next.to && isUnbroken(codes[next.from + token] ?? 0)) token += 1;
  return token > 0 && token < 16 && length + token > width - slack;
}

function isUnbroken(code: number): boolean {
  return isDigit(code) || isLatin(code) || code === 0x2e || code === 0x25 || code === 0x2d;
}

/** Whether a line holds a mark that stands in sentences, not in cells and names. */
export function hasClause({ codes }: Copy, { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let at = from; at < to; at += 1) {
    const code = codes[at];
    if (code === 0xff0c || code === 0x3002 || code === 0xff1b) return true;
  }
  return false;
}

/** How many lines of a kind are at most as long as each index. */
function upTo(lines: readonly Line[], measure: 0 | 1 | 2 | 3, counts: (at: number) => boolean): Uint32Array {
  const sums = new Uint32Array(widest + 2);
  lines.forEach((line, at) => {
    const width = Math.min(widest + 1, line.lengths[measure]);
    if (counts(at)) sums[width] = (sums[width] ?? 0) + 1;
  });
  for (let width = 1; width < sums.length; width += 1) sums[width] = (sums[width] ?? 0) + (sums[width - 1] ?? 0);
  return sums;
}

function within(sums: Uint32Array, from: number, to: number): number {
  return (sums[Math.min(to, sums.length - 1)] ?? 0) - (from > 0 ? (sums[from - 1] ?? 0) : 0);
}
