import { differenceText, numberText } from '../board/figure-text.ts';

/** A share as per cent: `62%`; what is not known is a dash and never nought. */
export function shareText(share: number | null, decimals = 0): string {
  return share === null ? '—' : `${numberText(share * 100, decimals)}%`;
}

/** How far ahead (+) or behind (−) the path, in points; undefined where one of the two is not known. */
export function gapText(rate: number | null, expected: number | null): string | undefined {
  if (rate === null || expected === null) return undefined;
  const points = Math.round((rate - expected) * 1000) / 10;
  return differenceText(points, Number.isInteger(points) ? 0 : 1);
}
