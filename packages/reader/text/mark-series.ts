import { isWhite, kindOf, Letter } from './letter.ts';
import { type Mark, markAt } from './mark.ts';
import type { Flow } from './paragraph.ts';

/** A mark where a paragraph begins or might: behind a sentence's end, a bracket or white space. */
export interface PlacedMark {
  readonly mark: Mark;
  /** Number of the next mark of the same style, however far. */
  readonly next: number | undefined;
}

/** All marks of a flow that may open a paragraph, by their index. */
export function marksIn(flow: Flow): Map<number, PlacedMark> {
  const found: { at: number; mark: Mark }[] = [];
  for (const { from, to, isFurniture } of flow.paragraphs) {
    if (isFurniture) continue;
    for (let at = from; at < to; at += 1) {
      if (at > from && !mayPrecede(flow.codes[at - 1] ?? 0)) continue;
      const mark = markAt(flow, at, to);
      if (mark !== undefined) found.push({ at, mark });
    }
  }
  const next = new Map<Mark['style'], number>();
  const placed = new Map<number, PlacedMark>();
  for (const { at, mark } of found.reverse()) {
    placed.set(at, { mark, next: next.get(mark.style) });
    next.set(mark.style, mark.no);
  }
  return placed;
}

function mayPrecede(code: number): boolean {
  const kind = kindOf(code);
  return kind === Letter.stop || kind === Letter.closing || code === 0xff1a || isWhite(code);
}
