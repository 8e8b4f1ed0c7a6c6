import type { Cohesion } from './cohesion.ts';
import { type Copy, count, type Tally, textOf } from './copy.ts';
import { isDigit, isHan, isLatin, isWhite } from './letter.ts';
import { pageCountsIn } from './page-count.ts';
import { siteNamesIn } from './site-name.ts';
import { everywhere, mostWords, push, type Stretch, shareParting } from './stretch.ts';

const address =
  /(?:https?:\/\/)?www\.[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){0,3}?\.(?:com|cn|net|org|gov|edu|cc|info)(?:\.cn)?(?![a-z])|https?:\/\/[\w.-]{3,60}/gi;

/**
 * Takes out of a copy what was written into its sentences by someone else: addresses in mid-word, and strings that come again verbatim
 * where they part what belongs together. Words of the text repeat too, but what stands around them does not fit without them.
 */
export function withoutWatermarks(copy: Copy, cohesion: Cohesion, tally: Tally): void {
  const found = [
    ...addressesIn(copy),
    ...pageCountsIn(copy),
    ...tokensIn(copy, cohesion),
    ...spacedIn(copy, cohesion),
    ...siteNamesIn(copy, cohesion),
  ];
  if (found.length === 0) return;
  found.sort((a, b) => a.from - b.from);
  const { codes, places } = copy;
  let to = 0;
  let at = 0;
  let taken = 0;
  for (const stretch of found) {
    if (stretch.from < at) continue;
    taken += 1;
    codes.copyWithin(to, at, stretch.from);
    places.copyWithin(to, at, stretch.from);
    to += stretch.from - at;
    at = stretch.to;
  }
  codes.copyWithin(to, at, copy.length);
  places.copyWithin(to, at, copy.length);
  copy.length = to + copy.length - at;
  count(tally, 'watermark', taken);
}

/** An address in mid-sentence: a Chinese character or figure on both sides, without a space or bracket. */
function addressesIn(copy: Copy): Stretch[] {
  if (!mayHoldAddress(copy)) return [];
  const text = textOf(copy, 0, copy.length);
  const found: Stretch[] = [];
  for (const { 0: words, index } of text.matchAll(address)) {
    const end = index + words.length;
    if (isInside(copy.codes[index - 1] ?? 0) && isInside(copy.codes[end] ?? 0)) found.push({ from: index, to: end });
  }
  return found;
}

function mayHoldAddress({ codes, length }: Copy): boolean {
  for (let at = 1; at < length; at += 1) {
    const code = codes[at] ?? 0;
    if (code === codes[at - 1] && (code === 0x2f || code === 0x77 || code === 0x57)) return true;
  }
  return false;
}

function isInside(code: number): boolean {
  return (
    isHan(code) ||
    isDigit(code) ||
    code === 0xff0c ||
    code === 0x3001 ||
    code === 0x3002 ||
    code === 0x25 ||
    code === 0x2e
  );
}

/** Latin words between characters that otherwise stand side by side. */
function tokensIn({ codes, length }: Copy, cohesion: Cohesion): Stretch[] {
  const groups = new Map<string, Stretch[]>();
  for (let at = 1; at < length; at += 1) {
    if (!isTokenly(codes[at] ?? 0)) continue;
    const from = at;
    let letters = 0;
    while (at < length && isTokenly(codes[at] ?? 0)) {
      if (isLatin(codes[at] ?? 0)) letters += 1;
      at += 1;
    }
    if (letters < 3 || at - from > 40 || !isHan(codes[from - 1] ?? 0) || !isHan(codes[at] ?? 0)) continue;
    push(groups, String.fromCharCode(...codes.subarray(from, at)), { from, to: at });
  }
  const words = [...groups].filter(([word, group]) => {
    if (group.length < 2) return false;
    // Abbreviations are written in capitals and may well stand where words meet.
    const least = group.length === 2 ? 1 : word === word.toUpperCase() ? 0.6 : 0.25;
    return shareParting(codes, group, cohesion) >= least;
  });
  return words.slice(0, mostWords).flatMap(([word]) => everywhere(codes, length, word));
}

function isTokenly(code: number): boolean {
  return isDigit(code) || isLatin(code) || code === 0x2e || code === 0x40 || code === 0x5f || code === 0x2d;
}

/** Strings with a space between their Chinese characters, which sentences do not have, that come again and are found nowhere else. */
function spacedIn({ codes, length }: Copy, cohesion: Cohesion): Stretch[] {
  const groups = new Map<string, number[]>();
  for (let at = 3; at + 2 < length; at += 1) {
    if (codes[at] !== 0x20 || !isHan(codes[at - 1] ?? 0) || !isHan(codes[at + 1] ?? 0)) continue;
    const key = String.fromCharCode(...codes.subarray(at - 2, at + 3));
    push(groups, key, at);
  }
  const single = [...groups.values()].reduce((sum, group) => sum + (group.length === 1 ? 1 : 0), 0);
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2 || group.length < single) return [];
    const stretches = widened(codes, length, group);
    return stretches !== undefined && isForeign(codes, stretches, cohesion) ? stretches : [];
  });
}

/** The longest stretch around each place that reads the same everywhere. */
function widened(codes: Uint16Array, length: number, places: readonly number[]): Stretch[] | undefined {
  const one = places[0] ?? 0;
  let left = 0;
  const agrees = (offset: number): boolean => {
    const code = codes[one + offset] ?? 0;
    return isHan(code) && places.every((at) => codes[at + offset] === code);
  };
  while (left < 20 && agrees(-left - 1)) left += 1;
  let right = 0;
  while (right < 20 && one + right + 1 < length && agrees(right + 1)) right += 1;
  if (left + right < 5 || left === 20 || right === 20) return undefined;
  return places.map((at) => ({ from: at - left, to: at + right + 1 }));
}

/** In mid-line everywhere, behind characters it never follows otherwise. */
function isForeign(codes: Uint16Array, stretches: readonly Stretch[], cohesion: Cohesion): boolean {
  return stretches.every(({ from, to }) => {
    const before = codes[from - 1] ?? 0x0a;
    const after = codes[to] ?? 0x0a;
    if (isWhite(before) || isWhite(after)) return false;
    return !isHan(before) || cohesion.of(before, codes[from] ?? 0) <= 1;
  });
}
