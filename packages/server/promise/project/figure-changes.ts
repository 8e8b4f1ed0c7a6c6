import type { Problem, Words } from '@huying/kit/error';
import type { Figure, FigureValue } from './figure.store.ts';
import { barredBy, type FigureHand } from './figure-access.ts';
import type { FigureBook } from './figure-book.ts';
import { readFigure } from './figure-cell.ts';
import type { Entry } from './figure-schema.ts';
import { growthOf } from './growth.ts';
import type { Month } from './month.ts';

/** A figure of the sheet that is new or other than what stands there. */
export interface Change {
  readonly at: number;
  readonly figure: Figure;
  readonly entry: Entry;
  readonly value: number;
  readonly growth: number | null;
  readonly standing: 'provisional' | 'final';
  readonly present: FigureValue | null;
  /** It puts right what was entered; else it is the first, or the final one after a provisional one. */
  readonly corrects: string | null;
}

/** What of the entries is new or other than what stands there, and what cannot be entered, each at its place. */
export function changesIn(
  hand: FigureHand,
  book: FigureBook,
  month: Month,
  entries: readonly Entry[],
  frozen: boolean,
): {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly unchanged: number;
} {
  const figures = new Map(book.figures.map((figure) => [`${figure.promise} ${figure.name}`, figure]));
  const looking = { hand, book, month, frozen };
  const seen = new Set<string>();
  const outcomes = entries.map((entry, at): Outcome => {
    const key = `${entry.promise} ${entry.indicator}`;
    const figure = figures.get(key);
    if (figure === undefined || !mayKnow(hand, figure)) return faultAt('indicator', UNKNOWN);
    if (seen.has(key)) return faultAt('indicator', TWICE);
    seen.add(key);
    return outcomeOf(looking, figure, entry, at);
  });
  return {
    changes: outcomes.flatMap((one) => (one.is === 'change' ? [one.change] : [])),
    problems: outcomes.flatMap((one, at) =>
      one.is === 'fault' ? one.faults.map(({ what, ...said }) => ({ path: `/entries/${at}/${what}`, ...said })) : [],
    ),
    unchanged: outcomes.filter(({ is }) => is === 'same').length,
  };
}

interface Looking {
  readonly hand: FigureHand;
  readonly book: FigureBook;
  readonly month: Month;
  readonly frozen: boolean;
}

type Fault = Words & { readonly what: string };

type Outcome =
  | { readonly is: 'change'; readonly change: Change }
  | { readonly is: 'same' }
  | { readonly is: 'blank' }
  | { readonly is: 'fault'; readonly faults: readonly Fault[] };

function faultAt(what: string, said: Words): Outcome {
  return { is: 'fault', faults: [{ what, ...said }] };
}

function outcomeOf({ hand, book, month, frozen }: Looking, figure: Figure, entry: Entry, at: number): Outcome {
  const value = readFigure(entry.value);
  const growth = readFigure(entry.growth ?? null);
  const unreadable = [
    ...('fault' in value ? [{ what: 'value', ...value.fault }] : []),
    ...('fault' in growth ? [{ what: 'growth', ...growth.fault }] : []),
  ];
  if ('fault' in value || 'fault' in growth) return { is: 'fault', faults: unreadable };
  // A blank cell says nothing, and a growth cannot stand alone.
  if (value.value === null) return growth.value === null ? { is: 'blank' } : faultAt('value', ALONE);
  const present = book.valueIn(figure, month);
  const standing = entry.standing ?? (present?.standing === 'final' ? 'final' : 'provisional');
  if (present !== null && isSame(present, value.value, growth.value, standing)) return { is: 'same' };
  const barred = barredBy(hand, figure, month, frozen);
  if (barred !== null) return faultAt('value', barred);
  if (present !== null && present.source !== 'self' && !hand.keeps) return faultAt('value', HELD);
  if (present?.standing === 'final' && standing === 'provisional') return faultAt('standing', BACK);
  const finals = present !== null && present.standing === 'provisional' && standing === 'final';
  const unsaid = (entry.reason ?? '').trim() === '';
  if (frozen && unsaid) return faultAt('reason', FROZEN_REASON);
  if (present !== null && !finals && unsaid) return faultAt('reason', REASON);
  const reckoned =
    figure.aim === 'growth' && growth.value === null ? reckonedGrowth(book, figure, month, value.value) : null;
  return {
    is: 'change',
    change: {
      at,
      figure,
      entry: reckoned === null ? entry : { ...entry, basis: entry.basis ?? RECKONED },
      value: value.value,
      growth: growth.value ?? reckoned,
      standing,
      present,
      corrects: present !== null && !finals ? present.id : null,
    },
  };
}

const RECKONED = '增速按上年同期值推算';

/** What is aimed at as growth needs one: where none was published with the value, that over last year's. Percentages are growth themselves. */
function reckonedGrowth(book: FigureBook, figure: Figure, month: Month, value: number): number | null {
  if (figure.unit === '%' || figure.unit === '％') return null;
  const growth = growthOf(value, book.yearBefore(figure, month)?.value ?? null);
  return growth === null ? null : Number(growth.toFixed(2));
}

const UNKNOWN: Words = { zh: '没有这项指标。', en: 'There is no such figure.' };
const TWICE: Words = { zh: '同一指标出现两次。', en: 'The figure is there twice.' };
const ALONE: Words = { zh: '只填了增速，缺少本期值。', en: 'Growth alone says nothing: enter the value, too.' };
const HELD: Words = {
  zh: '系统已有核定值或自动取数，不再填报。',
  en: 'The system holds a verified or counted value; it is not entered again.',
};
const BACK: Words = {
  zh: '已有核定值，不能改回初步值。',
  en: 'There is a final value; it cannot become provisional again.',
};
const REASON: Words = { zh: '更正已填报的数据应说明理由。', en: 'Say why what was entered is put right.' };
const FROZEN_REASON: Words = {
  zh: '本期已冻结，更正应说明理由。',
  en: 'The period is frozen; say why it is put right.',
};

/** A figure one may not fill in is told of only to those whose unit it is asked of, or who keep the figures. */
function mayKnow(hand: FigureHand, figure: Figure): boolean {
  return hand.keeps || hand.fills(figure) || figure.measure !== null;
}

function isSame(present: FigureValue, value: number, growth: number | null, standing: string): boolean {
  return present.value === value && present.standing === standing && (growth === null || present.growth === growth);
}
