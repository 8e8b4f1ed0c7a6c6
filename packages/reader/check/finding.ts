import type { Finding, Report, Span } from '../report.ts';

/** What has been read of the report when its checks begin. */
export type Known = Pick<
  Report,
  'about' | 'statements' | 'quantities' | 'targets' | 'items' | 'completion' | 'glossary'
>;

/** A finding lies where its first place lies; the others are what it was held against. */
export function raise(code: Finding['code'], params: Finding['params'], places: readonly Span[]): Finding {
  const bare = places.map(({ start, end }) => ({ start, end }));
  return { code, params, places: bare, start: bare[0]?.start ?? 0, end: bare[0]?.end ?? 0 };
}

/** Half of the last printed digit: 81 may stand for 80.5…81.5, 4.7 for 4.65…4.75. */
export function halfDigit(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

/** Rounds away what binary arithmetic leaves behind. */
export function tidy(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
