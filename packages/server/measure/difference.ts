import { type Calendar, localDateOf } from '@huying/kit/calendar';
import {
  type Contribution,
  type Counts,
  changedFields,
  changesBetween,
  type Fact,
  sameHead,
} from '@huying/kit/measure';
import { BREAKDOWN_NUMBERS, type Counted, type Edition, grainNumber } from './measure-book.ts';

/** A change of one cell, and by how many facts. */
export interface CellChange extends Counts {
  readonly measure: number;
  readonly day: string;
  readonly grain: number;
  readonly value: string;
  readonly c: number;
}

/** Changes of cells, put together as they come. */
export interface CellChanges {
  /** A fact that was counted under one edition (or not at all) is now counted under another (or not at all). */
  add(before: CountedFact | undefined, after: CountedFact | undefined): void;
  list(): readonly CellChange[];
}

export interface CountedFact {
  readonly fact: Fact;
  readonly edition: Edition;
}

interface Open {
  measure: number;
  day: string;
  grain: number;
  value: string;
  n: number;
  d: number;
  x: number;
  c: number;
}

export function cellChanges(calendar: Calendar): CellChanges {
  // By measure and breakdown, then day, then value: every step of every case comes by here, and no key is made for it.
  const changes = new Map<number, Map<string, Map<string, Open>>>();

  function put(measure: number, { day, grain, value, n, d, x }: Contribution): void {
    const number = grainNumber(grain);
    const cells = within(within(changes, measure * BREAKDOWN_NUMBERS.length + number), day);
    const open = cells.get(value);
    if (open === undefined) {
      cells.set(value, { measure, day, grain: number, value, n, d, x, c: 1 });
      return;
    }
    open.n += n;
    open.d += d;
    open.x += x;
    open.c += 1;
  }

  function exchange({ measure, id }: Counted, before: Fact | null, after: Fact | null): void {
    for (const change of changesBetween(measure, before, after, calendar)) put(id, change);
  }

  return {
    add(before, after) {
      if (before === undefined) {
        for (const counted of after?.edition.counted ?? []) exchange(counted, null, after?.fact ?? null);
        return;
      }
      if (before.edition === after?.edition) {
        const moved = !sameHead(before.fact, after.fact);
        const changed = moved ? [] : changedFields(before.fact, after.fact);
        for (const counted of after.edition.counted) {
          if (moved || changed.some((name) => counted.fields.has(name))) exchange(counted, before.fact, after.fact);
        }
        return;
      }
      const kept = new Set((after?.edition.counted ?? []).map(({ id }) => id));
      for (const counted of before.edition.counted) {
        if (!kept.has(counted.id)) exchange(counted, before.fact, null);
      }
      const were = new Set(before.edition.counted.map(({ id }) => id));
      for (const counted of after?.edition.counted ?? []) {
        exchange(counted, were.has(counted.id) ? before.fact : null, after?.fact ?? null);
      }
    },
    list: () => [...changes.values()].flatMap((days) => [...days.values()].flatMap((cells) => [...cells.values()])),
  };
}

function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let inner = maps.get(key);
  if (inner === undefined) {
    inner = new Map();
    maps.set(key, inner);
  }
  return inner;
}

/** The first and the last day on which a fact may count for anything. */
export function spanOf({ fields }: Fact, edition: Edition, calendar: Calendar): { since: string; till: string } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const on of edition.days) {
    const at = fields[on];
    if (typeof at !== 'number') continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  if (first > last) return { since: '9999-12-31', till: '0001-01-01' };
  return { since: localDateOf(calendar, first), till: localDateOf(calendar, last) };
}
