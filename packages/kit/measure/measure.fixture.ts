import { type Calendar, calendarOf } from '../calendar/index.ts';
import { eq, gt, lte, property } from '../condition/index.ts';
import type { Fact } from './fact.ts';
import { defineMeasure } from './measure.ts';

/** A calendar of a zone; only its days matter here. */
export function calendarIn(zone: string): Calendar {
  return calendarOf({ zone, years: [{ year: 2026, days: [], complete: true }] });
}

const base = {
  fact: 'visit',
  on: 'dueAt',
  meaning: '句子。',
  source: '流水',
  decimals: 1,
  minimum: 20,
  better: 'high',
  grain: ['all', 'unit', 'street'],
} as const;

export const onTime = defineMeasure({
  ...base,
  id: 'visit.onTime',
  name: '按时率',
  form: { ratio: { of: lte(property('doneAt'), property('dueAt')), among: true, except: gt(property('exempted'), 0) } },
});

export const visits = defineMeasure({
  ...base,
  id: 'visit.count',
  name: '次数',
  form: { count: eq(property('kind'), 'home') },
});

export const duration = defineMeasure({
  ...base,
  id: 'visit.duration',
  name: '平均用时',
  form: { mean: 'seconds', among: true, unit: { label: '小时', is: 3600 } },
});

export const DUE = Date.UTC(2026, 6, 1, 10);

export function visit(fields: Fact['fields'], head: Partial<Fact> = {}): Fact {
  return {
    kind: 'visit',
    subject: 'one',
    no: 0,
    unit: 'water',
    street: 'west',
    area: 'west-1',
    matter: null,
    channel: null,
    fields: { dueAt: DUE, ...fields },
    ...head,
  };
}
