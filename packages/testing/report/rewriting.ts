/** A damaged text that still knows where the characters of the sound one went. Offsets count code points. */
export interface Damaged {
  readonly text: string;
  /** Where the character at `offset` of the sound text stands now; null where it is gone or the offset lies outside. */
  at(offset: number): number | null;
}

/** A way to damage a text: pure, and for the same seed always the same. */
export type Damage = (text: string, seed: number) => Damaged;

/** What becomes of one character: words put before and after it, and another in its place; `as: null` takes it away. */
export interface Change {
  readonly before?: string;
  readonly as?: string | null;
  readonly after?: string;
}

/** Rewrites a text character by character; what `change` says nothing of stays as it is. */
export function rewritten(
  text: string,
  change: (offset: number, characters: readonly string[]) => Change | undefined,
): Damaged {
  const characters = Array.from(text);
  const places = new Int32Array(characters.length);
  const out: string[] = [];
  let length = 0;
  const put = (words: string) => {
    out.push(words);
    length += lengthOf(words);
  };
  for (let offset = 0; offset < characters.length; offset++) {
    const { before = '', as, after = '' } = change(offset, characters) ?? {};
    if (before !== '') put(before);
    places[offset] = as === null ? -1 : length;
    if (as !== null) put(as ?? characters[offset] ?? '');
    if (after !== '') put(after);
  }
  return {
    text: out.join(''),
    at: (offset) => {
      const place = places[offset] ?? -1;
      return place === -1 ? null : place;
    },
  };
}

/** One damage after another. */
export function inTurn(...damages: readonly Damage[]): Damage {
  return (text, seed) =>
    damages.reduce<Damaged>(
      (before, damage, turn) => {
        const next = damage(before.text, seed + turn);
        return {
          text: next.text,
          at: (offset) => {
            const place = before.at(offset);
            return place === null ? null : next.at(place);
          },
        };
      },
      { text, at: (offset) => offset },
    );
}

/** Where a span of the sound text lies now, from its first to its last surviving character; undefined where none survives. */
export function spanIn(
  damaged: Damaged,
  span: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | undefined {
  let { start, end } = span;
  while (start < end && damaged.at(start) === null) start++;
  while (start < end && damaged.at(end - 1) === null) end--;
  const first = damaged.at(start);
  const last = damaged.at(end - 1);
  return start >= end || first === null || last === null ? undefined : { start: first, end: last + 1 };
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function lengthOf(words: string): number {
  let length = 0;
  for (const _ of words) length++;
  return length;
}
