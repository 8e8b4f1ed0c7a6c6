import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { endDuties, insertDuties } from './part.store.ts';
import { closed, type DutyDraft, daySchema, dutyDraftSchema, lineSchema, uuidSchema } from './promise-draft.ts';
import type { DutyRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { type PromiseReceipt, promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { lockedBundle, requireDay } from './requirement.ts';
import { dutyRows, requireDutyHolders } from './responsibility.ts';

export function setDutiesOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.setDuties',
    summary: { zh: '确定责任单位和分管领导', en: 'Say who answers for a promise' },
    input: Type.Object(
      {
        id: uuidSchema,
        duties: Type.Array(dutyDraftSchema, { maxItems: 60 }),
        reason: lineSchema(400),
        since: Type.Optional(daySchema),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      closed,
    ),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, duties, reason, since, version }) {
      await requireRole(ctx, 'report-editor', 'supervisor', 'district-leader', 'congress-officer');
      return setDuties(ctx, services, id, duties, reason, { since, version });
    },
  });
}

/**
 * Says who answers for a promise from a day on (today unless told): those named go on or begin, all others end on that day, and the history stays.
 * Whoever calls has checked that the actor may.
 * @throws promise.unknown, .stale, .duty, .ended; org.unitUnknown, org.postUnknown
 */
export async function setDuties(
  ctx: Ctx,
  services: PromiseServices,
  id: string,
  duties: readonly DutyDraft[],
  reason: string,
  when: { readonly since?: string | undefined; readonly version?: number | undefined } = {},
): Promise<PromiseReceipt> {
  const world = await promiseWorldOf(ctx, services);
  const bundle = await lockedBundle(ctx, world, id, when.version);
  const { promise } = bundle;
  if (promise.endedAt !== null) throw new HuyingError('promise.ended', { number: promise.number });
  const since = when.since ?? (world.today > `${promise.year}-01-01` ? world.today : `${promise.year}-01-01`);
  requireDay(since);
  const lasting = bundle.duties.filter(({ until }) => until === null);
  const wanted = dutyRows(ctx, world, id, duties, promise.year, reason).map((row, index) => ({
    ...row,
    since: duties[index]?.since ?? since,
  }));
  for (const row of wanted) requireDay(row.since);
  requireDutyHolders(world, wanted);
  const begun = wanted.filter((row) => !lasting.some((one) => isSame(one, row)));
  const ended = lasting.filter((one) => !wanted.some((row) => isSame(one, row)));
  await endDuties(
    ctx.tx,
    ctx.tenant,
    ended.map((one) => one.id),
    since,
  );
  await insertDuties(ctx.tx, ctx.tenant, begun);
  const kept = await keepPromise(ctx, services, world, promise, {
    what: 'duties',
    visibility: 'internal',
    body: { since, reason, begun: begun.map(said), ended: ended.map(said) },
  });
  return receiptOf(kept);
}

function isSame(one: DutyRecord, other: DutyRecord): boolean {
  return one.part === other.part && one.unit === other.unit && one.post === other.post;
}

function said({ part, unit, post, since }: DutyRecord) {
  return { part, unit, post, since };
}
