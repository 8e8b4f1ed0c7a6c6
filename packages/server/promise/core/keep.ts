import type { PastLight } from '@huying/kit/promise';
import { setTimers } from '../../clock/index.ts';
import { append, type Ctx, type Visibility } from '../../ledger/index.ts';
import { loadBundle } from './bundle.ts';
import { type Course, courseOfYear, type Figures, figuresOf } from './figures.ts';
import { lightPastOf } from './light.store.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import type { PromiseReceipt } from './promise-view.ts';
import type { PromiseWorld } from './promise-world.ts';
import { raiseDisagreements } from './raise.ts';
import { involvedIn } from './responsibility.ts';
import { ruleSetFor } from './rule-set.ts';
import { FOLLOWED } from './shown-light.ts';
import { updatePromise } from './store.ts';
import { timersOf } from './timers.ts';

/** What happened to a promise, for its ledger. */
export interface Happened {
  readonly what: string;
  readonly visibility: Visibility;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Keeps a change of a locked promise, in the transaction of the context: its parts are written already. Figures are computed anew, its clocks set,
 * the ledger row written, and a contradiction that arises is raised.
 */
export async function keepPromise(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  changed: PromiseRecord,
  happened: Happened,
): Promise<PromiseRecord> {
  const { post } = world;
  append(ctx, {
    subject: changed.id,
    kind: 'promise',
    what: happened.what,
    visibility: happened.visibility,
    body: { ...happened.body, by: post === undefined ? null : { unit: post.unit, role: post.role } },
  });
  const bundle = await loadBundle(ctx, { ...changed, version: changed.version + 1, changedAt: ctx.now });
  return refigured(ctx, services, world, bundle);
}

/** Computes a promise's figures anew and writes its row, clocks and what they raise. */
export async function refigured(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
): Promise<PromiseRecord> {
  const { tx, tenant } = ctx;
  const before = bundle.promise;
  const past = (await lightPastOf(tx, tenant, [before.id])).get(before.id) ?? [];
  const { record, figures } = computed(services, world, bundle, past, ctx.now);
  await updatePromise(tx, tenant, record);
  tx.write(setTimers, {
    tenant,
    subject: record.id,
    kind: 'promise',
    timers: timersOf({ ...bundle, promise: record }, figures.inForce, world),
  });
  await raiseDisagreements(ctx, services, world, before, record, figures.disagreements);
  const { id, version, area, involved } = record;
  ctx.afterCommit(() => services.changes.emit({ tenant, id, type: 'promise', version, area, involved }));
  return record;
}

/** A promise's row as its parts make it today. @param course  what is known of its course already; all of it is reckoned unless told */
export function computed(
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
  past: readonly PastLight[],
  now: number,
  course: (figures: Figures) => Course | undefined = () => undefined,
): { readonly record: PromiseRecord; readonly figures: Figures } {
  const { promise } = bundle;
  const set = ruleSetFor(services, world, promise.kind);
  const figures = figuresOf(bundle, set, world.today, past);
  const { inForce, standing, light, inputs } = figures;
  const record: PromiseRecord = {
    ...inForce.promise,
    ...involvedIn(bundle.duties, bundle.tasks, world.today),
    official: figures.official,
    evidence: figures.evidence,
    schedule: figures.schedule,
    light: light?.light ?? null,
    lightRule: light?.rule ?? null,
    lightInputs:
      set === undefined ? null : { set: set.id, ...inputs, ...(figures.followed ? { [FOLLOWED]: true } : {}) },
    lightAt: now,
    rate: standing.p,
    expected: standing.e,
    ...(course(figures) ?? courseOfYear(bundle, world.today)),
    disagreements: figures.disagreements.map(({ id }) => id),
  };
  return { record, figures };
}

export function receiptOf({ id, number, version, state }: PromiseRecord): PromiseReceipt {
  return { id, number, version, state };
}
