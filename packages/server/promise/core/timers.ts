import { instantOf } from '@huying/kit/calendar';
import { type Day, daysLater } from '@huying/kit/promise';
import type { Timer } from '../../clock/index.ts';
import type { InForce } from './in-force.ts';
import type { PromiseBundle } from './promise-record.ts';
import type { PromiseWorld } from './promise-world.ts';

export type PromiseTimer = Pick<Timer, 'clock' | 'round' | 'rung' | 'at'>;

/**
 * What a promise waits for: a reminder some days before it or one of its tasks is due, the day after it was due, and the day a revision takes
 * effect. Nothing before the issue and nothing after the end. `round` counts the approved changes of a date, so that a new date warns anew.
 */
export function timersOf(bundle: PromiseBundle, { promise, tasks }: InForce, world: PromiseWorld): PromiseTimer[] {
  if (bundle.promise.issuedOn === null || bundle.promise.endedAt !== null) return [];
  const timers: PromiseTimer[] = [];
  const changes = (what: string) =>
    bundle.revisions.filter((one) => one.what === what && one.state === 'approved').length + 1;
  const isSplit = new Set(tasks.filter(({ state }) => state !== 'cancelled').map(({ parent }) => parent));
  if (promise.due !== null && bundle.promise.doneOn === null) {
    timers.push(...rungs('due', changes('due'), promise.due, world));
  }
  for (const { id, due, state } of tasks) {
    if (due === null || state !== 'open' || isSplit.has(id)) continue;
    timers.push(...rungs(`task:${id}`, changes(`task:${id}:due`), due, world));
  }
  for (const { id, state, effectiveFrom } of bundle.revisions) {
    if (state !== 'approved' || effectiveFrom === null || effectiveFrom <= world.today) continue;
    timers.push({ clock: `revision:${id}`, round: 1, rung: 'effect', at: startOf(effectiveFrom, world) });
  }
  return timers;
}

function rungs(clock: string, round: number, due: Day, world: PromiseWorld): PromiseTimer[] {
  const late = { clock, round, rung: 'late', at: startOf(daysLater(due, 1), world) };
  // Overdue already when it is issued or put forward: there is nothing left to warn of.
  if (due < world.today) return [late];
  const days = Number(world.setting('promise.warnDays', 7));
  return [{ clock, round, rung: 'warn', at: instantOf(world.calendar, daysLater(due, -days), '09:00') }, late];
}

function startOf(day: Day, { calendar }: Pick<PromiseWorld, 'calendar'>): number {
  return instantOf(calendar, day, '00:00');
}
