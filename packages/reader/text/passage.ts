/**
 * Clean text to read (simplified characters, half-width digits, no glosses, wraps joined). `places[i]` is the UTF-16 index,
 * in the text as given, of the character that `text[i]` stands for; what lies between two places was left out as noise.
 */
export interface Passage {
  readonly text: string;
  readonly places: Int32Array;
}

/** The part of a passage from `from` to before `to`. */
export function cut(passage: Passage, from: number, to: number): Passage {
  return { text: passage.text.slice(from, to), places: passage.places.subarray(from, to) };
}

/** Several passages as one, in their order. */
export function join(passages: readonly Passage[]): Passage {
  const places = new Int32Array(passages.reduce((sum, { text }) => sum + text.length, 0));
  let at = 0;
  for (const passage of passages) {
    places.set(passage.places, at);
    at += passage.text.length;
  }
  return { text: passages.map(({ text }) => text).join(''), places };
}
