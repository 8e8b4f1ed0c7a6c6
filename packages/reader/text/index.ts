/**
 * From the text as given to blocks of clean text.
 *
 * Forms of the clean text, on which every later stage relies:
 * - Characters: simplified (in Traditional text), compatibility forms and radicals folded, no glosses, no invisible characters, no markup,
 *   no marks of notes (`[1]` behind a word).
 * - `，；！？（）` are always full-width, `：` too except between digits (`7:30`, `2.02:97.98`) and in addresses. There is never a half-width
 *   `, ; ! ? ( )`. `。、《》…` stay as they are; `「」『』` and straight quotes become `“”‘’`; a mark set twice is set once.
 * - Digits, Latin letters, `%`, `+`, `/`, `.` and `~` (all waves) are half-width; minus signs, short dashes and a single `—` between digits
 *   are `-`; `——` stays. Thousands separators are left out: `1,234.5` is `1234.5`. `〇` stands for `○`, and for `0` or `O` in 二〇二〇年.
 * - `㎡ ㎞ ℃ ‰ ① ⑴ ⒈ ㈠ Ⅰ` stay as they are: a character of the copy never stands for more than one of the text as given, and places rise.
 * - White space: none beside Chinese marks, between characters and figures of sentences, or within words set wide; else one ` `, or one
 *   `\u3000` for a gap (a tab, a wide space, two spaces and more), which separates columns, names and offices.
 * - A heading mark damaged on its way (`?`, `ˇ`, `\ufffd`) is left where it stood, `?` as `？`.
 *
 * Kinds of damage counted: `pinyinGloss`, `hardWrap`, `splitParagraph`, `lostBreak`, `pageBreak`, `watermark`, `fullWidth` (letters and
 * digits), `halfWidthPunctuation`, `doubledPunctuation`, `thousandsSeparator`, `invisible`, `markup`, `noteMark`.
 */
export type { Block } from './block.ts';
export { type GivenText, givenText, quoteOf, spanOf } from './given-text.ts';
export { cut, join, type Passage } from './passage.ts';
export { type Reading, readingOf } from './reading.ts';
