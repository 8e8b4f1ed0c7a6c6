import type { Day } from '@huying/kit/promise';
import type { IndicatorRecord, PromiseRecord, RevisionRecord, TaskRecord } from './promise-record.ts';

/** What revisions may change: words and dates of the promise, numbers of its indicators, dates and weights of its tasks, or the whole of it. */
export const REVISED = {
  promise: ['due', 'title', 'deliverable', 'measure', 'firmness', 'weight'],
  indicator: ['value', 'upper', 'base', 'due'],
  task: ['due', 'weight', 'title'],
} as const;

/** What a revision is about, read from its `what`: 'due', 'indicator:<name>:value', 'task:<id>:due', 'cancelled'. */
export type RevisedThing =
  | { readonly of: 'promise'; readonly field: (typeof REVISED.promise)[number] }
  | { readonly of: 'indicator'; readonly name: string; readonly field: (typeof REVISED.indicator)[number] }
  | { readonly of: 'task'; readonly id: string; readonly field: (typeof REVISED.task)[number] }
  | { readonly of: 'cancelled' };

/** undefined where it is nothing that can be revised. */
export function revisedThing(what: string): RevisedThing | undefined {
  if (what === 'cancelled') return { of: 'cancelled' };
  const [of, name, field, more] = what.split(':');
  if (name === undefined) {
    return isOneOf(REVISED.promise, of) ? { of: 'promise', field: of } : undefined;
  }
  if (more !== undefined) return undefined;
  if (of === 'indicator' && isOneOf(REVISED.indicator, field)) return { of, name, field };
  if (of === 'task' && isOneOf(REVISED.task, field)) return { of, id: name, field };
  return undefined;
}

function isOneOf<const T extends string>(among: readonly T[], word: string | undefined): word is T {
  return (among as readonly (string | undefined)[]).includes(word);
}

/** What stood first, and what stands on a day: of one thing that revisions changed. */
export interface Revised {
  readonly original: unknown;
  readonly inForce: unknown;
}

/**
 * What approved revisions make of each thing on a day, by `what`. A revision holds from the day it takes effect, so that a calculation as of an
 * earlier day sees what was promised then; of two, the one that takes effect later, and of those of one day the one decided later.
 */
export function revisedOn(revisions: readonly RevisionRecord[], day: Day): ReadonlyMap<string, Revised> {
  const approved = revisions.filter(({ state, effectiveFrom }) => state === 'approved' && effectiveFrom !== null);
  const things = new Map<string, Revised>();
  for (const [what, own] of Map.groupBy(approved, (one) => one.what)) {
    const first = own.reduce((a, b) => (b.askedAt < a.askedAt ? b : a));
    let last: RevisionRecord | undefined;
    for (const one of own) {
      if ((one.effectiveFrom ?? '') > day) continue;
      if (last === undefined || holdsOver(one, last)) last = one;
    }
    things.set(what, { original: first.old, inForce: last === undefined ? first.old : last.new });
  }
  return things;
}

function holdsOver(one: RevisionRecord, other: RevisionRecord): boolean {
  const [a, b] = [one.effectiveFrom ?? '', other.effectiveFrom ?? ''];
  return a === b ? (one.decidedAt ?? 0) >= (other.decidedAt ?? 0) : a > b;
}

/** A promise with its indicators and tasks as they stand on a day. */
export interface InForce {
  readonly promise: PromiseRecord;
  readonly indicators: readonly IndicatorRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly cancelled: boolean;
  readonly revised: ReadonlyMap<string, Revised>;
}

export function inForceOn(
  bundle: {
    readonly promise: PromiseRecord;
    readonly indicators: readonly IndicatorRecord[];
    readonly tasks: readonly TaskRecord[];
    readonly revisions: readonly RevisionRecord[];
  },
  day: Day,
): InForce {
  const { promise, indicators, tasks, revisions } = bundle;
  const revised = revisedOn(revisions, day);
  if (revised.size === 0) return { promise, indicators, tasks, cancelled: false, revised };
  const over = <T extends object>(row: T, prefix: string, fields: readonly string[]): T => {
    const changed = fields.flatMap((field) => {
      const thing = revised.get(prefix === '' ? field : `${prefix}:${field}`);
      return thing === undefined ? [] : [[field, thing.inForce] as const];
    });
    return changed.length === 0 ? row : { ...row, ...Object.fromEntries(changed) };
  };
  return {
    promise: over(promise, '', REVISED.promise),
    indicators: indicators.map((row) => over(row, `indicator:${row.name}`, REVISED.indicator)),
    tasks: tasks.map((row) => over(row, `task:${row.id}`, REVISED.task)),
    cancelled: revised.get('cancelled')?.inForce === true,
    revised,
  };
}
