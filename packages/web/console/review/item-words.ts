import type { ScreenText } from '../text/index.ts';
import type { ItemView } from './review-data.ts';

export const decisionWords: Readonly<Record<ItemView['decision'], ScreenText>> = {
  open: 'review.open',
  accepted: 'review.accepted',
  corrected: 'review.corrected',
  split: 'review.wasSplit',
  merged: 'review.wasMerged',
  dismissed: 'review.dismissed',
};

export const missingWords: Readonly<Record<ItemView['missing'][number], ScreenText>> = {
  measure: 'review.missingMeasure',
  value: 'review.missingValue',
  due: 'review.missingDue',
  owner: 'review.missingOwner',
};

export const firmnessWords: Readonly<Record<'binding' | 'aimed' | 'plain', ScreenText>> = {
  binding: 'review.binding',
  aimed: 'review.aimed',
  plain: 'review.plain',
};

export const comparatorWords: Readonly<Record<'=' | '>=' | '<=' | '~' | 'range', ScreenText>> = {
  '=': 'review.exactly',
  '>=': 'review.atLeast',
  '<=': 'review.atMost',
  '~': 'review.about',
  range: 'review.range',
};

const doubts: Readonly<Record<string, ScreenText>> = {
  statement: 'review.doubtStatement',
  heading: 'review.doubtHeading',
  'due.ambiguous': 'review.doubtAmbiguous',
  'due.calendar': 'review.doubtCalendar',
  'due.standard': 'review.doubtStandard',
};

/** What the reader was not sure of, one text a reason; a reason without words of its own is a doubt about a number. */
export function doubtWords(doubt: string | null): readonly ScreenText[] {
  if (doubt === null) return [];
  return [...new Set(doubt.split('；').map((one) => doubts[one] ?? 'review.doubtTarget'))];
}

/** 新增就业 ≥4 万人 */
export function figureText({
  value,
  upper,
  unit,
  comparator,
  kind,
  direction,
}: ItemView['proposed']['indicators'][number]): string {
  const sign = comparator === '>=' ? '≥ ' : comparator === '<=' ? '≤ ' : comparator === '~' ? '≈ ' : '';
  const fall = kind === 'growth' ? (direction === -1 ? '↓ ' : '↑ ') : '';
  return `${fall}${sign}${value}${upper === null ? '' : `–${upper}`} ${unit}`.trim();
}
