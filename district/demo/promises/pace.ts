import type { Chance } from '../chance.ts';

/** How a promise fares through its year: ahead of its path, on it, behind it in the latest month, far behind for months, or never heard of. */
export type Mood = 'ahead' | 'steady' | 'slipping' | 'stuck' | 'silent';

const PATTERNS = {
  // Of 48: most on their path or ahead, some behind, a few far behind, one that tells nothing.
  project: 'aassysaasassrsyasassyasaassyrsasyarasnyassaryary',
  // Of ten.
  livelihood: 'asyasasray',
} as const;

const MOODS: Readonly<Record<string, Mood>> = { a: 'ahead', s: 'steady', y: 'slipping', r: 'stuck', n: 'silent' };

export function moodOf(kind: keyof typeof PATTERNS, index: number): Mood {
  const pattern = PATTERNS[kind];
  return MOODS[pattern.charAt(index % pattern.length)] ?? 'steady';
}

/**
 * The share done at the end of a month.
 * @param expected  the share that should be
 * @param ago       full months since, none for the latest month there are figures of
 */
export function paceAt(mood: Mood, expected: number, ago: number, source: Chance): number {
  const more = source.unit() * 0.02;
  switch (mood) {
    case 'ahead':
      return Math.min(1.04, expected * 1.05 + 0.01 + more);
    case 'steady':
    case 'silent':
      return Math.min(1, expected + 0.004 + more);
    case 'slipping':
      return ago > 0 ? Math.min(1, expected + 0.004) : Math.max(0, expected - 0.045 - more * 2);
    case 'stuck':
      return Math.max(0, expected * (ago > 4 ? 0.86 : 0.68) - more);
    default:
      return mood satisfies never;
  }
}
