import type { SectionRole } from '../report.ts';
import type { Passage } from '../text/index.ts';

/** One sentence with what its place in the document says of it. */
export interface Sentence {
  readonly passage: Passage;
  readonly role: SectionRole;
  /** Titles of the sections it stands in, outermost first. */
  readonly headings: readonly string[];
  /** Number of its paragraph, counted through the document. */
  readonly paragraph: number;
  /** It opens its paragraph. */
  readonly opens: boolean;
  /** The short sentence that opens its paragraph and names its topic. */
  readonly topic?: string;
  /** It is a heading, run-in or alone. */
  readonly heading: boolean;
}

/** A numbered part of an item or result: (1) … */
export interface Part {
  readonly no?: number;
  readonly passage: Passage;
}

/** A livelihood item as the document lays it out: a row of a table or a numbered entry of a list. */
export interface ItemUnit {
  readonly no?: number;
  readonly domain?: Passage;
  readonly title?: Passage;
  readonly parts: readonly Part[];
}

/** A row of a table that answers last year's items; a column that the table does not have is absent. */
export interface CompletionUnit {
  readonly no?: number;
  readonly domain?: Passage;
  readonly title?: Passage;
  readonly target?: Passage;
  readonly status?: Passage;
  readonly result?: Passage;
  readonly percent?: Passage;
  readonly parts: readonly Part[];
}

/** An entry of the glossary, its number taken off. */
export interface EntryUnit {
  readonly no?: number;
  readonly passage: Passage;
}
