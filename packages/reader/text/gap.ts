import type { Copy } from './copy.ts';
import { columnsOf, isHan, isWhite, kindOf, Letter } from './letter.ts';

/** What white space means in a long paragraph. */
export interface Gaps {
  /** Columns of the gaps that stand between paragraphs, where they do. */
  readonly columns: number;
  /** Nearly all gaps are of that width: each of them is a break. */
  readonly isUniform: boolean;
  /** Single spaces stand for breaks. */
  readonly isSingle: boolean;
}

/** Looks at all gaps of a long paragraph: how wide they are, behind full stops and elsewhere. */
export function gapsOf({ codes }: Copy, from: number, to: number): Gaps {
  const widths = new Map<number, number>();
  let singles = 0;
  let behindStops = 0;
  let typed = 0;
  let wide = 0;
  let stops = 0;
  for (let at = from + 1; at < to; at += 1) {
    const before = codes[at - 1] ?? 0;
    if (before === 0x3002) stops += 1;
    if (!isWhite(codes[at] ?? 0)) continue;
    const { end, columns } = gapAt(codes, at, to);
    if (columns > 1) {
      wide += 1;
      widths.set(columns, (widths.get(columns) ?? 0) + 1);
    } else {
      singles += 1;
      const kind = kindOf(before);
      if (before === 0x3002) behindStops += 1;
      // Spaces that people type: behind commas, around figures and Latin words.
      if (kind === Letter.pause || isHan(before) !== isHan(codes[end] ?? 0)) typed += kind === Letter.stop ? 0 : 1;
    }
    at = end - 1;
  }
  const [columns, times] = [...widths].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0]);
  return {
    columns: times >= 2 ? columns : 0,
    isUniform: columns >= 3 && times >= 5 && times * 10 >= wide * 7,
    isSingle: singles >= 8 && typed * 3 <= singles && behindStops >= 2 && behindStops * 5 >= stops,
  };
}

/** The white space that begins at `at`. */
export function gapAt(codes: Uint16Array, at: number, to: number): { end: number; columns: number } {
  let end = at;
  let columns = 0;
  for (; end < to && isWhite(codes[end] ?? 0); end += 1) columns += columnsOf(codes[end] ?? 0);
  return { end, columns };
}
