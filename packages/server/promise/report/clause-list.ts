import { createHash } from 'node:crypto';
import type { DocumentNode, Report, Span } from '@huying/reader';

/** One sentence of a report with its place in the text as given. */
export interface Clause {
  /** Counted from 1 in the order of the text. */
  readonly no: number;
  /** Where the file tells its pages, counted from 1. */
  readonly page: number | null;
  readonly paragraph: number;
  readonly section: string | null;
  /** Half-open span in code points of the text as given. */
  readonly start: number;
  readonly stop: number;
  readonly words: string;
  /** SHA-256 of the words, hexadecimal. */
  readonly hash: string;
}

/** A headed part of the report. */
export interface Heading extends Span {
  readonly title: string;
  readonly level: number;
  readonly role: string;
}

/**
 * Every sentence of a report as read, exactly as it stands in the text.
 * @param pageStarts code points at which the pages begin; empty where the file does not tell
 */
export function clausesOf(report: Report, text: string, pageStarts: readonly number[]): readonly Clause[] {
  const characters = [...text];
  const blocks = blocksOf(report.document);
  const headings = headingsOf(report.document);
  return report.statements.map(({ start, end }, index): Clause => {
    const words = characters.slice(start, end).join('');
    return {
      no: index + 1,
      page: pageStarts.length === 0 ? null : countUpTo(pageStarts, start),
      paragraph: Math.max(1, countUpTo(blocks, start)),
      section: headings.findLast((heading) => heading.start <= start && start < heading.end)?.title ?? null,
      start,
      stop: end,
      words,
      hash: hashOf(words),
    };
  });
}

/** SHA-256 of some words, hexadecimal. */
export function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('hex');
}

/** The headed parts in the order of the text, outer before inner. */
export function headingsOf(document: DocumentNode): readonly Heading[] {
  const headings: Heading[] = [];
  for (const node of walk(document)) {
    if ((node.kind !== 'section' && node.kind !== 'appendix') || node.title === undefined) continue;
    const { start, end, title, level = 1, role = 'other' } = node;
    headings.push({ start, end, title, level, role });
  }
  return headings;
}

/** Where the paragraphs, rows and items begin that hold sentences. */
function blocksOf(document: DocumentNode): readonly number[] {
  const starts: number[] = [];
  for (const node of walk(document)) {
    if (node.children.some(({ kind }) => kind === 'sentence' || kind === 'cell')) starts.push(node.start);
  }
  return starts.sort((a, b) => a - b);
}

/** In the order of the text and without recursion: depth is the text's affair. */
function* walk(document: DocumentNode): Generator<DocumentNode> {
  const waiting: DocumentNode[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** How many of the sorted starts are at or before a place. */
function countUpTo(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
