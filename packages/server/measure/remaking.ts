import { type Fact, factsAfter } from '@huying/kit/measure';
import { type CaseServices, casesAfter, lockCases, lockedPasts, type Past, streetsOf, worldOf } from '../case/index.ts';
import { runAll } from '../db/index.ts';
import { type Capacity, type Ctx, inTenant, theSystem } from '../ledger/index.ts';
import { cellChanges } from './difference.ts';
import { countedOtherwise, factsOf, saidUnder, subjectsAfter } from './fact.store.ts';
import { countedFacts, exchangeIn } from './fact-sink.ts';
import { bookOf, type MeasureBook } from './measure-book.ts';
import { upkeepRows, writeUpkeep } from './upkeep.store.ts';
import { countTask, factsTask } from './upkeep-state.ts';

const CASES = 200;
const SUBJECTS = 1_000;

const system = (tenant: string): Capacity => ({ tenant, actor: theSystem });

/**
 * Brings facts and numbers under the declarations of today: facts of which too little is said are made anew from the ledger, those
 * counted under another definition are counted anew. Slice by slice, each in a transaction of its own; after a crash it goes on where
 * it was, and numbers are exact throughout for what has been done. `stopped` ends it early.
 */
export async function remake(
  services: CaseServices,
  tenant: string,
  stopped: () => boolean = () => false,
): Promise<void> {
  const book = bookOf(services.product);
  for (const { kind, of } of book.declarations) {
    const version = book.declared.get(kind) ?? '';
    await slices(services, tenant, factsTask(kind), version, stopped, async (ctx, after) => {
      const heads = await casesAfter(ctx.tx, tenant, [of], after, SUBJECTS);
      const ids = heads.map(({ id }) => id);
      const said = await saidUnder(ctx.tx, tenant, ids, kind, version);
      const lacking = ids.filter((id) => !said.has(id)).slice(0, CASES);
      await makeAnew(ctx, services, book, lacking);
      const full = lacking.length === CASES;
      return full ? (lacking.at(-1) ?? null) : heads.length < SUBJECTS ? null : (ids.at(-1) ?? null);
    });
  }
  for (const { kind, version } of book.editions.values()) {
    await slices(services, tenant, countTask(kind), version, stopped, async (ctx, after) => {
      const subjects = await subjectsAfter(ctx.tx, tenant, after, SUBJECTS);
      await countAnew(ctx, services, book, kind, subjects);
      return subjects.length < SUBJECTS ? null : (subjects.at(-1) ?? null);
    });
  }
}

/** Does a task in slices until one answers null; nothing where it was finished under this version. */
async function slices(
  services: CaseServices,
  tenant: string,
  task: string,
  version: string,
  stopped: () => boolean,
  slice: (ctx: Ctx, after: string | null) => Promise<string | null>,
): Promise<void> {
  for (let going = true; going && !stopped(); ) {
    going = await inTenant(services, system(tenant), async (ctx) => {
      const row = (await upkeepRows(ctx.tx, tenant)).find((one) => one.task === task);
      const same = row?.version === version;
      if (same && row.finished) return false;
      const doneTo = await slice(ctx, same ? row.doneTo : null);
      await writeUpkeep(ctx.tx, tenant, { task, version, doneTo, finished: doneTo === null }, ctx.now);
      return doneTo !== null;
    });
  }
}

/** Makes the facts of cases anew from their ledgers. Answers in how many something changed. */
async function makeAnew(ctx: Ctx, services: CaseServices, book: MeasureBook, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const world = await worldOf(ctx, services);
  const pasts = await lockedPasts(ctx, ids);
  const stored = await countedFacts(ctx.tx, book, await factsOf(ctx.tx, ctx.tenant, ids));
  const bySubject = Map.groupBy(stored, ({ fact }) => fact.subject);
  const streetOf = streetsOf(world.registry, ctx.now);
  const exchange = exchangeIn(book, cellChanges(world.calendar), world.calendar);
  for (const past of pasts) exchange.subject(bySubject.get(past.id) ?? [], factsFrom(book, past, { streetOf }));
  await runAll(ctx.tx, exchange.statements(ctx.tenant, ctx.id()));
}

/** The facts of a case as its past tells them. */
export function factsFrom(
  book: MeasureBook,
  { type, moments }: Past,
  world: Parameters<typeof factsAfter>[3],
): readonly Fact[] {
  const declaration = book.declarations.find(({ of }) => of === type);
  if (declaration === undefined) return [];
  return moments.reduce<readonly Fact[]>((facts, moment) => factsAfter(declaration, facts, moment, world), []);
}

/** Counts the facts of a kind under today's measures, where they were counted under others. */
async function countAnew(
  ctx: Ctx,
  services: CaseServices,
  book: MeasureBook,
  kind: string,
  subjects: readonly string[],
): Promise<void> {
  const version = book.editions.get(kind)?.version ?? '';
  const lacks = () => countedOtherwise(ctx.tx, ctx.tenant, subjects, kind, version);
  const lacking = await lacks();
  if (lacking.length === 0) return;
  const { calendar } = await worldOf(ctx, services);
  await lockCases(ctx.tx, ctx.tenant, [...new Set(lacking.map(({ subject }) => subject))]);
  const exchange = exchangeIn(book, cellChanges(calendar), calendar);
  // Looked at again under the lock: somebody may have taken a step meanwhile.
  for (const counted of await countedFacts(ctx.tx, book, await lacks())) exchange.subject([counted], [counted.fact]);
  await runAll(ctx.tx, exchange.statements(ctx.tenant, ctx.id()));
}
