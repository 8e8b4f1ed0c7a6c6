import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import { doersOf, verifiersOf } from './figures.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import type { PromiseWorld } from './promise-world.ts';

/** Roles that look at what others did. */
export const VERIFIERS: readonly string[] = ['verifier', 'supervisor', 'statistician', 'auditor'];

/** Whether the acting post is of a unit that the promise has to do with, and does a unit's work; `unit` asks for one of them only. */
export function worksOn(
  services: Pick<PromiseServices, 'product'>,
  { post, org }: PromiseWorld,
  promise: Pick<PromiseRecord, 'involved'>,
  unit?: string,
): boolean {
  if (post === undefined || services.product.roles[post.role]?.reach.queue !== 'unit') return false;
  return (unit === undefined ? promise.involved : [unit]).some((one) => org.isWithin(post.unit, one));
}

/** Whether the acting post is of the unit that leads. */
export function leads(
  services: Pick<PromiseServices, 'product'>,
  world: PromiseWorld,
  promise: PromiseRecord,
): boolean {
  return promise.leadUnit !== null && worksOn(services, world, promise, promise.leadUnit);
}

/**
 * Whoever reports is of a unit of the promise and never verified anything of it, in whatever post; the program reports what it counts.
 * @throws access.denied, promise.verifier
 */
export function requireReporter(
  ctx: Ctx,
  services: Pick<PromiseServices, 'product'>,
  world: PromiseWorld,
  bundle: PromiseBundle,
  unit?: string,
): void {
  if (ctx.actor.kind === 'system') return;
  if (!worksOn(services, world, bundle.promise, unit)) throw new HuyingError('access.denied');
  requireNoVerifier(ctx, bundle);
}

/** @throws promise.verifier */
export function requireNoVerifier(ctx: Ctx, bundle: PromiseBundle): void {
  if (ctx.actor.account !== null && verifiersOf(bundle).has(ctx.actor.account))
    throw new HuyingError('promise.verifier');
}

/** Whether the person has a post in the unit that leads, their own or another's in whose place they stand, through whichever post they come. */
export function isOfLead(ctx: Ctx, world: Pick<PromiseWorld, 'org'>, { leadUnit }: PromiseRecord): boolean {
  return isOf(ctx, world, leadUnit);
}

/** The district itself stands above the units: nobody is of the unit that did the work because the district did it. */
function isOf(ctx: Ctx, { org }: Pick<PromiseWorld, 'org'>, unit: string | null): boolean {
  const { account } = ctx.actor;
  if (account === null || unit === null || org.unit(unit)?.parent === null) return false;
  return org.postsOf(account, ctx.now).some((post) => org.isWithin(post.unit, unit));
}

/**
 * Whoever verifies holds a verifying role, has no post in the lead unit or in that of the task, and never reported on it: by account, whatever
 * the post.
 * @throws access.denied, promise.insider, promise.doer
 */
export function requireVerifier(ctx: Ctx, world: PromiseWorld, bundle: PromiseBundle, task?: string): void {
  const { post, org } = world;
  const { leadUnit } = bundle.promise;
  if (post === undefined || !VERIFIERS.includes(post.role)) throw new HuyingError('access.denied');
  // A verifier of the district itself stands above the units, not within the one that leads.
  if (leadUnit !== null && org.isWithin(post.unit, leadUnit) && org.unit(leadUnit)?.parent !== null) {
    throw new HuyingError('access.denied');
  }
  if (doersOf(bundle).has(post.account) || (ctx.actor.account !== null && doersOf(bundle).has(ctx.actor.account))) {
    throw new HuyingError('promise.doer');
  }
  const doing = bundle.tasks.find(({ id }) => id === task)?.unit ?? null;
  if (isOfLead(ctx, world, bundle.promise) || isOf(ctx, world, doing)) throw new HuyingError('promise.insider');
}
