import { evenly, likenessOf, tokensOf } from '@huying/reader/compare';

/** A stretch of words that both have, or only one of them. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly words: string;
}

/** A sentence of one text beside that of another; `moved` says the same in another place. */
export type Pair<T> =
  | { readonly change: 'same' | 'moved' | 'changed'; readonly before: T; readonly after: T }
  | { readonly change: 'gone'; readonly before: T }
  | { readonly change: 'new'; readonly after: T };

interface Worded {
  readonly words: string;
}

/** From this likeness on two sentences are one that was reworded; numbers do not count into it. */
const REWORDED = 0.5;
/** Longer sentences are shown as replaced as a whole: nobody reads a mosaic. */
const LARGEST = 4_000_000;

/** What became of each sentence of a text in the next one, in the order of the later text, what is gone where it stood. */
export function pairSentences<T extends Worded>(before: readonly T[], after: readonly T[]): readonly Pair<T>[] {
  const keys = [before.map(keyOf), after.map(keyOf)] as const;
  const kept = commonIn(keys[0], keys[1]);
  const partner = new Map<number, { readonly at: number; readonly change: 'same' | 'moved' | 'changed' }>();
  for (const [left, right] of kept) partner.set(right, { at: left, change: 'same' });
  const used = new Set(kept.map(([left]) => left));
  const openLeft = () => before.flatMap((_, at) => (used.has(at) ? [] : [at]));
  const openRight = () => after.flatMap((_, at) => (partner.has(at) ? [] : [at]));
  for (const right of openRight()) {
    const left = openLeft().find((at) => keys[0][at] === keys[1][right]);
    if (left === undefined) continue;
    used.add(left);
    partner.set(right, { at: left, change: 'moved' });
  }
  for (const { left, right } of likest(
    openLeft().map((at) => ({ at, words: before[at]?.words ?? '' })),
    openRight().map((at) => ({ at, words: after[at]?.words ?? '' })),
    REWORDED,
  )) {
    used.add(left);
    partner.set(right, { at: left, change: 'changed' });
  }
  return inOrder(before, after, partner, used);
}

/** The likest pairs of two sets, the likest first, each taken once. */
export function likest(
  lefts: readonly { readonly at: number; readonly words: string }[],
  rights: readonly { readonly at: number; readonly words: string }[],
  least: number,
): readonly { readonly left: number; readonly right: number; readonly likeness: number }[] {
  const weighed = (sides: typeof lefts) => sides.map(({ at, words }) => ({ at, weighed: evenly(tokensOf(words)) }));
  const others = weighed(rights);
  const found = weighed(lefts).flatMap((left) =>
    others.flatMap((right) => {
      const likeness = likenessOf(left.weighed, right.weighed);
      return likeness < least ? [] : [{ left: left.at, right: right.at, likeness }];
    }),
  );
  const [takenLeft, takenRight] = [new Set<number>(), new Set<number>()];
  return found
    .sort((a, b) => b.likeness - a.likeness || a.left - b.left || a.right - b.right)
    .filter(({ left, right }) => {
      if (takenLeft.has(left) || takenRight.has(right)) return false;
      takenLeft.add(left);
      takenRight.add(right);
      return true;
    });
}

/** What of some words is kept, gone and new in others; a number or a Latin word is one piece. */
export function piecesOf(before: string, after: string): readonly Piece[] {
  const [left, right] = [tokensIn(before), tokensIn(after)];
  if (left.length * right.length > LARGEST)
    return pieces([
      ['gone', before],
      ['new', after],
    ]);
  const kept = commonIn(left, right);
  const found: [Piece['kind'], string][] = [];
  let [atLeft, atRight] = [0, 0];
  for (const [nextLeft, nextRight] of [...kept, [left.length, right.length] as const]) {
    found.push(['gone', left.slice(atLeft, nextLeft).join('')], ['new', right.slice(atRight, nextRight).join('')]);
    if (nextLeft < left.length) found.push(['same', left[nextLeft] ?? '']);
    [atLeft, atRight] = [nextLeft + 1, nextRight + 1];
  }
  return pieces(found);
}

function tokensIn(words: string): readonly string[] {
  return words.match(/\d[\d.,%]*|[A-Za-z]+|./gsu) ?? [];
}

function pieces(found: readonly (readonly [Piece['kind'], string])[]): readonly Piece[] {
  const joined: { kind: Piece['kind']; words: string }[] = [];
  for (const [kind, words] of found) {
    const last = joined.at(-1);
    if (words === '') continue;
    if (last?.kind === kind) last.words += words;
    else joined.push({ kind, words });
  }
  return joined;
}

/** The same sentence, whatever its spaces and the width of its marks. */
function keyOf({ words }: Worded): string {
  return words.normalize('NFKC').replaceAll(/\s+/g, '');
}

/** The longest run of things both have in one order, as pairs of places. */
function commonIn(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let [endLeft, endRight] = [left.length, right.length];
  while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
    endLeft -= 1;
    endRight -= 1;
  }
  const head = left.slice(0, start).map((_, at) => [at, at] as const);
  const tail = left.slice(endLeft).map((_, at) => [endLeft + at, endRight + at] as const);
  return [...head, ...middle(left, right, start, endLeft, endRight), ...tail];
}

function middle(
  left: readonly string[],
  right: readonly string[],
  start: number,
  endLeft: number,
  endRight: number,
): readonly (readonly [number, number])[] {
  const [rows, columns] = [endLeft - start, endRight - start];
  if (rows === 0 || columns === 0) return [];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const same = left[start + row] === right[start + column];
      const below = lengths[row + 1] as Uint32Array;
      const here = lengths[row] as Uint32Array;
      here[column] = same ? (below[column + 1] ?? 0) + 1 : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  }
  const common: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (left[start + row] === right[start + column]) {
      common.push([start + row, start + column]);
      row += 1;
      column += 1;
    } else if ((lengths[row + 1]?.[column] ?? 0) >= (lengths[row]?.[column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return common;
}

function inOrder<T extends Worded>(
  before: readonly T[],
  after: readonly T[],
  partner: ReadonlyMap<number, { readonly at: number; readonly change: 'same' | 'moved' | 'changed' }>,
  used: ReadonlySet<number>,
): readonly Pair<T>[] {
  const rows: Pair<T>[] = [];
  let next = 0;
  const goneUpTo = (end: number) => {
    for (; next < end; next += 1) {
      const gone = before[next];
      if (gone !== undefined && !used.has(next)) rows.push({ change: 'gone', before: gone });
    }
  };
  for (const [at, words] of after.entries()) {
    const found = partner.get(at);
    const old = found === undefined ? undefined : before[found.at];
    if (found === undefined || old === undefined) rows.push({ change: 'new', after: words });
    else {
      if (found.change !== 'moved') goneUpTo(found.at);
      rows.push({ change: found.change, before: old, after: words });
    }
  }
  goneUpTo(before.length);
  return rows;
}
