import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { receiptOf } from './keep.ts';
import { checkedObservation, enterObservations } from './observation-entry.ts';
import { choice, closed, daySchema, lineSchema, uuidSchema } from './promise-draft.ts';
import type { ObservationRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { frozenAround } from './record.store.ts';
import { lockedBundle, requireDay } from './requirement.ts';

export function observeOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.observe',
    summary: { zh: '填报指标值', en: 'Enter a value of an indicator' },
    input: Type.Object(
      {
        id: uuidSchema,
        indicator: lineSchema(63),
        value: Type.Number(),
        growth: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
        asOf: daySchema,
        source: Type.Optional(choice('self', 'system', 'verified')),
        standing: Type.Optional(choice('provisional', 'final')),
        basis: Type.Optional(lineSchema(400)),
        corrects: Type.Optional(uuidSchema),
        reason: Type.Optional(lineSchema(400)),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      closed,
    ),
    output: Type.Object({ ...promiseReceiptSchema.properties, observation: Type.String() }),
    touches: ({ id }) => [id],
    async run(ctx, { id, version, source, standing = 'provisional', ...said }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, version);
      requireDay(said.asOf, world.today);
      const frozen = await frozenAround(ctx.tx, ctx.tenant, said.asOf);
      const entered = { ...said, standing, source: source ?? sourceOf(ctx, world) };
      const observation = checkedObservation(ctx, { services, world, bundle, frozen }, entered);
      const [kept = bundle.promise] = await enterObservations(ctx, services, world, [observation]);
      return { ...receiptOf(kept), observation: observation.id };
    },
  });
}

function sourceOf(ctx: Ctx, { post }: PromiseWorld): ObservationRecord['source'] {
  if (ctx.actor.kind === 'system') return 'system';
  return post?.role === 'statistician' ? 'verified' : 'self';
}
