import { localDateOf } from '@huying/kit/calendar';
import type { Day } from '@huying/kit/promise';
import { type World, worldOf } from '../../case/index.ts';
import type { Ctx } from '../../ledger/index.ts';
import { type PromiseReach, promiseReachOf } from './promise-reach.ts';
import type { PromiseServices } from './promise-services.ts';

/** A district as promises see it in one transaction. */
export interface PromiseWorld extends World {
  readonly promises: PromiseReach;
  /** Today in the district's zone. */
  readonly today: Day;
  /** A parameter of promises; its default where a deployment declares none of the name. */
  readonly setting: <T>(name: string, otherwise: T) => T;
}

/** Reads the district; everything but a few stamps comes from memory. */
export async function promiseWorldOf(ctx: Ctx, services: PromiseServices): Promise<PromiseWorld> {
  const world = await worldOf(ctx, services);
  return {
    ...world,
    promises: reachFor(ctx, services, world),
    today: localDateOf(world.calendar, ctx.now),
    setting: <T>(name: string, otherwise: T) =>
      services.parameters.has(name) ? (world.parameter(name) as T) : otherwise,
  };
}

function reachFor(ctx: Ctx, services: PromiseServices, { post, org }: World): PromiseReach {
  switch (ctx.actor.kind) {
    case 'system':
      return { reach: 'promises', units: 'all', area: null };
    case 'public':
      return { reach: 'published' };
    case 'partner':
      return { reach: 'none' };
    case 'person':
      return promiseReachOf(post, services.product.roles, org);
    default:
      return ctx.actor.kind satisfies never;
  }
}

/** Which promises the acting post may read. */
export async function promiseReach(ctx: Ctx, services: PromiseServices): Promise<PromiseReach> {
  return (await promiseWorldOf(ctx, services)).promises;
}
