/** The order of two texts by code point, which is PostgreSQL's collation "C" over UTF-8: negative, zero or positive. JavaScript's own `<` goes by UTF-16 units and puts 😀 before U+FF01. */
export function compareTexts(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  for (let i = 0; i < shorter; i += 1) {
    const difference = rank(left.charCodeAt(i)) - rank(right.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Lifts surrogates above the rest of the basic plane. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** Makes A to Z small and nothing else, as PostgreSQL's `lower` does under the collation "C": the same on every server. */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
