/**
 * The pieces by which words are found. A piece begins at every character: with the next one, or with the next two where both are ASCII
 * (there are few letters and digits, and two of them say little), or alone at the end of a run. So each two characters that follow
 * one another begin or are a piece, and a single one begins some.
 */
export function addGrams(words: string, to: Set<string>): void {
  for (const run of words.split(/\s/)) {
    const characters = [...run];
    for (let at = 0; at < characters.length; at++) to.add(pieceAt(characters, at));
  }
}

function pieceAt(characters: readonly string[], at: number): string {
  const [first = '', second = '', third = ''] = [characters[at], characters[at + 1], characters[at + 2]];
  return isAscii(first) && isAscii(second) ? first + second + third : first + second;
}

/** What a text must have to hold words: all of `grams`; where that is nothing, for each of `starts` a piece that begins with it. */
export interface Wanted {
  readonly grams: readonly string[];
  readonly starts: readonly string[];
}

/** Pieces that every text holding `words` (in the form of `plainWords`) has, wherever in it they stand. */
export function gramsWanted(words: string): Wanted {
  const grams = new Set<string>();
  const starts = new Set<string>();
  for (const run of words.split(' ')) {
    const characters = [...run];
    const [first = '', second] = characters;
    if (second === undefined || (characters.length === 2 && isAscii(first) && isAscii(second))) {
      if (run !== '') starts.add(run);
      continue;
    }
    for (let at = 0; at + 1 < characters.length; at++) {
      const ascii = isAscii(characters[at] ?? '') && isAscii(characters[at + 1] ?? '');
      // Of two ASCII characters at the end it is not known what follows them; the piece before holds them.
      if (!ascii || at + 2 < characters.length) grams.add(pieceAt(characters, at));
    }
  }
  return { grams: [...grams], starts: grams.size > 0 ? [] : [...starts] };
}

function isAscii(character: string): boolean {
  return character !== '' && character < '\u0080';
}
