import { HuyingError } from '@huying/kit/error';
import { type Ctx, timeline } from '../../ledger/index.ts';
import { loadBundle } from './bundle.ts';
import { admitsPromise } from './promise-reach.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { findPromise, lockPromise } from './store.ts';

/** The promise, if the acting post may read it. @throws promise.unknown otherwise, whether it exists or not */
export async function requirePromise(ctx: Ctx, services: PromiseServices, id: string): Promise<PromiseRecord> {
  const world = await promiseWorldOf(ctx, services);
  const promise = await findPromise(ctx.tx, ctx.tenant, id);
  if (promise === undefined || !admitsPromise(world.promises, promise)) throw new HuyingError('promise.unknown');
  return promise;
}

/** Whether the acting post may see the files of a promise: what supports it is internal. @throws promise.unknown */
export async function requirePromiseFiles(ctx: Ctx, services: PromiseServices, id: string): Promise<void> {
  await requirePromise(ctx, services, id);
  if ((await promiseWorldOf(ctx, services)).promises.reach !== 'promises') throw new HuyingError('promise.unknown');
}

/**
 * The promise with its parts, locked until the transaction ends: what every change begins with. `version` is the one its sender looked at.
 * @throws promise.unknown; promise.stale where somebody changed it since
 */
export async function lockedBundle(
  ctx: Ctx,
  world: PromiseWorld,
  id: string,
  version: number | undefined,
): Promise<PromiseBundle> {
  const promise = await lockPromise(ctx.tx, ctx.tenant, id);
  if (promise === undefined || !admitsPromise(world.promises, promise)) throw new HuyingError('promise.unknown');
  // Those who see no more than what is published change nothing.
  if (world.promises.reach !== 'promises') throw new HuyingError('access.denied');
  if (version !== undefined && version !== promise.version) throw await stale(ctx, world, promise);
  return loadBundle(ctx, promise);
}

async function stale(ctx: Ctx, world: PromiseWorld, promise: PromiseRecord): Promise<HuyingError> {
  const entries = await timeline(ctx, promise.id, { for: 'internal' });
  const last = entries.at(-1);
  const at = new Intl.DateTimeFormat(ctx.locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: world.calendar.zone,
  });
  return new HuyingError('promise.stale', {
    who: last?.actor.name ?? '',
    at: last === undefined ? '' : at.format(last.at),
    version: promise.version,
  });
}

/** @throws promise.issued where what it says changes by revision only */
export function requireDraft({ promise }: PromiseBundle): void {
  if (promise.issuedOn !== null) throw new HuyingError('promise.issued', { number: promise.number });
}

/** @throws promise.notIssued, promise.ended */
export function requireRunning({ promise }: PromiseBundle): void {
  if (promise.issuedOn === null) throw new HuyingError('promise.notIssued', { number: promise.number });
  if (promise.endedAt !== null) throw new HuyingError('promise.ended', { number: promise.number });
}

/** A real day of the calendar, not after `last`. @throws promise.day */
export function requireDay(day: string, last?: string): void {
  const real = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(day);
  if (!exists || (last !== undefined && day > last)) throw new HuyingError('promise.day', { day });
}
