import type { Column } from './column.ts';

/** What a piece of a line is within a list, a table or a glossary. */
export type SlotKind = Column | 'title' | 'header' | 'mark' | 'term' | 'other';

/** A piece of a line: `from` and `to` are UTF-16 indices of the line's text; the pieces of a line follow one another. */
export interface Slot {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly kind: SlotKind;
  /** Counted from 0 through the region; absent before the first row and after the last. */
  readonly row?: number;
  /** Printed number of the row or, of content and results, of the part. */
  readonly no?: number;
}

/** A stretch of lines that is no prose: a list of items, a table that answers them, a glossary, or some other appendix. */
export interface Region {
  /** Indices into the text lines, half open. */
  readonly from: number;
  readonly to: number;
  readonly role: 'items' | 'completion' | 'glossary' | 'other';
  readonly title: string;
  /** Printed number of the appendix. */
  readonly ordinal?: number;
  readonly isAppendix: boolean;
  readonly layout: 'table' | 'list' | 'glossary' | 'prose';
  readonly slots: readonly Slot[];
}
