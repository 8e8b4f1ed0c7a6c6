import { listRows } from './item-list.ts';
import type { Line } from './line.ts';
import { bareNumber, type MarkStyle, markAt } from './mark.ts';
import type { Region } from './slot.ts';

const lead = /实事|民心工程|民生(?:微)?(?:工程|项目)|惠民工程/;
const wide: readonly MarkStyle[] = ['part', 'han', 'hanParen'];

/**
 * Lists of livelihood items inside the plan: a heading or a sentence with a colon that announces them, then at least three lines
 * that count on from 1. `isPlanned` says whether a line belongs to the plan: last year's items are no list of this kind.
 */
export function inlineLists(
  lines: readonly Line[],
  texts: readonly number[],
  from: number,
  to: number,
  isPlanned: (line: number) => boolean,
): Region[] {
  const found: Region[] = [];
  for (let nth = from; nth + 3 < to; nth += 1) {
    const at = texts[nth] ?? -1;
    const words = announced(lines[at]);
    if (words === undefined || !isPlanned(at)) continue;
    const end = listEnd(lines, texts, nth + 1, to);
    if (end === undefined) continue;
    const slots = listRows(lines, texts, nth + 1, end, 'content');
    if (slots === undefined) continue;
    found.push({ from: nth + 1, to: end, role: 'items', title: words, isAppendix: false, layout: 'list', slots });
    nth = end - 1;
  }
  return found;
}

/** The words that announce a list: a short line, or the last sentence before a colon. */
function announced(line: Line | undefined): string | undefined {
  if (line === undefined) return undefined;
  const { text, ends } = line;
  const last = text.slice(ends.at(-2) ?? 0);
  if (!/：$/.test(text) && text.length > 48) return undefined;
  return lead.test(last) && last.length <= 120
    ? last.slice(markAt(last)?.length ?? 0).replace(/[：。]$/, '')
    : undefined;
}

/** Where the list that begins at `from` ends; undefined where fewer than three lines count on. */
function listEnd(lines: readonly Line[], texts: readonly number[], from: number, to: number): number | undefined {
  const first = numberOf(lines[texts[from] ?? -1]);
  if (first?.no !== 1 || first.style === 'part' || first.style === 'han') return undefined;
  let last = 1;
  let end = from + 1;
  for (let nth = from + 1; nth < to && nth - end <= 8; nth += 1) {
    const number = numberOf(lines[texts[nth] ?? -1]);
    if (number === undefined) continue;
    if (number.style === first.style) {
      if (number.no !== last + 1) break;
      last = number.no;
      end = nth + 1;
    } else if (wide.includes(number.style)) break;
  }
  // The last entry keeps its lines down to the next one that is long enough to be a paragraph of its own.
  while (end < to && numberOf(lines[texts[end] ?? -1])?.style === 'arabicParen' && first.style !== 'arabicParen')
    end += 1;
  return last >= 3 ? end : undefined;
}

function numberOf(line: Line | undefined): { no: number; style: MarkStyle } | undefined {
  if (line === undefined) return undefined;
  const bare = bareNumber(line.text);
  if (bare !== undefined) return { no: bare, style: 'bare' };
  const mark = markAt(line.text);
  return mark?.ordinal === undefined ? undefined : { no: mark.ordinal, style: mark.style };
}
