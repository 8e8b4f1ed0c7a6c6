import { type Known, lostHeading } from './gap.ts';
import { bareHeading, type Heading, markedHeading } from './heading.ts';
import type { Line } from './line.ts';
import type { MarkStyle } from './mark.ts';
import { titleRole } from './title-role.ts';

/** A heading in its place: which line, how deep, and why it may be wrong. */
export interface Place {
  readonly line: number;
  readonly heading: Heading;
  readonly title: string;
  readonly style: MarkStyle;
  readonly level: number;
  readonly ordinal?: number;
  readonly doubt?: string;
}

interface Draft {
  readonly line: number;
  readonly heading: Heading;
  readonly title: string;
  style: MarkStyle;
  rank: number;
  ordinal: number | undefined;
  doubt: string | undefined;
}

const rankOf: Readonly<Record<MarkStyle, number>> = {
  part: 0,
  han: 1,
  hanParen: 2,
  arabic: 3,
  arabicParen: 4,
  circled: 5,
  bare: 6,
  damaged: 6,
};

/** The headings of the lines `body` (indices of text lines in reading order), each with its level. */
export function outlineOf(lines: readonly Line[], body: readonly number[]): Place[] {
  const drafts: Draft[] = [];
  for (const [nth, at] of body.entries()) {
    const line = lines[at];
    if (line === undefined) continue;
    const draft = draftOf(line, at, lines[body[nth - 1] ?? -1], lines[body[nth + 1] ?? -1], lines[body[nth + 2] ?? -1]);
    if (draft !== undefined) drafts.push(draft);
  }
  mendDamaged(drafts);
  return withLevels(withLost(lines, body, drafts));
}

/** Puts back the headings that a jump in a series, (一) then (三), says are there. */
function withLost(lines: readonly Line[], body: readonly number[], drafts: readonly Draft[]): Draft[] {
  const mended: Draft[] = [];
  const found = new Set<number>();
  let series: Known[] = [];
  let top = -1;
  for (const [nth, draft] of drafts.entries()) {
    const { ordinal, rank, line } = draft;
    if (rank < 2) {
      series = [];
      top = line;
    }
    if (rank === 2 && ordinal !== undefined) {
      const last = series.at(-1);
      const expected = (last?.ordinal ?? 0) + 1;
      if (ordinal === expected + 1 && (last !== undefined || ordinal === 2)) {
        const near = drafts.slice(Math.max(0, nth - 24), nth + 24);
        const siblings = near.flatMap((one): Known[] =>
          one.rank === 2 && one.ordinal !== undefined ? [{ ...one, ordinal: one.ordinal }] : [],
        );
        const lost = lostHeading(lines, within(body, last?.line ?? top, line), siblings);
        if (lost !== undefined) {
          found.add(lost.line);
          mended.push({ ...lost, style: 'hanParen', rank: 2, ordinal: expected, doubt: 'mark-missing' });
        }
      }
      if (ordinal < expected) series = [];
      series.push({ line, heading: draft.heading, title: draft.title, ordinal });
    }
    mended.push(draft);
  }
  return mended.filter((one) => one.doubt === 'mark-missing' || !found.has(one.line)).sort((a, b) => a.line - b.line);
}

/** The body's lines between two of them. */
function within(body: readonly number[], from: number, to: number): number[] {
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((body[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let nth = low; nth < body.length && (body[nth] ?? to) < to && found.length < 60; nth += 1)
    found.push(body[nth] ?? -1);
  return found;
}

function draftOf(
  line: Line,
  at: number,
  before: Line | undefined,
  after: Line | undefined,
  second: Line | undefined,
): Draft | undefined {
  const marked = markedHeading(line);
  if (marked?.mark !== undefined) {
    const { style, ordinal } = marked.mark;
    const title = line.text.slice(marked.from, marked.to);
    const isNarrow = rankOf[style] >= 3;
    if (isNarrow && style !== 'damaged' && !isSubheading(line, marked, after)) return undefined;
    return { line: at, heading: marked, title, style, rank: rankOf[style], ordinal, doubt: undefined };
  }
  const bare = bareHeading(line);
  if (bare === undefined || !standsAlone(line, bare, before, after, second)) return undefined;
  const title = line.text.slice(bare.from, bare.to);
  const isTop = titleRole(title, undefined) !== undefined && title.length <= 30;
  return { line: at, heading: bare, title, style: 'bare', rank: isTop ? 0.5 : 6, ordinal: undefined, doubt: undefined };
}

/** 1. and (1) open sections only where text of their own follows them; else they number the entries of a list. */
function isSubheading(line: Line, heading: Heading, after: Line | undefined): boolean {
  const size = heading.to - heading.from;
  if (heading.runIn) return size <= 40 && line.text.length - heading.rest >= 12;
  return (
    size <= 40 &&
    !/[。；;]$/.test(line.text) &&
    after !== undefined &&
    markedHeading(after)?.mark?.style !== heading.mark?.style
  );
}

/** A short line without a stop, between text that has ended and text that begins. */
function standsAlone(
  line: Line,
  heading: Heading,
  before: Line | undefined,
  after: Line | undefined,
  second: Line | undefined,
): boolean {
  const { text } = line;
  if (heading.runIn || line.glued || text.length > 40 || text.length < 4) return false;
  if (/[。！!？?；;：:，,、.…—]$/.test(text) || /^(?:各位代表|——|[-—·•])|\d{4}年\d+月\d+日|工作报告.{0,8}$/.test(text))
    return false;
  if (!/\p{Script=Han}{3}/u.test(text) || /[|\t]/.test(text)) return false;
  if (before !== undefined && !/[。！!？?”"：:]$/.test(before.text) && before.text.length > 40) return false;
  const isText = (one: Line | undefined): boolean =>
    one !== undefined && one.text.length > 40 && /[。；！]/.test(one.text);
  return isText(after) || (after !== undefined && after.text.length <= 64 && isText(second));
}

/** Gives damaged marks the series of their neighbours. */
function mendDamaged(drafts: readonly Draft[]): void {
  for (const [nth, draft] of drafts.entries()) {
    if (draft.style !== 'damaged') continue;
    const before = drafts.slice(Math.max(0, nth - 12), nth).findLast((one) => one.rank === 2 || one.rank === 1);
    const after = drafts.slice(nth + 1, nth + 12).find((one) => one.rank === 2 || one.rank === 1);
    const isTop = titleRole(draft.title, undefined) !== undefined && !draft.heading.runIn;
    const kin = isTop ? undefined : [before, after].find((one) => one?.rank === 2);
    draft.style = isTop ? 'han' : 'hanParen';
    draft.rank = isTop ? 1 : 2;
    draft.doubt = 'mark-damaged';
    if (kin !== undefined && kin === before && kin.ordinal !== undefined) draft.ordinal = kin.ordinal + 1;
    else if (kin?.ordinal !== undefined && kin.ordinal > 1) draft.ordinal = kin.ordinal - 1;
    else if (!isTop) draft.ordinal = 1;
  }
}

function withLevels(drafts: readonly Draft[]): Place[] {
  const shift =
    drafts.some(({ rank }) => rank < 1) &&
    drafts.filter(({ style, ordinal }) => style === 'han' && ordinal === 1).length > 1
      ? 1
      : 0;
  const hasParts = drafts.some(({ style }) => style === 'part');
  let parent = 0;
  return drafts.map(({ line, heading, title, style, rank, ordinal, doubt }) => {
    let level: number;
    if (rank < 1) level = 1;
    else if (rank < 6) level = rank + (hasParts || shift > 0 ? 1 : 0);
    else level = parent + 1;
    if (rank < 6) parent = level;
    return {
      line,
      heading,
      title,
      style,
      level,
      ...(ordinal === undefined ? {} : { ordinal }),
      ...(doubt === undefined ? {} : { doubt }),
    };
  });
}
