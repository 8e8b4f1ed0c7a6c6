import type { UnitEntry, Words } from '../../client/index.ts';
import type { Ended } from '../board/board-data.ts';
import { todayIn } from '../board/board-period.ts';

/** The day of an instant in a zone: `2026-07-01`. */
export function dayOf(at: number, zone: string): string {
  return todayIn(zone, at);
}

/** Whether a unit is no more; a unit whose end is still to come is. */
export function hasEnded({ to }: Pick<UnitEntry, 'to'>, now: number): boolean {
  return to !== null && to <= now;
}

/**
 * How a unit ended whose successors are on record, as the boards say it: split among several; merged into one that was there before or
 * into which others came too; else gone over whole. Null where it goes on, or has none.
 */
export function endOf(unit: UnitEntry, units: readonly UnitEntry[], zone: string): Ended | null {
  const heirs = (unit.successors ?? []).flatMap((id) => units.find((one) => one.id === id) ?? []);
  const [only] = heirs;
  if (unit.to === null || only === undefined) return null;
  const on = dayOf(unit.to, zone);
  const into: readonly Words[] = heirs.map(({ name }) => name);
  if (heirs.length > 1) return { on, how: 'split', into: [...into] };
  const alone = units.filter(({ successors }) => successors?.includes(only.id)).length === 1;
  return { on, how: alone && dayOf(only.from, zone) >= on ? 'succeeded' : 'merged', into: [...into] };
}
