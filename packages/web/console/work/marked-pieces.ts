/** A piece of a text, and whether it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
  /** Where in the text it begins. */
  readonly at: number;
}

/** Cuts a text where one of the marks begins or ends, whatever their letters' size; marks that overlap are marked as one. */
export function piecesOf(text: string, marks: readonly string[]): readonly Piece[] {
  const plain = text.toLowerCase();
  // Where small letters take another room than large ones, places do not agree: nothing is marked.
  const sought = plain.length === text.length ? marks.filter((mark) => mark !== '') : [];
  const inside = new Uint8Array(text.length);
  for (const mark of sought) {
    for (let at = plain.indexOf(mark); at >= 0; at = plain.indexOf(mark, at + 1)) inside.fill(1, at, at + mark.length);
  }
  const pieces: Piece[] = [];
  for (let from = 0, to = 0; from < text.length; from = to) {
    while (to < text.length && inside[to] === inside[from]) to++;
    pieces.push({ text: text.slice(from, to), marked: inside[from] === 1, at: from });
  }
  return pieces;
}
