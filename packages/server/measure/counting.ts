import type { Calendar } from '@huying/kit/calendar';
import { type Breakdown, type Counts, contributionsOf, type Measure, plus } from '@huying/kit/measure';
import type { Tx } from '../db/index.ts';
import { factPage, type PagedFact } from './fact.store.ts';
import type { Days } from './period.ts';
import type { Where } from './scope.ts';

const PAGE = 2_000;

/** Facts that may count within some days, newest first, page by page. */
export async function* factsWithin(
  tx: Tx,
  tenant: string,
  kind: string,
  days: Days,
  where: Where,
  page = PAGE,
  start: Pick<PagedFact, 'till' | 'subject' | 'no'> | null = null,
): AsyncGenerator<PagedFact> {
  for (let after = start; ; ) {
    const facts: PagedFact[] = await factPage(tx, tenant, { kind, ...days, after, limit: page, where });
    yield* facts;
    const last = facts.at(-1);
    if (last === undefined || facts.length < page) return;
    after = last;
  }
}

/** What one reading of facts is to count: a measure within some days, under a number the asker knows it by. */
export interface CountAsked extends Days {
  readonly place: number;
  readonly measure: Measure;
}

export interface Count extends Counts {
  readonly place: number;
  readonly value: string;
}

/** Counts facts themselves, for breakdowns that are kept for the whole district only. Slower than cells, and as exact. */
export async function countFacts(
  tx: Tx,
  tenant: string,
  asked: readonly CountAsked[],
  grain: Breakdown,
  calendar: Calendar,
  where: Where,
): Promise<readonly Count[]> {
  const counts = new Map<string, Count>();
  for (const [kind, own] of Map.groupBy(asked, ({ measure }) => measure.fact)) {
    const from = own.map((one) => one.from).reduce((a, b) => (a < b ? a : b));
    const to = own.map((one) => one.to).reduce((a, b) => (a > b ? a : b));
    const measures = [...Map.groupBy(own, ({ measure }) => measure)].map(([measure, places]) => ({
      measure,
      places,
    }));
    for await (const fact of factsWithin(tx, tenant, kind, { from, to }, where)) {
      for (const { measure, places } of measures) {
        for (const one of contributionsOf(measure, fact, calendar, [grain])) {
          for (const { place, from: first, to: last } of places) {
            if (one.day < first || one.day > last) continue;
            const key = `${place} ${one.value}`;
            const before = counts.get(key) ?? { n: 0, d: 0, x: 0 };
            counts.set(key, { place, value: one.value, ...plus(before, one) });
          }
        }
      }
    }
  }
  return [...counts.values()];
}
