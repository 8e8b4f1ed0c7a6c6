import { createHash } from 'node:crypto';
import { localDateOf } from '@huying/kit/calendar';
import { type Breakdown, CROSSES, GRAINS, type Measure } from '@huying/kit/measure';
import { type CaseServices, worldOf } from '../case/index.ts';
import { append, type Ctx, canonicalBytes, inTenant, theSystem } from '../ledger/index.ts';
import { readCells } from './cell.store.ts';
import { daysCounted } from './days-counted.ts';
import { daysOfFacts } from './fact.store.ts';
import { bookOf, grainNumber } from './measure-book.ts';
import { type Days, dayAfter, dayBefore, monthAfter, monthOf, stretchesOf } from './period.ts';
import { insertSnapshots, lastPublished, type NewSnapshot } from './snapshot.store.ts';
import { unfinishedKinds } from './upkeep-state.ts';

type Kind = 'day' | 'month' | 'year';

/** Days that were missed (the program was off) are published as they are now, no further back than this. */
const MOST_DAYS = 62;

/**
 * Publishes the numbers of every day, month and year that is over and not published yet, by every breakdown that a board can show: kept for
 * ever as they are, with a row in the ledger that holds their hashes. What is corrected later stands beside. Answers how many periods were published.
 */
export async function publishPeriods(services: CaseServices, tenant: string): Promise<number> {
  const wanted = await inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
    const { calendar } = await worldOf(ctx, services);
    const unfinished = await unfinishedKinds(ctx.tx, tenant, bookOf(services.product));
    const facts = unfinished.size > 0 ? null : await daysOfFacts(ctx.tx, tenant);
    if (facts === null) return [];
    const yesterday = dayBefore(localDateOf(calendar, ctx.now));
    const lists = await Promise.all(
      (['day', 'month', 'year'] as const).map((kind) => dueOf(ctx, kind, yesterday, facts.from)),
    );
    return lists.flat();
  });
  for (const { kind, ...days } of wanted) {
    await inTenant(services, { tenant, actor: theSystem }, (ctx) => publish(ctx, services, kind, days));
  }
  return wanted.length;
}

/** The periods of a kind that are over and not published; before the first, the last one only. */
async function dueOf(ctx: Ctx, kind: Kind, yesterday: string, first: string): Promise<(Days & { kind: Kind })[]> {
  const last = await lastPublished(ctx.tx, ctx.tenant, kind);
  const earliest = dayAfter(yesterday, -MOST_DAYS);
  const due: (Days & { kind: Kind })[] = [];
  const startOf = (day: string) =>
    kind === 'day' ? day : kind === 'month' ? monthOf(day) : `${day.slice(0, 4)}-01-01`;
  const endOf = (start: string) =>
    kind === 'day' ? start : kind === 'month' ? dayBefore(monthAfter(start)) : `${start.slice(0, 4)}-12-31`;
  // The last period that is over, then back to what was published.
  let start = startOf(yesterday);
  if (endOf(start) > yesterday) start = startOf(dayBefore(start));
  for (
    ;
    endOf(start) >= first && (last === null || start > last) && endOf(start) >= earliest;
    start = startOf(dayBefore(start))
  ) {
    due.unshift({ kind, from: start, to: endOf(start) });
    if (last === null) break;
  }
  return due;
}

async function publish(ctx: Ctx, services: CaseServices, period: Kind, days: Days): Promise<void> {
  const book = bookOf(services.product);
  const counted = [...book.editions.values()].flatMap((edition) => edition.counted);
  const cells = counted.map(() => new Map<Breakdown, Record<string, readonly number[]>>());
  for (const grain of [...GRAINS, ...CROSSES]) {
    const asked = counted.flatMap(({ measure, id }, place) => {
      if (!breakdownsOf(measure).includes(grain)) return [];
      cells[place]?.set(grain, {});
      const own = daysCounted(measure, days, dayAfter(days.to));
      return [{ place, measure: id, ...own, stretches: stretchesOf(own) }];
    });
    for (const { place, value, n, d, x, c } of await readCells(ctx.tx, ctx.tenant, grainNumber(grain), asked, null)) {
      const own = cells[place]?.get(grain);
      if (own !== undefined) own[value] = [n, d, x, c];
    }
  }
  const snapshots = counted.map(({ measure, id }, place): NewSnapshot & { hex: string } => {
    const own = Object.fromEntries(cells[place] ?? []);
    const content = { period, start: days.from, measure: measure.id, declared: id };
    const digest = createHash('sha256')
      .update(canonicalBytes({ ...content, cells: own }))
      .digest();
    const part = (names: readonly string[]) =>
      JSON.stringify(Object.fromEntries(Object.entries(own).filter(([name]) => names.includes(name))));
    return { ...content, cells: part(GRAINS), pairs: part(CROSSES), digest, hex: digest.toString('hex') };
  });
  const fresh = new Set(await insertSnapshots(ctx.tx, ctx.tenant, ctx.now, snapshots));
  if (fresh.size === 0) return;
  append(ctx, {
    subject: bookSubject(ctx.tenant),
    kind: 'measure',
    what: 'publish',
    visibility: 'internal',
    body: {
      period,
      start: days.from,
      digests: Object.fromEntries(
        snapshots.filter(({ measure }) => fresh.has(measure)).map(({ measure, hex }) => [measure, hex]),
      ),
    },
  });
}

function breakdownsOf({ grain, cross = [] }: Measure): readonly Breakdown[] {
  return [...grain, ...cross];
}

/** The subject of a district's numbers in its ledger: one for each district, the same for ever. */
export function bookSubject(tenant: string): string {
  const hex = createHash('sha256').update(`numbers of ${tenant}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
