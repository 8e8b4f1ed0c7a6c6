// Characters that never belong in a stored text: C0 and C1 controls other than tab and line feed (PostgreSQL refuses NUL), and the marks that
// turn the direction of writing, with which one text can be made to look like another (Unicode TR 36, "Trojan Source").
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Brings a text into the one form that is stored: NFC, line ends as LF, without control characters, direction marks and lone
 * surrogates, without white space at both ends.
 */
export function plainText(raw: string): string {
  return raw
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(FORBIDDEN, '')
    .normalize('NFC')
    .trim();
}

/** Whether a text is already in the form that is stored. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && text.search(FORBIDDEN) === -1 && text === text.normalize('NFC') && text === text.trim();
}

/** The length of a text as a person counts it and as PostgreSQL's `char_length` does: code points, not UTF-16 units. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i += 1) {
    if (isHighSurrogate(text.charCodeAt(i)) && isLowSurrogate(text.charCodeAt(i + 1))) {
      count -= 1;
      i += 1;
    }
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
