import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { closed, lineSchema, uuidSchema } from './promise-draft.ts';
import type { PromiseServices } from './promise-services.ts';
import { type PromiseReceipt, promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { lockedBundle, requireRunning } from './requirement.ts';

export function publishOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.publish',
    summary: { zh: '公开或撤下目标任务', en: 'Publish a promise, or take it back' },
    input: Type.Object(
      {
        id: uuidSchema,
        published: Type.Boolean(),
        reason: Type.Optional(lineSchema(400)),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      closed,
    ),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, published, reason, version }) {
      await requireRole(ctx, 'report-editor', 'supervisor', 'congress-officer', 'district-leader');
      return publishPromise(ctx, services, id, published, { reason, version });
    },
  });
}

/** Shows a promise to the public, or no more. Whoever calls has checked that the actor may. @throws promise.unknown, .stale, .notIssued */
export async function publishPromise(
  ctx: Ctx,
  services: PromiseServices,
  id: string,
  published: boolean,
  said: { readonly reason?: string | undefined; readonly version?: number | undefined } = {},
): Promise<PromiseReceipt> {
  const world = await promiseWorldOf(ctx, services);
  const bundle = await lockedBundle(ctx, world, id, said.version);
  const { promise } = bundle;
  if (published && promise.endedAt === null) requireRunning(bundle);
  if (published === (promise.publishedAt !== null)) return receiptOf(promise);
  const kept = await keepPromise(
    ctx,
    services,
    world,
    { ...promise, publishedAt: published ? ctx.now : null },
    { what: published ? 'published' : 'withdrawn', visibility: 'public', body: { reason: said.reason ?? null } },
  );
  return receiptOf(kept);
}
