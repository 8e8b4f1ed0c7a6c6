import type { Cohesion } from './cohesion.ts';
import type { Copy } from './copy.ts';
import { isHan } from './letter.ts';
import { everywhere, mostWords, push, type Stretch, shareParting } from './stretch.ts';

const mostTried = 64;
const gram = 4;
const slots = 1 << 18;

/**
 * Strings of Chinese characters that come three times or more, between characters that belong together, and with a seam inside that no
 * other word of the text has: the name of a site, not a phrase of the report.
 */
export function siteNamesIn({ codes, length }: Copy, cohesion: Cohesion): Stretch[] {
  const seen = new Uint8Array(slots);
  const seams: number[] = [];
  let run = 0;
  for (let at = 0; at < length; at += 1) {
    run = isHan(codes[at] ?? 0) ? run + 1 : 0;
    const start = at - gram + 1;
    // A character that the one before it is hardly followed by elsewhere: the seam of something put in.
    if (run <= gram || cohesion.of(codes[start - 1] ?? 0, codes[start] ?? 0) > 1) continue;
    seams.push(start);
    const slot = slotOf(codes, start);
    const times = seen[slot] ?? 0;
    if (times < 255) seen[slot] = times + 1;
  }
  const groups = new Map<string, number[]>();
  for (const at of seams) {
    if ((seen[slotOf(codes, at)] ?? 0) >= 3) push(groups, String.fromCharCode(...codes.subarray(at, at + gram)), at);
  }
  let words = 0;
  let tried = 0;
  return [...groups.values()].flatMap((group) => {
    if (group.length < 3 || words === mostWords) return [];
    const one = group[0] ?? 0;
    let right = gram;
    while (
      right < 16 &&
      isHan(codes[one + right] ?? 0) &&
      group.every((at) => codes[at + right] === codes[one + right])
    )
      right += 1;
    const here = group.map((at) => ({ from: at, to: at + right })).filter(({ to }) => isHan(codes[to] ?? 0));
    if (here.length < 3 || tried === mostTried || shareParting(codes, here, cohesion) < 0.2) return [];
    tried += 1;
    const stretches = everywhere(codes, length, String.fromCharCode(...codes.subarray(one, one + right)));
    if (!looksForeign(codes, stretches, cohesion)) return [];
    words += 1;
    return stretches;
  });
}

function looksForeign(codes: Uint16Array, stretches: readonly Stretch[], cohesion: Cohesion): boolean {
  const { from: one, to: end } = stretches[0] ?? { from: 0, to: 0 };
  let ownSeams = 0;
  for (let at = one + 1; at < end; at += 1) {
    if (cohesion.of(codes[at - 1] ?? 0, codes[at] ?? 0) <= stretches.length) ownSeams += 1;
  }
  const inWords = stretches.filter(({ from, to }) => isHan(codes[from - 1] ?? 0) && isHan(codes[to] ?? 0));
  const strange = inWords.filter(
    ({ from, to }) =>
      cohesion.of(codes[from - 1] ?? 0, codes[from] ?? 0) <= 1 && cohesion.of(codes[to - 1] ?? 0, codes[to] ?? 0) <= 1,
  );
  if (inWords.length < 3 || inWords.length * 2 < stretches.length || ownSeams * 10 < (end - one - 1) * 7) return false;
  const parting = shareParting(codes, inWords, cohesion);
  const isSite = siteLike.has(codes[end - 1] ?? 0);
  return (
    parting >= (inWords.length < 6 ? 0.3 : 0.2) && parting + strange.length / inWords.length >= (isSite ? 0.7 : 0.9)
  );
}

/** 网 库 坛: what the names of sites end with. */
const siteLike = new Set([...'网库坛'].map((character) => character.charCodeAt(0)));

function slotOf(codes: Uint16Array, at: number): number {
  const first = Math.imul(codes[at] ?? 0, 0x9e3779b1) ^ Math.imul(codes[at + 1] ?? 0, 0x85ebca6b);
  return (
    (Math.imul(first, 31) ^ Math.imul(codes[at + 2] ?? 0, 0xc2b2ae35) ^ Math.imul(codes[at + 3] ?? 0, 0x27d4eb2f)) >>>
    14
  );
}
