import { flatTables, hardWrap, oddSpaces, pageChrome, pageNumbers, splitParagraphs, watermarks } from './layout.ts';
import { lostBreaks, lostDateWords, lostMarks, lostSeparators, oneLine } from './loss.ts';
import { type Damage, inTurn } from './rewriting.ts';
import { fullWidth, halfWidth, traditional } from './script.ts';

/** Every kind of damage by name, each as it is met in published reports; the last ones are several at once. */
export const damages: Readonly<Record<string, Damage>> = {
  traditional,
  'half width': halfWidth,
  'full width': fullWidth,
  'lost separators': lostSeparators,
  'lost date words': lostDateWords,
  'lost marks': lostMarks,
  'hard wrap 30': hardWrap(30),
  'hard wrap 38, indented': hardWrap(38, '    '),
  'one line': oneLine,
  'lost breaks': lostBreaks,
  'split paragraphs': splitParagraphs,
  'page numbers': inTurn(hardWrap(40), pageNumbers),
  'page chrome': pageChrome,
  watermarks,
  'odd spaces': oddSpaces,
  'flat tables': flatTables,
  'old web page': inTurn(traditional, halfWidth, lostMarks, pageChrome),
  'scanned print': inTurn(hardWrap(35), pageNumbers, oddSpaces),
  'copied page': inTurn(watermarks, splitParagraphs, lostBreaks, pageChrome),
};
