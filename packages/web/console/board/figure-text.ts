import type { Tell } from '../text/index.ts';
import type { Compared, Figure, MeasureDefinition } from './board-data.ts';

type Shape = Pick<MeasureDefinition, 'form' | 'decimals'>;

/** A number as it is read: `1,234`, `96.3`. The unit stands beside it. */
export function numberText(value: number, decimals = 0): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** The figure of a measure without its unit; what nobody was to be measured for has no figure. */
export function rateText(rate: number | null, { decimals }: Shape, t: Tell): string {
  return rate === null ? t('board.none') : numberText(rate, decimals);
}

/** What a rate is of: `39/40`, `mean of 12`; nothing for counts, and for a rate that nobody was measured for. */
export function basisText(
  { n, d }: Pick<Figure, 'n' | 'd'>,
  { form }: Pick<MeasureDefinition, 'form'>,
  t: Tell,
): string {
  if (form === 'count' || form === 'stock' || d === 0) return '';
  return form === 'mean' ? t('board.basisMean', { count: numberText(d) }) : `${numberText(n)}/${numberText(d)}`;
}

/** Something out of the ordinary about a number, with what it means. */
export interface Remark {
  readonly kind: 'few' | 'corrected' | 'alarm' | 'recounting';
  readonly text: string;
  readonly hint?: string;
}

/** What is out of the ordinary about a number: too few, corrected since it was published, found otherwise by a recount. */
export function remarksOf(
  figure: Figure,
  definition: Shape & Pick<MeasureDefinition, 'minimum'>,
  t: Tell,
): readonly Remark[] {
  const { few, published, alarm, recounting, d } = figure;
  const told = (rate: number | null) => rateText(rate, definition, t);
  const remarks: Remark[] = [];
  if (few && d > 0) {
    const hint = t('board.fewHint', { minimum: definition.minimum });
    remarks.push({ kind: 'few', text: t('board.few'), hint });
  }
  if (published) {
    const hint = t('board.correctedHint', { count: published.changes });
    remarks.push({ kind: 'corrected', text: t('board.corrected', { figure: told(published.rate) }), hint });
  }
  if (alarm) {
    const text = t('board.alarm', { figure: told(alarm.rate) });
    remarks.push({ kind: 'alarm', text, hint: t('board.alarmHint') });
  }
  if (recounting) remarks.push({ kind: 'recounting', text: t('board.recounting') });
  return remarks;
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
