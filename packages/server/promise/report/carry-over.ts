import type { Clause } from './clause-list.ts';
import type { ItemRecord } from './report.store.ts';
import { pairSentences } from './wording.ts';

/** What a new edition takes over from the one before. */
export interface CarriedOver {
  /** All items of the new edition, numbered anew: those decided before whose sentences did not change, and what is new. */
  readonly items: readonly ItemRecord[];
  /** Where promises that were made stand in the new edition. */
  readonly places: readonly { readonly promise: string; readonly clause: number }[];
  readonly kept: number;
  /** Promises none of whose sentences stands in the new edition as it was. */
  readonly changed: readonly string[];
}

/**
 * Decisions outlive a new edition where the words they were made on are the same. An item any of whose sentences was reworded or is gone
 * is open again in the new edition, with what the reader reads there now.
 */
export function carryOver(
  before: { readonly clauses: readonly Clause[]; readonly items: readonly ItemRecord[] },
  after: { readonly clauses: readonly Clause[]; readonly items: readonly ItemRecord[] },
): CarriedOver {
  const placeOf = new Map<number, number>();
  for (const pair of pairSentences(before.clauses, after.clauses)) {
    if (pair.change === 'same' || pair.change === 'moved') placeOf.set(pair.before.no, pair.after.no);
  }
  const placed = before.items.flatMap((item): ItemRecord[] => {
    const clauses = item.clauses.map((no) => placeOf.get(no));
    return clauses.every((no) => no !== undefined) ? [{ ...item, clauses: clauses as number[] }] : [];
  });
  const byNo = new Map(placed.map((item) => [item.no, item]));
  // What a part was split off from, or merged of, must be there too: a part of what changed is decided anew.
  const isWhole = (item: ItemRecord): boolean =>
    item.origins.every((no) => {
      const origin = byNo.get(no);
      return origin !== undefined && isWhole(origin);
    });
  const kept = placed.filter(isWhole);
  const keptNos = new Set(kept.map(({ no }) => no));
  const whole = kept.filter(
    ({ no, decision }) =>
      (decision !== 'split' && decision !== 'merged') ||
      before.items.every(({ no: part, origins }) => !origins.includes(no) || keptNos.has(part)),
  );
  const wholeNos = new Set(whole.map(({ no }) => no));
  const known = new Set(whole.filter(({ origins }) => origins.length === 0).map(keyOf));
  const fresh = after.items.filter((item) => !known.has(keyOf(item)));
  const old = whole.filter(({ origins }) => origins.every((no) => wholeNos.has(no)));
  const numbered = [...old, ...fresh]
    .toSorted((a, b) => (a.clauses[0] ?? 0) - (b.clauses[0] ?? 0) || a.no - b.no)
    .map((item, index) => ({ item, no: index + 1 }));
  const newNo = new Map(numbered.filter(({ item }) => old.includes(item)).map(({ item, no }) => [item.no, no]));
  const items = numbered.map(({ item, no }) => ({
    ...item,
    no,
    origins: item.origins.flatMap((origin) => newNo.get(origin) ?? []),
  }));
  const made = new Set(before.items.flatMap(({ promise }) => (promise === null ? [] : [promise])));
  for (const { promise } of old) if (promise !== null) made.delete(promise);
  return {
    items,
    places: old.flatMap(({ promise, clauses }) =>
      promise === null ? [] : clauses.map((clause) => ({ promise, clause })),
    ),
    kept: old.filter(({ decision }) => decision !== 'open').length,
    changed: [...made],
  };
}

/** The same finding on the same sentences. */
function keyOf({ clauses, proposed }: Pick<ItemRecord, 'clauses' | 'proposed'>): string {
  return `${clauses.join(',')} ${proposed.title}`;
}
