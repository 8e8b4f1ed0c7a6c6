import { writeAll } from '../db/index.ts';
import { type Ctx, inTenant, rounds, theSystem } from '../ledger/index.ts';
import type { RegistryView } from '../registry/index.ts';
import { addText, buildBlocks } from '../search/index.ts';
import { listTenants } from '../tenant/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { casesNaming, keepRenaming, type NamedIn, nextCases, noteRenaming, takeRenaming } from './renaming.store.ts';
import { searchTextOf } from './search-text.ts';
import { worldOf } from './world.ts';

/** Cases looked at in one transaction: none waits for another, and little is done twice after a crash. */
const BATCH = 1_000;
const LOOK_MS = 15_000;
/** Batches between two lines in the log. */
const TOLD_EVERY = 50;

/** What was renamed in a registry, from one moment on. */
export interface Renamed {
  readonly id: string;
  readonly registry: string;
  readonly codes: readonly string[] | null;
}

/** The registries by whose names cases are found, and where a case names their entries. */
const FOUND_BY: Readonly<Record<string, NamedIn>> = { area: 'area', matter: 'matter', 'demand-class': 'demandClass' };

/**
 * Makes cases findable by a new name: the renaming is noted, then followed batch by batch. What an earlier process left undone is followed
 * too. Names that no case is found by are passed by.
 */
export async function followRenaming(
  services: CaseServices,
  tenant: string,
  { id, registry, codes }: Renamed,
): Promise<void> {
  if (FOUND_BY[registry] === undefined) return;
  await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
    noteRenaming(ctx.tx, tenant, { id, registry, codes }, ctx.now),
  );
  await followRenamings(services, tenant);
}

export interface FollowOptions {
  readonly stopped?: () => boolean;
  readonly batch?: number;
}

/** Goes on with every renaming of a district that is not finished and that no other process is at. Answers how many cases were indexed. */
export async function followRenamings(
  services: CaseServices,
  tenant: string,
  { stopped = () => false, batch = BATCH }: FollowOptions = {},
): Promise<number> {
  let total = 0;
  for (let count = 1; !stopped(); count += 1) {
    const done = await inTenant(services, { tenant, actor: theSystem }, (ctx) => followBatch(ctx, services, batch));
    if (done === null) break;
    total += done.now;
    if (done.finished || count % TOLD_EVERY === 0) {
      const { registry, seen, indexed, finished } = done;
      services.log.info(
        { tenant, registry, seen, indexed, finished },
        finished ? 'Cases are found by the new names.' : 'Cases are being indexed by new names.',
      );
    }
    // Texts that wait are compared one by one: many of them would slow everybody's searching down.
    await buildBlocks(services, tenant);
  }
  return total;
}

/** One batch of the oldest renaming, in the transaction of the context; null where there is none to be done. */
async function followBatch(ctx: Ctx, services: CaseServices, batch: number) {
  const { tx, tenant, now } = ctx;
  const renaming = await takeRenaming(tx, tenant);
  if (renaming === undefined) return null;
  const { registry: book, codes, doneTo } = renaming;
  const next = await nextCases(tx, tenant, doneTo, batch);
  if (next === undefined) {
    await keepRenaming(tx, tenant, renaming, now);
    return { registry: book, seen: renaming.seen, indexed: renaming.indexed, finished: true, now: 0 };
  }
  const { registry } = await worldOf(ctx, services);
  const named = FOUND_BY[book] ?? 'matter';
  const meant = named === 'area' && codes !== null ? withAllBelow(registry, codes, now) : codes;
  const cases = await casesNaming(tx, tenant, { after: doneTo, last: next.last }, named, meant);
  const texts = [];
  for (const { id, at, definition, ...found } of cases) {
    const { type } = await pinnedDefinition(tx, definition);
    texts.push({ tenant, row: ctx.id(), id, at: at.getTime(), text: searchTextOf(type, found, registry, now) });
  }
  writeAll(tx, addText, texts);
  const [seen, indexed] = [renaming.seen + next.count, renaming.indexed + texts.length];
  await keepRenaming(tx, tenant, { ...renaming, doneTo: next.last, seen, indexed }, null);
  return { registry: book, seen, indexed, finished: false, now: texts.length };
}

/** A case in a cell is found by the name of its street too. */
function withAllBelow(registry: RegistryView, codes: readonly string[], now: number): readonly string[] {
  const found = new Set(codes);
  for (const code of found) for (const below of registry.children('area', code, now)) found.add(below.code);
  return [...found];
}

/** Goes on with what a process that ended in the middle of it left undone: looked at every quarter of a minute. */
export function renamingKeeper(services: CaseServices) {
  const going = rounds(
    async () => {
      for (const { code } of await listTenants(services.db)) {
        if (going.stopped) break;
        await followRenamings(services, code, { stopped: () => going.stopped });
      }
      return LOOK_MS;
    },
    {
      afterFailure: LOOK_MS,
      tell: (error) =>
        services.log.error(
          { reason: error instanceof Error ? error.message : 'unknown' },
          'Cases could not be indexed by new names; it is tried again.',
        ),
    },
  );
  return { run: going.run, stop: going.stop };
}
