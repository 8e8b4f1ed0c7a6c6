import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { DRAFTERS } from './create.ts';
import { indicatorRows } from './indicator-row.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { kindData } from './kind-data.ts';
import { dropIndicators, dropTasks, insertTasks, knownClauses, putIndicators, setClauses } from './part.store.ts';
import { closed, type PromisePatch, promisePatchSchema, uuidSchema } from './promise-draft.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import { type PromiseReceipt, promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { lockedBundle, requireDay, requireDraft } from './requirement.ts';
import { taskRows } from './task-row.ts';

export function changeOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.change',
    summary: { zh: '修改未印发的目标任务', en: 'Change a promise before it is issued' },
    input: Type.Object(
      { id: uuidSchema, patch: promisePatchSchema, version: Type.Optional(Type.Integer({ minimum: 1 })) },
      closed,
    ),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, patch, version }) {
      await requireRole(ctx, ...DRAFTERS);
      return changePromise(ctx, services, id, patch, version);
    },
  });
}

/**
 * Changes what a promise says, before it is issued. Whoever calls has checked that the actor may.
 * @throws promise.unknown, .stale, .issued, .indicator, .observed, .clauses, .day, .data
 */
export async function changePromise(
  ctx: Ctx,
  services: PromiseServices,
  id: string,
  patch: PromisePatch,
  version?: number,
): Promise<PromiseReceipt> {
  const world = await promiseWorldOf(ctx, services);
  const bundle = await lockedBundle(ctx, world, id, version);
  requireDraft(bundle);
  const promise = patched(services, bundle.promise, patch);
  await changeParts(ctx, services, bundle, promise, patch);
  const kept = await keepPromise(ctx, services, world, promise, {
    what: 'changed',
    visibility: 'internal',
    body: { patch },
  });
  return receiptOf(kept);
}

function patched(
  services: PromiseServices,
  before: PromiseRecord,
  { place, data, clauses: _, indicators: __, tasks: ___, ...said }: PromisePatch,
): PromiseRecord {
  if (typeof said.due === 'string') requireDay(said.due);
  return {
    ...before,
    ...said,
    area: place?.area ?? before.area,
    longitude: place?.longitude ?? before.longitude,
    latitude: place?.latitude ?? before.latitude,
    data: data === undefined ? before.data : kindData(kindOf(services, before.kind), data, before.data),
  };
}

async function changeParts(
  ctx: Ctx,
  services: PromiseServices,
  { indicators }: PromiseBundle,
  promise: PromiseRecord,
  patch: PromisePatch,
): Promise<void> {
  const { tx, tenant } = ctx;
  if (patch.indicators !== undefined) {
    const rows = indicatorRows(promise, kindOf(services, promise.kind), patch.indicators);
    const gone = indicators.filter(({ name }) => rows.every((row) => row.name !== name)).map(({ name }) => name);
    const [stays] = await dropIndicators(tx, tenant, promise.id, gone);
    if (stays !== undefined) throw new HuyingError('promise.observed', { indicator: stays });
    await putIndicators(tx, tenant, rows);
  }
  if (patch.tasks !== undefined) {
    await dropTasks(tx, tenant, promise.id);
    await insertTasks(tx, tenant, taskRows(ctx, promise, patch.tasks));
  }
  if (patch.clauses !== undefined) {
    const { report } = promise;
    const distinct = [...new Set(patch.clauses)];
    const known = report === null ? 0 : await knownClauses(tx, tenant, report, distinct);
    if (report === null || known < distinct.length) throw new HuyingError('promise.clauses');
    await setClauses(tx, tenant, promise.id, report, distinct);
  }
}
