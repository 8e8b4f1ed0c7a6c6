import { appendAll, type Ctx, enqueueJob, type NewEntry } from '../ledger/index.ts';
import type { RecordPlan } from './plan.ts';
import type { Provenance, RegistryRecord } from './record.ts';
import type { RegistryViews } from './registry-views.ts';
import { endVersions, insertRecords, insertVersions, moveRecord, type NewVersion } from './store.ts';

/** Where an entry comes from and why; who and when the context knows. */
export interface Cause {
  readonly source: string;
  readonly reason: string;
}

/** Writes what was worked out, with a ledger row for each record that changes. Parents stand before their children. */
export async function writePlans(
  ctx: Ctx,
  views: RegistryViews,
  plans: readonly RecordPlan[],
  cause: Cause,
): Promise<void> {
  const changed = plans.filter((plan) => plan.outcome !== 'unchanged');
  if (changed.length === 0) return;
  const { tx, tenant } = ctx;
  await insertRecords(
    tx,
    tenant,
    changed.filter((plan) => plan.outcome === 'created').map((plan) => plan.record),
  );
  await endVersions(
    tx,
    tenant,
    changed.flatMap((plan) => plan.ended.map((version): NewVersion => ({ record: plan.record.id, version }))),
  );
  await insertVersions(
    tx,
    tenant,
    changed.map((plan) => ({ record: plan.record.id, version: plan.version })),
    provenanceOf(ctx, cause),
  );
  for (const plan of changed) {
    if (plan.movedFrom !== null) await moveRecord(tx, tenant, plan.record, plan.movedFrom);
  }
  await appendAll(
    ctx,
    changed.map(
      ({ record, version }): NewEntry =>
        entryOf(record, 'put', { ...version, source: cause.source, reason: cause.reason }),
    ),
  );
  await tellRenamed(ctx, changed);
  ctx.afterCommit(() => views.forget(ctx.tenant));
}

/** More codes than these are not named one by one. */
const NAMED = 500;

/** What is found by a name, or by where it lies, is made findable by the new one, once that holds: the job `renamed`. */
async function tellRenamed(ctx: Ctx, plans: readonly RecordPlan[]): Promise<void> {
  const renamed = plans.filter(({ renamed: other, movedFrom }) => other || movedFrom !== null);
  for (const [registry, own] of Map.groupBy(renamed, ({ record }) => record.registry)) {
    const codes = own.length > NAMED ? null : own.map(({ record }) => record.code);
    const runAt = Math.max(...own.map(({ version }) => version.effectiveFrom));
    await enqueueJob(ctx, 'renamed', { id: ctx.id(), registry, codes }, runAt > ctx.now ? { runAt } : {});
  }
}

/** Writes the ends of a record's versions, with a ledger row. */
export async function writeRetirement(
  ctx: Ctx,
  views: RegistryViews,
  record: RegistryRecord,
  ended: RegistryRecord['versions'],
  from: number,
  cause: Cause,
): Promise<void> {
  await endVersions(
    ctx.tx,
    ctx.tenant,
    ended.map((version) => ({ record: record.id, version })),
  );
  await appendAll(ctx, [entryOf(record, 'retire', { from, source: cause.source, reason: cause.reason })]);
  ctx.afterCommit(() => views.forget(ctx.tenant));
}

function provenanceOf({ actor, now }: Ctx, { source, reason }: Cause): Provenance {
  return { source, reason, setBy: actor.name, account: actor.account, setAt: now };
}

function entryOf({ id, registry, code }: RegistryRecord, what: string, said: object): NewEntry {
  return { subject: id, kind: 'record', what, visibility: 'internal', body: { registry, code, ...said } };
}
