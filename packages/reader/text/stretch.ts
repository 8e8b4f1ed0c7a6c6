import type { Cohesion } from './cohesion.ts';

/** A part of the copy that someone else wrote into it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** No site signs its texts with more names than this; it bounds the searches through the text. */
export const mostWords = 8;

/** Every place where a string stands, beside figures and marks too. */
export function everywhere(codes: Uint16Array, length: number, word: string): Stretch[] {
  const found: Stretch[] = [];
  const first = word.charCodeAt(0);
  for (let at = codes.indexOf(first); at >= 0 && at + word.length <= length; at = codes.indexOf(first, at + 1)) {
    let index = 1;
    while (index < word.length && codes[at + index] === word.charCodeAt(index)) index += 1;
    if (index === word.length) found.push({ from: at, to: at + word.length });
  }
  return found;
}

/** The share of stretches that stand between two characters which are neighbours elsewhere. */
export function shareParting(codes: Uint16Array, group: readonly Stretch[], cohesion: Cohesion): number {
  const parting = group.filter(({ from, to }) => cohesion.of(codes[from - 1] ?? 0, codes[to] ?? 0) >= 2);
  return parting.length / group.length;
}

/** Adds to the group of a key. */
export function push<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
