import type { Instant } from '../calendar/index.ts';
import type { Day } from './day.ts';

/** Who says so: the unit, the system from its own facts, a person who looked. */
export type Source = 'self' | 'system' | 'verified';

/** A value of an indicator at a day. Append-only: a correction is a new one that names the one it corrects. */
export interface Observed {
  readonly id: string;
  readonly indicator: string;
  readonly value: number;
  /** Growth over the same period of the year before, in per cent. */
  readonly growth: number | null;
  readonly asOf: Day;
  readonly source: Source;
  readonly standing: 'provisional' | 'final';
  /** When it was entered. */
  readonly at: Instant;
  readonly corrects: string | null;
}

const TRUST: Readonly<Record<Source, number>> = { self: 0, system: 1, verified: 2 };

/**
 * The value that holds at the end of a day: of the latest day observed; among several of one day what was verified before what the system
 * counted before what the unit says, final before provisional, entered later before earlier. What another of the same sources corrects is out.
 * @param among  the sources asked; all of them unless told
 */
export function currentValue(
  observed: readonly Observed[],
  indicator: string,
  asOf: Day,
  among?: readonly Source[],
): Observed | null {
  return valuesByDay(observed, indicator, asOf, among).at(-1) ?? null;
}

/** The value that holds of each day observed up to a day, in order of days. */
export function valuesByDay(
  observed: readonly Observed[],
  indicator: string,
  asOf: Day,
  among?: readonly Source[],
): readonly Observed[] {
  const asked: Observed[] = [];
  const corrected = new Set<string>();
  for (const one of observed) {
    if (one.indicator !== indicator || one.asOf > asOf || (among !== undefined && !among.includes(one.source)))
      continue;
    asked.push(one);
    if (one.corrects !== null) corrected.add(one.corrects);
  }
  const current = new Map<Day, Observed>();
  for (const one of asked) {
    if (corrected.has(one.id)) continue;
    const other = current.get(one.asOf);
    if (other === undefined || outranks(one, other)) current.set(one.asOf, one);
  }
  return [...current.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/** Of two of one day. */
function outranks(one: Observed, other: Observed): boolean {
  if (one.source !== other.source) return TRUST[one.source] > TRUST[other.source];
  if (one.standing !== other.standing) return one.standing === 'final';
  return one.at === other.at ? one.id > other.id : one.at > other.at;
}
