import { roundWith } from '../promise/index.ts';
import type { Day } from './chinese-date.ts';

/**
 * An official document as an office files it (GB/T 9704-2012): what stands in it, and nothing about how it is drawn. One and the same
 * content becomes PDF, docx, xlsx and the page on screen. Its text is Chinese: it is filed so, whatever language the reader works in.
 */
export interface OfficialDocument {
  /** The issuer's name in red over the number; null for papers without a head of their own: annexes to another, working tables. */
  readonly head: RedHead | null;
  /** 发文字号 or the issue: 清府督〔2027〕12号、〔2027〕第4期; null where it is not numbered, or not yet. */
  readonly number: string | null;
  readonly title: string;
  /** A line below the title: the state of the figures, the snapshot. */
  readonly under: string | null;
  /** 主送机关. */
  readonly recipients: readonly string[];
  readonly body: readonly Block[];
  /** Each begins on a page of its own; their names are listed after the body. */
  readonly annexes: readonly Annex[];
  readonly signature: Signature | null;
  /** 抄送机关. */
  readonly copies: readonly string[];
  /** 印发机关 and the day, in the lines at the foot of the last page. */
  readonly imprint: Signature | null;
  /** Until it is signed it says so on every page. */
  readonly draft: boolean;
}

export interface RedHead {
  /** `letter`: 信函格式, double red rules and the number at the right. */
  readonly form: 'document' | 'letter';
  readonly issuer: string;
  /** Below it, left and right over the red line: of a periodical, its office and its day. */
  readonly office: string | null;
  readonly day: Day | null;
}

export interface Signature {
  readonly unit: string;
  readonly day: Day;
}

export interface Annex {
  readonly title: string;
  readonly body: readonly Block[];
}

export type Block =
  /** Numbered by its place: 一、（一）1.（1）. */
  | { readonly block: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly words: string }
  | { readonly block: 'paragraph'; readonly runs: readonly Run[] }
  /** Small print below what it explains. */
  | { readonly block: 'note'; readonly words: string }
  | { readonly block: 'table'; readonly table: Table };

/** A stretch of a paragraph; where it rests on something, that opens on screen. */
export interface Run {
  readonly words: string;
  readonly grounds: readonly Ground[];
}

/** What a cell or a sentence rests on. `of` is the promise an indicator, a value or a piece of evidence belongs to. */
export interface Ground {
  readonly kind:
    | 'promise'
    | 'indicator'
    | 'observation'
    | 'evidence'
    | 'revision'
    | 'evaluation'
    | 'case'
    | 'clause'
    | 'unit'
    | 'bulletin';
  readonly id: string;
  readonly of?: string;
}

export interface Table {
  /** Unique within the document. */
  readonly id: string;
  readonly caption: string | null;
  /** At the right above the table: 单位：万元. */
  readonly unit: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
  /** On pages turned on their side. */
  readonly wide: boolean;
}

export interface Column {
  readonly id: string;
  readonly label: string;
  /** In parts of the table's whole width. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  /** Columns side by side with the same words here share a head over theirs. */
  readonly over: string | null;
}

export interface Row {
  readonly id: string;
  /** `band`: a line across the table that heads what follows; it has one cell. */
  readonly kind: 'plain' | 'total' | 'band';
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly words: string;
  /** The number behind the words, for a workbook to reckon with; null where the words are no number. */
  readonly value: number | null;
  /** Digits after the point. */
  readonly decimals: number;
  readonly grounds: readonly Ground[];
}

/** What is left out is empty. */
export function documentOf(
  title: string,
  parts: Partial<Omit<OfficialDocument, 'title'>> & Pick<OfficialDocument, 'body'>,
): OfficialDocument {
  return {
    head: null,
    number: null,
    title,
    under: null,
    recipients: [],
    annexes: [],
    signature: null,
    copies: [],
    imprint: null,
    draft: false,
    ...parts,
  };
}

export function heading(level: 1 | 2 | 3 | 4, words: string): Block {
  return { block: 'heading', level, words };
}

/** A paragraph of plain words and of stretches that rest on something. */
export function paragraph(...runs: readonly (string | Run)[]): Block {
  return {
    block: 'paragraph',
    runs: runs.map((run) => (typeof run === 'string' ? { words: run, grounds: [] } : run)),
  };
}

export function note(words: string): Block {
  return { block: 'note', words };
}

export function run(words: string, ...grounds: readonly Ground[]): Run {
  return { words, grounds };
}

export function tableOf(
  id: string,
  columns: readonly Column[],
  rows: readonly Row[],
  parts: Partial<Pick<Table, 'caption' | 'unit' | 'notes' | 'wide'>> = {},
): Block {
  return { block: 'table', table: { id, columns, rows, caption: null, unit: null, notes: [], wide: false, ...parts } };
}

export function column(
  id: string,
  label: string,
  width: number,
  align: Column['align'] = 'left',
  over: string | null = null,
): Column {
  return { id, label, width, align, over };
}

export function text(words: string, ...grounds: readonly Ground[]): Cell {
  return { words, value: null, decimals: 0, grounds };
}

/** A number as it is printed; what is not known is a dash, never a nought. */
export function figure(value: number | null, decimals: number, ...grounds: readonly Ground[]): Cell {
  return { words: figureText(value, decimals), value, decimals, grounds };
}

/** Digits in the house's way: 1234.5 → `1234.5`, no value → `—`; halves away from nought (四舍五入). */
export function figureText(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return '—';
  return roundWith({ decimals, half: 'up' }, value).toFixed(decimals);
}
