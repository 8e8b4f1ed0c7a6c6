import { HuyingError } from '@huying/kit/error';
import {
  type Aim,
  checkIndicator,
  indicatorOf as completed,
  type Day,
  type Indicator,
  type PromiseKind,
} from '@huying/kit/promise';
import type { IndicatorDraft } from './promise-draft.ts';
import type { IndicatorRecord, PromiseRecord } from './promise-record.ts';

type Time = Pick<PromiseRecord, 'id' | 'year' | 'due'>;

/** When a promise runs, for paths that say nothing of their own: its year, to its own date where it has one. */
export function timeOf({ year, due }: Pick<PromiseRecord, 'year' | 'due'>): { readonly start: Day; readonly due: Day } {
  const start = `${year}-01-01`;
  return { start: due !== null && due < start ? due : start, due: due ?? `${year}-12-31` };
}

/**
 * Indicators of a draft as rows, those that every promise of the kind carries before them. @throws promise.indicator with all that is wrong
 */
export function indicatorRows(
  promise: Time,
  kind: Pick<PromiseKind, 'indicators'>,
  drafts: readonly IndicatorDraft[],
): IndicatorRecord[] {
  const own = new Set(drafts.map(({ name }) => name));
  const carried = (kind.indicators ?? []).filter(({ name }) => !own.has(name)) as readonly IndicatorDraft[];
  const all = [...carried, ...drafts];
  if (new Set(all.map(({ name }) => name)).size < all.length) {
    throw new HuyingError('promise.indicator', { label: all[0]?.label ?? '' }, [
      { path: '/indicators', zh: '指标名重复。', en: 'Two indicators bear the same name.' },
    ]);
  }
  return all.map((draft, position) => {
    const indicator = completed(draft, timeOf(promise));
    const faults = checkIndicator(indicator);
    if (faults.length > 0) {
      const problems = faults.map((words) => ({ path: `/indicators/${draft.name}`, ...words }));
      throw new HuyingError('promise.indicator', { label: draft.label }, problems);
    }
    return rowOf(promise, indicator, draft, position);
  });
}

function rowOf(promise: Time, indicator: Indicator, draft: IndicatorDraft, position: number): IndicatorRecord {
  const { path } = indicator;
  const time = timeOf(promise);
  return {
    promise: promise.id,
    name: indicator.name,
    label: indicator.label,
    unit: indicator.unit,
    decimals: indicator.decimals,
    mode: indicator.mode,
    ...columnsOf(indicator.aim),
    baseDate: draft.baseDate ?? null,
    shape: path.shape,
    start: path.shape === 'points' || path.start === time.start ? null : path.start,
    // A path that ends with the promise goes on ending with it when the promise is put off.
    due: path.shape === 'points' || path.due === time.due ? null : path.due,
    points: path.shape === 'points' ? path.points : null,
    weight: indicator.weight,
    every: indicator.every,
    askedUnit: draft.askedUnit ?? null,
    measure: indicator.measure,
    stage: indicator.stage,
    position,
  };
}

function columnsOf(aim: Aim): Pick<IndicatorRecord, 'aim' | 'value' | 'upper' | 'base'> {
  const none = { value: null, upper: null, base: null };
  switch (aim.aim) {
    case 'up':
    case 'down':
      return { ...none, aim: aim.aim, value: aim.value, base: aim.base };
    case 'band':
      return { ...none, aim: 'band', value: aim.from, upper: aim.to };
    case 'cap':
      return { ...none, aim: 'cap', value: aim.most };
    case 'growth':
      return { ...none, aim: 'growth', value: aim.points };
    case 'milestones':
    case 'binary':
    case 'followed':
      return { ...none, aim: aim.aim };
    default:
      return aim satisfies never;
  }
}

/** The aim that columns stand for. */
export function aimOf(row: Pick<IndicatorRecord, 'aim' | 'value' | 'upper' | 'base'>): Aim {
  const value = row.value ?? 0;
  switch (row.aim) {
    case 'up':
    case 'down':
      return { aim: row.aim, base: row.base ?? 0, value };
    case 'band':
      return { aim: 'band', from: value, to: row.upper ?? value };
    case 'cap':
      return { aim: 'cap', most: value };
    case 'growth':
      return { aim: 'growth', points: value };
    case 'milestones':
    case 'binary':
    case 'followed':
      return { aim: row.aim };
    default:
      return row.aim satisfies never;
  }
}

/** The indicator that a row stands for, in the time of its promise. */
export function indicatorOf(row: IndicatorRecord, promise: Pick<PromiseRecord, 'year' | 'due'>): Indicator {
  const time = timeOf(promise);
  const { name, label, unit, decimals, mode, weight, every, measure, stage, shape } = row;
  return {
    name,
    label,
    unit,
    decimals,
    mode,
    weight,
    every,
    measure,
    stage,
    aim: aimOf(row),
    path:
      shape === 'points'
        ? { shape, points: row.points ?? [] }
        : { shape, start: row.start ?? time.start, due: row.due ?? time.due },
  };
}
