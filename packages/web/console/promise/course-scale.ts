import { dayNumberOf, isoDateOf } from '@huying/kit/calendar';
import type { IndicatorView } from '../../client/index.ts';
import { type Scale, scaleOfValues } from './value-scale.ts';

/** What an indicator's chart is drawn over: days from left to right, values from below to above. */
export interface CourseScale {
  readonly from: number;
  readonly to: number;
  readonly values: Scale;
  /** First days of months within, as marks. */
  readonly months: readonly string[];
}

type Drawn = Pick<IndicatorView, 'path' | 'observations' | 'target' | 'upper' | 'base' | 'mode' | 'standing'>;

/** From the path's first day (or the first value) to its last, and over every value that is drawn. */
export function courseScale(indicator: Drawn, asOf: string): CourseScale {
  const days = [...indicator.path.map(({ on }) => on), ...indicator.observations.map(({ asOf: on }) => on), asOf]
    .map(dayNumberOf)
    .toSorted((a, b) => a - b);
  const from = days[0] ?? dayNumberOf(asOf);
  const to = Math.max(days.at(-1) ?? from, from + 1);
  const values = [
    ...indicator.path.map(({ expected }) => expected),
    ...indicator.observations.map(({ value }) => value),
    ...[indicator.target, indicator.upper, indicator.standing.forecast].filter((value) => value !== null),
    ...(indicator.mode === 'cumulative' ? [0] : []),
  ];
  return { from, to, values: scaleOfValues(values), months: monthsBetween(from, to) };
}

function monthsBetween(from: number, to: number): readonly string[] {
  const months: string[] = [];
  let [year, month] = isoDateOf(from).split('-').map(Number) as [number, number];
  for (;;) {
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    if (dayNumberOf(first) > to) return months;
    if (dayNumberOf(first) >= from) months.push(first);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/** What is drawn of the values told: those that were not corrected, in the order of their days. */
export function standingObservations(observations: IndicatorView['observations']): IndicatorView['observations'] {
  const corrected = new Set(observations.map(({ corrects }) => corrects));
  return observations
    .filter(({ id }) => !corrected.has(id))
    .toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}

const STRENGTH: Readonly<Record<IndicatorView['observations'][number]['source'], number>> = {
  verified: 2,
  system: 1,
  self: 0,
};

/** The values the line goes through: of one day the verified before the system's before the unit's own, and the later told of equals. */
export function lineOfValues(observations: IndicatorView['observations']): IndicatorView['observations'] {
  const ofDay = new Map<string, IndicatorView['observations'][number]>();
  for (const one of standingObservations(observations)) {
    const before = ofDay.get(one.asOf);
    const by = before === undefined ? 1 : STRENGTH[one.source] - STRENGTH[before.source];
    if (by > 0 || (by === 0 && one.at >= (before?.at ?? ''))) ofDay.set(one.asOf, one);
  }
  return [...ofDay.values()];
}
