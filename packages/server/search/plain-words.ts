/** Han characters, digits and small letters alone: most titles are plain as they stand. */
const PLAIN = /^[0-9a-z\u4e00-\u9fff]*$/;

/**
 * Brings a text into the form in which words are compared: compatibility forms made one (NFKC), small letters, and one blank for
 * whatever stands between letters and digits. Signs, emoji and lone surrogates are between; nothing of them is looked for.
 */
export function plainWords(text: string): string {
  if (PLAIN.test(text)) return text;
  return (
    text
      .toWellFormed()
      .normalize('NFKC')
      .toLowerCase()
      // Which small sigma it is depends on what follows, and a piece of a word does not know that.
      .replaceAll('ς', 'σ')
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}

const REMEMBERED = 4_096;
const known = new Map<string, string>();

/** The same for names of places and matters, which come again with every case: remembered. */
export function plainName(name: string): string {
  let plain = known.get(name);
  if (plain === undefined) {
    plain = plainWords(name);
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, plain);
  }
  return plain;
}

/** Number and letters of an identifier without what stands between them: `HX-20260701-000123` is `hx20260701000123`. */
export function plainNumber(text: string): string {
  return plainWords(text).replaceAll(' ', '');
}
