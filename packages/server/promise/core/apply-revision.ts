import type { Ctx } from '../../ledger/index.ts';
import { inForceOn, revisedThing } from './in-force.ts';
import { putIndicators, updateTask } from './part.store.ts';
import type { PromiseBundle, PromiseRecord, RevisionRecord } from './promise-record.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import type { PromiseWorld } from './promise-world.ts';

/**
 * Writes what is in force today of a thing that a revision changed into its own row, for lists. Calculations do not depend on it: they ask what was
 * in force on their day. Cancelling ends the promise once it takes effect, as its kind declares.
 */
export async function appliedTo(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
  decided: RevisionRecord,
): Promise<PromiseRecord> {
  const revisions = bundle.revisions.map((one) => (one.id === decided.id ? decided : one));
  const inForce = inForceOn({ ...bundle, revisions }, world.today);
  const { tx, tenant } = ctx;
  const thing = revisedThing(decided.what);
  if (thing?.of === 'indicator') {
    await putIndicators(
      tx,
      tenant,
      inForce.indicators.filter(({ name }) => name === thing.name),
    );
  }
  if (thing?.of === 'task') {
    const task = inForce.tasks.find(({ id }) => id === thing.id);
    if (task !== undefined) await updateTask(tx, tenant, { ...task, version: task.version + 1 }, null);
  }
  if (!inForce.cancelled || bundle.promise.endedAt !== null) return inForce.promise;
  const { cancelled } = kindOf(services, bundle.promise.kind);
  return {
    ...inForce.promise,
    official: 'cancelled',
    state: cancelled ?? inForce.promise.state,
    endedAt: ctx.now,
  };
}
