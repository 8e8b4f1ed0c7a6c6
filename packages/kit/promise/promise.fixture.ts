import type { Aim, Indicator, Path } from './indicator.ts';
import type { Observed } from './observation.ts';
import type { Part } from './part.ts';

export const year = { shape: 'months', start: '2027-01-01', due: '2027-12-31' } as const satisfies Path;

/** An indicator of the year, a hundred from nothing unless told otherwise. */
export function indicator(change: Partial<Indicator> = {}): Indicator {
  return {
    name: 'beds',
    label: '养老床位',
    unit: '张',
    decimals: 0,
    aim: { aim: 'up', base: 0, value: 100 },
    mode: 'cumulative',
    path: year,
    weight: 1,
    every: null,
    measure: null,
    stage: null,
    ...change,
  };
}

export const up = (base: number, value: number): Aim => ({ aim: value > base ? 'up' : 'down', base, value });

export function observed(asOf: string, value: number, change: Partial<Observed> = {}): Observed {
  return {
    id: `${asOf} ${value} ${change.source ?? 'self'}`,
    indicator: 'beds',
    value,
    growth: null,
    asOf,
    source: 'self',
    standing: 'provisional',
    at: Date.parse(`${asOf}T08:00:00Z`),
    corrects: null,
    ...change,
  };
}

export function part(id: string, change: Partial<Part> = {}): Part {
  return { id, kind: 'task', weight: 1, start: null, due: null, state: 'open', doneOn: null, parent: null, ...change };
}
