import type { Ctx } from '../../ledger/index.ts';
import { loadBundle } from '../core/bundle.ts';
import { refigured } from '../core/keep.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { lockPromise } from '../core/store.ts';

/** Reckons rate, path and light of promises anew after their figures changed; their ledger rows are written already. */
export async function changedFigures(ctx: Ctx, services: PromiseServices, promises: readonly string[]): Promise<void> {
  const world = await promiseWorldOf(ctx, services);
  // In one order, so that two who enter figures do not wait for each other.
  for (const id of [...promises].sort()) {
    const promise = await lockPromise(ctx.tx, ctx.tenant, id);
    if (promise === undefined) continue;
    const changed = { ...promise, version: promise.version + 1, changedAt: ctx.now };
    await refigured(ctx, services, world, await loadBundle(ctx, changed));
  }
}
