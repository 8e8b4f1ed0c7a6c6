import type { Day } from './day.ts';

/** A task or milestone of a promise. */
export interface Part {
  readonly id: string;
  readonly kind: 'task' | 'milestone';
  readonly weight: number;
  readonly start: Day | null;
  readonly due: Day | null;
  readonly state: 'open' | 'reported' | 'done' | 'cancelled';
  readonly doneOn: Day | null;
  /** The part it was split from. */
  readonly parent: string | null;
}

/**
 * The parts that count: the ends of the tree, cancelled ones left out. A part that was split counts through those it was split into, unless
 * all of them are cancelled: then it counts itself again.
 */
export function countedParts(parts: readonly Part[]): readonly Part[] {
  const live = parts.filter(({ state }) => state !== 'cancelled');
  const split = new Set(live.map(({ parent }) => parent));
  return live.filter(({ id }) => !split.has(id));
}

/** True where a part was done by the end of a day. What is reported but not yet verified is not done. */
export function isDone({ state, doneOn }: Part, asOf: Day): boolean {
  return state === 'done' && (doneOn === null || doneOn <= asOf);
}

/** The parts that count and were due before a day and are not done. */
export function lateParts(parts: readonly Part[], asOf: Day): readonly Part[] {
  return countedParts(parts).filter((part) => part.due !== null && part.due < asOf && !isDone(part, asOf));
}

/** Σw·done / Σw over the parts that count; null where there are none, or none with weight. */
export function shareDone(parts: readonly Part[], asOf: Day): number | null {
  return shareOf(countedParts(parts), (part) => isDone(part, asOf));
}

/** Σw·due / Σw: what should be done by the end of a day. Null where a part has no date, or there are none. */
export function shareDue(parts: readonly Part[], asOf: Day): number | null {
  const counted = countedParts(parts);
  if (counted.some(({ due }) => due === null)) return null;
  return shareOf(counted, ({ due }) => due !== null && due <= asOf);
}

function shareOf(parts: readonly Part[], is: (part: Part) => boolean): number | null {
  let whole = 0;
  let share = 0;
  for (const part of parts) {
    whole += part.weight;
    if (is(part)) share += part.weight;
  }
  return whole > 0 ? share / whole : null;
}
