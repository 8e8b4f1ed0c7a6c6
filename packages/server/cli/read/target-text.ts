import type { Words } from '@huying/kit/error';
import type { Target } from '@huying/reader';

type Valued = Pick<Target, 'value' | 'unit' | 'comparator'> & { readonly upper?: number };

/** A value as people write it: 10万人次以上 as ≥ 10 万人次, ranges from end to end. */
export function valueText({ value, upper, unit, comparator }: Valued): string {
  const sign = { '=': '', '>=': '≥', '<=': '≤', '~': '≈', range: '' }[comparator];
  const number = upper === undefined ? `${value}` : `${value}–${upper}`;
  return `${sign}${number}${unit}`;
}

/** What the quote adds in a word: a rise or a fall, and whether it is striven for beside a firm target. */
export function nuanceOf({ direction, kind, stretchOf }: Target, say: (words: Words) => string): string {
  const way = kind === 'growth' && direction === -1 ? say({ zh: '下降', en: 'down' }) : '';
  const stretch = stretchOf === undefined ? '' : say({ zh: '力争', en: 'stretch' });
  return [way, stretch].filter((word) => word !== '').join(' ');
}
