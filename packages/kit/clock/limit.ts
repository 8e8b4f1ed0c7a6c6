import { HuyingError } from '../error/index.ts';

/**
 * How long something may take. 工作时 and 工作日 of a filing condition count seconds of working time, a working day being eight working
 * hours; *urgent* units, minutes and seconds run through nights, weekends and holidays, an urgent day being 24 hours; hotline and
 * statutory limits are dates, the day after receipt being day 1, due at the close of the last.
 */
export type Limit =
  | {
      readonly amount: number;
      readonly unit: 'workingHours' | 'urgentHours' | 'urgentDays' | 'minutes' | 'seconds';
      readonly counting: 'seconds';
    }
  | { readonly amount: number; readonly unit: 'workingDays'; readonly counting: Counting }
  | { readonly amount: number; readonly unit: 'calendarDays'; readonly counting: 'dates' };

export type LimitUnit = Limit['unit'];

/** Whether a limit counts seconds or dates. */
export type Counting = 'seconds' | 'dates';

/** What a clock counts: its own units. The first two count seconds, the others days. */
export type Pace = 'workingSeconds' | 'continuousSeconds' | 'workingDays' | 'calendarDays';

/** A part of the work with a limit of its own: 围护 → 修复 → 恢复. The clock of the next starts when that of the one before stops. */
export interface Stage {
  readonly name: string;
  readonly limit: Limit;
}

const SECONDS: Readonly<Record<LimitUnit, number>> = {
  workingHours: 3600,
  workingDays: 8 * 3600,
  urgentHours: 3600,
  urgentDays: 24 * 3600,
  calendarDays: 24 * 3600,
  minutes: 60,
  seconds: 1,
};

export function limitOf(amount: number, unit: LimitUnit, days: Counting = 'seconds'): Limit {
  if (unit === 'workingDays') return { amount, unit, counting: days };
  if (unit === 'calendarDays') return { amount, unit, counting: 'dates' };
  return { amount, unit, counting: 'seconds' };
}

/** A deadline given from outside (the city's platform): the seconds from the start to it, continuous. */
export function givenLimit(from: number, due: number): Limit {
  return { amount: Math.floor(due / 1000) - Math.floor(from / 1000), unit: 'seconds', counting: 'seconds' };
}

export function paceOf(limit: Limit): Pace {
  if (limit.counting === 'dates') return limit.unit;
  return limit.unit === 'workingHours' || limit.unit === 'workingDays' ? 'workingSeconds' : 'continuousSeconds';
}

/** A limit in its own units: seconds, or days. Throws `clock.amount` unless that is a whole number above zero. */
export function unitsOf(limit: Limit): number {
  const units = limit.counting === 'dates' ? limit.amount : Math.round(limit.amount * SECONDS[limit.unit] * 1e6) / 1e6;
  if (!Number.isSafeInteger(units) || units <= 0) {
    throw new HuyingError('clock.amount', { text: `${limit.amount} ${limit.unit}` });
  }
  return units;
}

/** The stage that follows, or null after the last. */
export function stageAfter(stages: readonly Stage[], name: string): Stage | null {
  const index = stages.findIndex((stage) => stage.name === name);
  return index < 0 ? null : (stages[index + 1] ?? null);
}
