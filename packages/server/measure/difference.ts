import { type Calendar, localDateOf } from '@huying/kit/calendar';
import { type Counts, changedFields, changesBetween, type Fact, sameHead } from '@huying/kit/measure';
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
  // By measure and breakdown, then by day and value: short keys, for every step of every case comes by here.
  const changes = new Map<number, Map<string, Open>>();

  function put(measure: number, grain: number, change: Omit<CellChange, 'measure' | 'grain'>): void {
    const place = measure * BREAKDOWN_NUMBERS.length + grain;
    let cells = changes.get(place);
    if (cells === undefined) {
      cells = new Map();
      changes.set(place, cells);
    }
    const { day, value, n, d, x, c } = change;
    const key = day + value;
    const open = cells.get(key);
    if (open === undefined) {
      cells.set(key, { measure, day, grain, value, n, d, x, c });
      return;
    }
    open.n += n;
    open.d += d;
    open.x += x;
    open.c += c;
  }

  function exchange({ measure, id }: Counted, before: Fact | null, after: Fact | null): void {
    for (const { day, grain, value, n, d, x } of changesBetween(measure, before, after, calendar)) {
      put(id, grainNumber(grain), { day, value, n, d, x, c: 1 });
    }
  }

  return {
    add(before, after) {
      if (before !== undefined && after !== undefined && before.edition === after.edition) {
        const moved = !sameHead(before.fact, after.fact);
        const changed = moved ? [] : changedFields(before.fact, after.fact);
        for (const counted of after.edition.counted) {
          if (moved || changed.some((name) => counted.fields.has(name))) exchange(counted, before.fact, after.fact);
        }
        return;
      }
      const kept = new Set((after?.edition.counted ?? []).map(({ id }) => id));
      for (const counted of before?.edition.counted ?? []) {
        if (!kept.has(counted.id)) exchange(counted, before?.fact ?? null, null);
      }
      const were = new Set((before?.edition.counted ?? []).map(({ id }) => id));
      for (const counted of after?.edition.counted ?? []) {
        exchange(counted, were.has(counted.id) ? (before?.fact ?? null) : null, after?.fact ?? null);
      }
    },
    list: () => [...changes.values()].flatMap((cells) => [...cells.values()]),
  };
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
