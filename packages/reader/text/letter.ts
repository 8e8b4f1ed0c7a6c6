/** What a UTF-16 unit is to the reader. A surrogate counts as `other`: no rule of the reader rests on characters beyond the BMP. */
export const Letter = {
  other: 0,
  han: 1,
  digit: 2,
  latin: 3,
  /** A space as wide as a letter or narrower. */
  space: 4,
  /** A space as wide as a Chinese character, or a tab: it separates more than words. */
  wideSpace: 5,
  lineBreak: 6,
  /** Characters without width and without meaning here. */
  invisible: 7,
  /** Marks that end a sentence. */
  stop: 8,
  /** Marks inside a sentence. */
  pause: 9,
  opening: 10,
  closing: 11,
} as const;

const kinds = new Uint8Array(0x10000);

function mark(kind: number, ...characters: (string | readonly [number, number])[]): void {
  for (const entry of characters) {
    if (typeof entry === 'string') for (let at = 0; at < entry.length; at += 1) kinds[entry.charCodeAt(at)] = kind;
    else kinds.fill(kind, entry[0], entry[1] + 1);
  }
}

mark(Letter.han, [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xf900, 0xfaff], '〇々');
mark(Letter.digit, [0x30, 0x39]);
mark(Letter.latin, [0x41, 0x5a], [0x61, 0x7a], [0xc0, 0xd6], [0xd8, 0xf6], [0xf8, 0x24f], 'ɑɡ');
mark(
  Letter.space,
  ' ',
  [0xa0, 0xa0],
  [0x2000, 0x2000],
  [0x2002, 0x2002],
  [0x2004, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
);
mark(Letter.wideSpace, '\t', [0x2001, 0x2001], [0x2003, 0x2003], [0x3000, 0x3000]);
mark(Letter.lineBreak, [0x0a, 0x0d], [0x85, 0x85], [0x2028, 0x2029]);
mark(
  Letter.invisible,
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x180e, 0x180e],
);
mark(Letter.invisible, [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f], [0xfe00, 0xfe0f], [0xfeff, 0xfeff]);
mark(Letter.invisible, [0xfff9, 0xfffb], [0xfffe, 0xffff], [0xfdd0, 0xfdef], [0xe000, 0xf8ff]);
mark(Letter.stop, '。！？；');
mark(Letter.pause, '，、：');
mark(Letter.opening, '（“‘《〈【〔「『［');
mark(Letter.closing, '）”’》〉】〕」』］');

/** The kind of one unit; of white space and folded letters alike (`Letter`). */
export function kindOf(code: number): number {
  return kinds[code] ?? Letter.other;
}

export const isHan = (code: number): boolean => kinds[code] === Letter.han;
export const isDigit = (code: number): boolean => kinds[code] === Letter.digit;
export const isLatin = (code: number): boolean => kinds[code] === Letter.latin;
export const isWhite = (code: number): boolean => {
  const kind = kinds[code];
  return kind === Letter.space || kind === Letter.wideSpace || kind === Letter.lineBreak;
};
/** White or without width: nothing a person would see. */
export const isBlank = (code: number): boolean => isWhite(code) || kinds[code] === Letter.invisible;

/** Columns a unit takes on a page of fixed width: two for Chinese characters and their marks, one for Latin ones. */
export function columnsOf(code: number): number {
  if (code < 0x2000) return kinds[code] === Letter.invisible ? 0 : 1;
  if (code >= 0x2002 && code <= 0x200a && code !== 0x2003) return 1;
  return kinds[code] === Letter.invisible ? 0 : 2;
}
