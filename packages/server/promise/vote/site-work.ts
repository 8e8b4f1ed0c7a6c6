import { HuyingError } from '@huying/kit/error';
import { currentValue } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import { loadBundle } from '../core/bundle.ts';
import { type Happened, keepPromise } from '../core/keep.ts';
import { admitsPromise } from '../core/promise-reach.ts';
import type { PromiseRecord } from '../core/promise-record.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { insertObservations } from '../core/record.store.ts';
import { findPromise, lockPromise } from '../core/store.ts';
import { offices } from './offices.ts';
import { sitesOf } from './site.store.ts';

/** The indicator that counts a promise's sites, where it has one. */
export const SITES_INDICATOR = 'sites';

export interface Reached {
  readonly world: PromiseWorld;
  readonly promise: PromiseRecord;
}

/** A promise the person may read. @throws promise.unknown */
export async function reachedPromise(ctx: Ctx, services: PromiseServices, id: string): Promise<Reached> {
  return admitted(await promiseWorldOf(ctx, services), await findPromise(ctx.tx, ctx.tenant, id));
}

/** The same, held until the transaction ends. @throws promise.unknown */
export async function heldPromise(ctx: Ctx, services: PromiseServices, id: string): Promise<Reached> {
  return admitted(await promiseWorldOf(ctx, services), await lockPromise(ctx.tx, ctx.tenant, id));
}

function admitted(world: PromiseWorld, promise: PromiseRecord | undefined): Reached {
  if (promise === undefined || !admitsPromise(world.promises, promise)) throw new HuyingError('promise.unknown');
  return { world, promise };
}

/** Whether the person works on a promise: in a unit that leads or assists, or for the office that keeps the list. */
export function worksOn(ctx: Ctx, { world, promise }: Reached): boolean {
  const { post, org } = world;
  if (ctx.actor.kind === 'system') return true;
  if (post === undefined) return false;
  if ((offices.publish as readonly string[]).includes(post.role)) return true;
  const works = (offices.work as readonly string[]).includes(post.role);
  return works && promise.involved.some((unit) => org.isWithin(post.unit, unit));
}

/** @throws vote.notYours */
export function requireWorker(ctx: Ctx, reached: Reached): void {
  if (!worksOn(ctx, reached)) throw new HuyingError('vote.notYours');
}

/**
 * Keeps a change of a promise's sites: how many are completed becomes the value of its indicator of sites, as the system counted it, the
 * ledger row is written and the promise figured anew.
 */
export async function keepSites(
  ctx: Ctx,
  services: PromiseServices,
  { world, promise }: Reached,
  happened: Happened,
): Promise<void> {
  const bundle = await loadBundle(ctx, promise);
  if (bundle.indicators.some(({ name }) => name === SITES_INDICATOR)) {
    const sites = await sitesOf(ctx.tx, ctx.tenant, promise.id);
    const value = sites.filter(({ state }) => state === 'completed' || state === 'verified').length;
    if (currentValue(bundle.observations, SITES_INDICATOR, world.today, ['system'])?.value !== value) {
      const among = sites.filter(({ state }) => state !== 'cancelled').length;
      await insertObservations(ctx.tx, ctx.tenant, [
        {
          id: ctx.id(),
          promise: promise.id,
          indicator: SITES_INDICATOR,
          value,
          growth: null,
          asOf: world.today,
          source: 'system',
          standing: 'final',
          basis: `点位台账：${value}/${among}`,
          corrects: null,
          reason: null,
          enteredBy: ctx.actor.name,
          account: null,
          unit: null,
          at: ctx.now,
        },
      ]);
    }
  }
  await keepPromise(ctx, services, world, promise, happened);
}
