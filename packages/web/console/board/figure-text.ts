import type { Tell } from '../text/index.ts';
import type { Compared, MeasureDefinition } from './board-data.ts';

type Shape = Pick<MeasureDefinition, 'form' | 'decimals'>;

/** A number as it is read: `1,234`, `96.3`. The unit stands beside it. */
export function numberText(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** The figure of a measure without its unit; what nobody was to be measured for has no figure. */
export function rateText(rate: number | null, { decimals }: Shape, t: Tell): string {
  return rate === null ? t('board.none') : numberText(rate, decimals);
}

/** A difference with its sign: `+1.2`, `−3`, `0`. */
export function differenceText(difference: number, decimals: number): string {
  const size = numberText(Math.abs(difference), decimals);
  if (difference === 0) return size;
  return `${difference > 0 ? '+' : '−'}${size}`;
}

/** What a difference amounts to: worse and better only where it is more than chance. */
export type Tone = 'better' | 'worse' | 'even';

export function toneOf({ better }: Pick<MeasureDefinition, 'better'>, { difference, noise }: Compared): Tone {
  if (difference === null || difference === 0 || noise !== 'beyond' || better === 'neither') return 'even';
  return difference > 0 === (better === 'high') ? 'better' : 'worse';
}
