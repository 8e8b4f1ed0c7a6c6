import type { Passage } from './passage.ts';

/** A stretch of the text as given; the blocks of a text tile it. `from` and `to` are UTF-16 indices in the text as given. */
export interface Block {
  readonly kind: 'text' | 'chrome' | 'space';
  readonly from: number;
  readonly to: number;
  /** Of a text block: one paragraph, heading or cell, clean, trimmed, without line breaks. Of the others: empty. */
  readonly passage: Passage;
  /** Began with an indent of its own, as paragraphs do. */
  readonly indented: boolean;
  /** An empty line stood before it. */
  readonly apart: boolean;
}
