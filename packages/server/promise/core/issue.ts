import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { fixFirstDue } from './part.store.ts';
import { closed, daySchema, uuidSchema } from './promise-draft.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import { type PromiseReceipt, promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { lockedBundle, requireDay } from './requirement.ts';

export function issueOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.issue',
    summary: { zh: '印发目标任务', en: 'Issue promises to their units' },
    input: Type.Object({ ids: Type.Array(uuidSchema, { minItems: 1, maxItems: 1000 }), issuedOn: daySchema }, closed),
    output: Type.Object({ items: Type.Array(promiseReceiptSchema) }),
    async run(ctx, { ids, issuedOn }) {
      await requireRole(ctx, 'report-editor', 'supervisor');
      return { items: await issuePromises(ctx, services, ids, issuedOn) };
    },
  });
}

/**
 * Issues promises: from then on their clocks run, what they say changes by revision only, and the dates of their tasks stand as first dates.
 * One issued before stays as it is. A kind that declares a step `issue` goes on by it. Whoever calls has checked that the actor may.
 * @throws promise.unknown, promise.noLead, promise.day
 */
export async function issuePromises(
  ctx: Ctx,
  services: PromiseServices,
  ids: readonly string[],
  issuedOn: string,
): Promise<PromiseReceipt[]> {
  const world = await promiseWorldOf(ctx, services);
  requireDay(issuedOn, world.today);
  const issued: PromiseReceipt[] = [];
  // In one order everywhere, so that two issues of the same promises do not wait for each other.
  for (const id of [...new Set(ids)].sort()) {
    const { promise, duties } = await lockedBundle(ctx, world, id, undefined);
    if (promise.issuedOn !== null) {
      issued.push(receiptOf(promise));
      continue;
    }
    if (!duties.some(({ part, until }) => part === 'lead' && until === null)) {
      throw new HuyingError('promise.noLead', { number: promise.number, title: promise.title });
    }
    await fixFirstDue(ctx.tx, ctx.tenant, [id]);
    const step = kindOf(services, promise.kind).steps.issue;
    const state = step?.from.includes(promise.state) ? step.to : promise.state;
    const kept = await keepPromise(
      ctx,
      services,
      world,
      { ...promise, issuedOn, state },
      { what: 'issued', visibility: 'public', body: { issuedOn, due: promise.due } },
    );
    issued.push(receiptOf(kept));
  }
  return ids.flatMap((id) => issued.find((one) => one.id === id) ?? []);
}
