import { DAY_MS, localDateOf } from '@huying/kit/calendar';
import { type Counts, contributionsOf, minus, NOTHING, plus, sameCounts, sameFact } from '@huying/kit/measure';
import { type CaseServices, casesAfter, lockedPasts, streetsOf, type World, worldOf } from '../case/index.ts';
import { runAll } from '../db/index.ts';
import { append, type Capacity, type Ctx, inTenant, theSystem } from '../ledger/index.ts';
import { readingTenant } from '../tenant/index.ts';
import { insertAlarms, type KeptCell, keptCells, remakeMonths, settleAlarms, writeChanges } from './cell.store.ts';
import { factsWithin } from './counting.ts';
import { cellChanges } from './difference.ts';
import { daysOfFacts, factsOf } from './fact.store.ts';
import { countedFacts, exchangeIn } from './fact-sink.ts';
import { bookOf, grainNamed, grainNumber, type MeasureBook } from './measure-book.ts';
import { type Days, dayBefore, monthAfter, monthOf } from './period.ts';
import { bookSubject } from './publishing.ts';
import { factsFrom } from './remaking.ts';
import { lockFolding } from './upkeep.store.ts';

/** A cell of which a recount found another number than was kept. */
export interface Difference {
  readonly measure: string;
  readonly grain: string;
  readonly day: string;
  /** The number of the whole month that begins on the day, not of the day alone. */
  readonly month: boolean;
  readonly value: string;
  readonly kept: Counts;
  readonly counted: Counts;
}

export interface Recount {
  readonly days: Days | null;
  readonly facts: number;
  readonly cells: number;
  readonly differences: readonly Difference[];
  /** Cases whose facts are other than their ledger tells, where that was looked at. */
  readonly strays: readonly string[];
  readonly repaired: boolean;
}

export interface RecountOptions {
  /** Default: from the first to the last month in which anything counts. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Puts right what differs. */
  readonly repair?: boolean | undefined;
  /** Compares the facts themselves with the ledger too. */
  readonly facts?: boolean | undefined;
  readonly onProgress?: (done: number, total: number) => void;
}

const TOLD = 20;
/** Of a month. */
const KEPT_WHEN_REPAIRED = 1_000;

/**
 * Counts all facts anew, month by month, each on one unchanging picture of the database, and compares with the numbers kept. What
 * differs raises an alarm: a row in the ledger, a line in the log, and both numbers wherever the number is shown.
 */
export async function recount(services: CaseServices, tenant: string, options: RecountOptions = {}): Promise<Recount> {
  const { repair = false, onProgress = () => undefined } = options;
  const capacity: Capacity = { tenant, actor: theSystem };
  const book = bookOf(services.product);
  const strays = options.facts === true ? await strayFacts(services, capacity, book, repair) : [];
  const { world, all } = await inTenant(services, capacity, async (ctx) => ({
    world: await worldOf(ctx, services),
    all: await daysOfFacts(ctx.tx, tenant),
  }));
  const days =
    all === null ? null : { from: options.from ?? monthOf(all.from), to: options.to ?? dayBefore(monthAfter(all.to)) };
  const months = days === null ? [] : monthsOf(days);
  const differences: Difference[] = [];
  let [facts, cells] = [0, 0];
  for (const [index, month] of months.entries()) {
    const found = await compare(services, tenant, book, world, month);
    facts += found.facts;
    cells += found.cells;
    differences.push(...found.differences);
    await inTenant(services, capacity, (ctx) => conclude(ctx, book, month, found.differences, repair));
    onProgress(index + 1, months.length);
  }
  if (differences.length > 0) await alarm(services, capacity, differences, repair);
  return { days, facts, cells, differences, strays, repaired: repair && differences.length + strays.length > 0 };
}

/** Months and what is left of them at both ends. */
function monthsOf({ from, to }: Days): readonly Days[] {
  const months: Days[] = [];
  for (let start = from; start <= to; start = monthAfter(start)) {
    const end = dayBefore(monthAfter(start));
    months.push({ from: start, to: end < to ? end : to });
  }
  return months;
}

type Cell = Pick<KeptCell, 'measure' | 'grain' | 'day' | 'value'>;
const keyOf = ({ measure, grain, day, value }: Cell) => `${measure} ${grain} ${day} ${value}`;

async function compare(services: CaseServices, tenant: string, book: MeasureBook, { calendar }: World, days: Days) {
  const all = [...book.editions.values()].flatMap(({ counted }) => counted);
  const ids = all.map(({ id }) => id);
  const isMonth = days.from === monthOf(days.from) && days.to === dayBefore(monthAfter(days.to));
  return readingTenant(services.db, tenant, async (tx) => {
    const byDay = new Map<string, Cell & Counts>();
    const byMonth = new Map<string, Cell & Counts>();
    const add = (cells: Map<string, Cell & Counts>, cell: Cell & Counts) => {
      const key = keyOf(cell);
      cells.set(key, { ...cell, ...plus(cells.get(key) ?? NOTHING, cell) });
    };
    let facts = 0;
    for (const { kind, counted } of book.editions.values()) {
      for await (const fact of factsWithin(tx, tenant, kind, days, { sql: 'true', params: [] })) {
        // One that counts in a later month too is counted there.
        if (fact.till <= days.to) facts += 1;
        for (const { measure, id } of counted) {
          for (const one of contributionsOf(measure, fact, calendar)) {
            if (one.day < days.from || one.day > days.to) continue;
            const cell = { measure: id, grain: grainNumber(one.grain), value: one.value, n: one.n, d: one.d, x: one.x };
            add(byDay, { ...cell, day: one.day });
            if (isMonth) add(byMonth, { ...cell, day: days.from });
          }
        }
      }
    }
    const kept = await keptCells(tx, tenant, 0, ids, days);
    const months = isMonth ? await keptCells(tx, tenant, 1, ids, days) : [];
    const nameOf = new Map(all.map(({ measure, id }) => [id, measure.id]));
    const differences = [...differencesOf(byDay, kept, false, nameOf), ...differencesOf(byMonth, months, true, nameOf)];
    return { facts, cells: kept.length, differences };
  });
}

function differencesOf(
  counted: ReadonlyMap<string, Cell & Counts>,
  kept: readonly (Cell & Counts)[],
  month: boolean,
  nameOf: ReadonlyMap<number, string>,
): Difference[] {
  const stood = new Map(kept.map((cell) => [keyOf(cell), cell]));
  return [...new Set([...counted.keys(), ...stood.keys()])].flatMap((key): Difference[] => {
    const [right, wrong] = [counted.get(key), stood.get(key)];
    const cell = right ?? wrong;
    if (cell === undefined || sameCounts(right ?? NOTHING, wrong ?? NOTHING)) return [];
    const three = ({ n, d, x }: Counts) => ({ n, d, x });
    return [
      {
        measure: nameOf.get(cell.measure) ?? '',
        grain: grainNamed(cell.grain),
        day: cell.day,
        month,
        value: cell.value,
        kept: three(wrong ?? NOTHING),
        counted: three(right ?? NOTHING),
      },
    ];
  });
}

/** Ends the alarms there were about some days and raises those there are; puts right what differs where that is wanted. */
async function conclude(
  ctx: Ctx,
  book: MeasureBook,
  days: Days,
  differences: readonly Difference[],
  repair: boolean,
): Promise<void> {
  const ids = [...book.editions.values()].flatMap(({ counted }) => counted.map(({ id }) => id));
  await settleAlarms(ctx.tx, ctx.tenant, ctx.now, ids, days);
  if (differences.length === 0) return;
  const named = differences.map((one) => ({
    ...one,
    name: one.measure,
    measure: book.counted(one.measure).id,
    grain: grainNumber(one.grain as ReturnType<typeof grainNamed>),
  }));
  await insertAlarms(
    ctx.tx,
    ctx.tenant,
    ctx.now,
    // One that is put right at once is shown beside no number: enough of them to see what was wrong, the ledger has how many.
    (repair ? named.slice(0, KEPT_WHEN_REPAIRED) : named).map((one) => ({
      ...one,
      id: ctx.id(),
      span: one.month ? (1 as const) : (0 as const),
      settled: repair,
    })),
  );
  if (!repair) return;
  const changes = named
    .filter(({ month }) => !month)
    .map(({ measure, grain, day, value, kept, counted }) => ({
      measure,
      grain,
      day,
      value,
      ...minus(counted, kept),
      c: 0,
    }));
  // By how much a cell is off does not change while others write: they only add to it.
  if (changes.length > 0) await writeChanges(ctx.tx, ctx.tenant, ctx.id(), changes);
  // Months are the sums of their days, whatever they were.
  await lockFolding(ctx.tx, ctx.tenant, 'alone');
  await remakeMonths(ctx.tx, ctx.tenant, ids, { from: monthOf(days.from), to: dayBefore(monthAfter(days.to)) });
}

async function alarm(
  services: CaseServices,
  capacity: Capacity,
  differences: readonly Difference[],
  repaired: boolean,
): Promise<void> {
  const { tenant } = capacity;
  services.log.error(
    { tenant, differences: differences.length, first: differences[0], repaired },
    'A recount found other numbers than are kept.',
  );
  await inTenant(services, capacity, async (ctx) =>
    append(ctx, {
      subject: bookSubject(tenant),
      kind: 'measure',
      what: repaired ? 'repair' : 'mismatch',
      visibility: 'internal',
      body: { count: differences.length, differences: differences.slice(0, TOLD) },
    }),
  );
}

const CASES = 200;

/** Cases whose facts are not what their ledger tells; put right where that is wanted. */
async function strayFacts(
  services: CaseServices,
  capacity: Capacity,
  book: MeasureBook,
  repair: boolean,
): Promise<readonly string[]> {
  const { tenant } = capacity;
  const strays: string[] = [];
  const types = book.declarations.map(({ of }) => of);
  for (let after: string | null = null; ; ) {
    const last: string | null = await inTenant(services, capacity, async (ctx) => {
      const heads = await casesAfter(ctx.tx, tenant, types, after, CASES);
      const ids = heads.map(({ id }) => id);
      if (ids.length === 0) return null;
      const { registry, calendar } = await worldOf(ctx, services);
      const pasts = await lockedPasts(ctx, ids);
      const stored = await countedFacts(ctx.tx, book, await factsOf(ctx.tx, tenant, ids));
      const bySubject = Map.groupBy(stored, ({ fact }) => fact.subject);
      const exchange = exchangeIn(book, cellChanges(calendar), calendar);
      for (const past of pasts) {
        const told = factsFrom(book, past, { streetOf: streetsOf(registry, ctx.now) });
        const said = bySubject.get(past.id) ?? [];
        const same = told.length === said.length && told.every((one) => said.some(({ fact }) => sameFact(one, fact)));
        if (same) continue;
        strays.push(past.id);
        if (repair) exchange.subject(said, told);
      }
      await runAll(ctx.tx, exchange.statements(tenant, ctx.id()));
      return ids.length < CASES ? null : (ids.at(-1) ?? null);
    });
    if (last === null) break;
    after = last;
  }
  if (strays.length === 0) return strays;
  services.log.error({ tenant, strays: strays.length, repaired: repair }, 'Facts are not what the ledger tells.');
  await inTenant(services, capacity, async (ctx) =>
    append(ctx, {
      subject: bookSubject(tenant),
      kind: 'measure',
      what: repair ? 'repairFacts' : 'strayFacts',
      visibility: 'internal',
      body: { count: strays.length, cases: strays.slice(0, TOLD) },
    }),
  );
  return strays;
}

/** The days of the last week, for the look that is taken every night. */
export function lastWeek(world: Pick<World, 'calendar'>, now: number): Days {
  const to = localDateOf(world.calendar, now);
  return { from: localDateOf(world.calendar, now - 7 * DAY_MS), to };
}
