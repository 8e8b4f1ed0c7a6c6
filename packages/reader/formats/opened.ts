/** A file as text: what offsets of its reading count in. */
export interface Opened {
  /** Lines end in \n; of plain text the characters exactly as they stand in the file, without the byte order mark. */
  readonly text: string;
  readonly format: 'text' | 'html' | 'docx' | 'pdf';
  /** Of text and HTML: the encoding that was chosen, by its WHATWG name. */
  readonly encoding?: string;
  /** Of PDF: where each page begins in the text, in code points. */
  readonly pageStarts?: readonly number[];
  readonly notes: readonly Note[];
}

/** What a reader of the text should know of how it came about. */
export interface Note {
  readonly code: /** bytes that mean no character in the encoding chosen, shown as U+FFFD */
    | 'replaced'
    /** the encoding the page names is not the one its bytes are in */
    | 'encodingDiffers'
    /** text that is not shown to a reader of the page or document, left out */
    | 'hidden'
    /** tracked deletions, left out */
    | 'deletions'
    /** tracked insertions, taken in */
    | 'insertions'
    /** numbers of headings and items that the word processor makes, written out */
    | 'numbered'
    /** footnotes and endnotes, set at the end; their marks are not in the text */
    | 'footnotes'
    /** texts in text boxes, set after the paragraph they hang on */
    | 'textBoxes'
    /** headers and footers, left out */
    | 'pageEdges'
    /** pages without a text layer among others that have one */
    | 'pagesWithoutText'
    /** slanted text (watermarks), left out */
    | 'slanted'
    /** pages in two columns, read one column after the other */
    | 'columns';
  readonly count: number;
}

/** Bounds that keep a hostile or mistaken file from taking the machine with it. */
export const most = {
  /** bytes of a file */
  bytes: 100 * 1024 * 1024,
  /** UTF-16 units of text that came out of it */
  text: 32 * 1024 * 1024,
  /** bytes one part of an archive unpacks to */
  unpacked: 64 * 1024 * 1024,
  parts: 20_000,
  pages: 2_000,
  /** elements within one another */
  depth: 512,
} as const;

export const megabyte = 1024 * 1024;
