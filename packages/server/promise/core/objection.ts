import { HuyingError } from '@huying/kit/error';
import { daysLater } from '@huying/kit/promise';
import { Type } from 'typebox';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { peopleOf, supervisorsIn, tellOf } from './notice.ts';
import { leads } from './participant.ts';
import { closed, lineSchema, uuidSchema } from './promise-draft.ts';
import type { ObjectionRecord, PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { answerObjectionRow, insertObjection, lockObjection } from './record.store.ts';
import { lockedBundle } from './requirement.ts';
import { lockPromise } from './store.ts';

/** Anybody may object to what is published of a promise; who it was is sealed, and an answer is due in days. */
export function objectOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.object',
    summary: { zh: '对公示内容提出异议', en: 'Object to what is published' },
    input: Type.Object(
      {
        id: uuidSchema,
        words: lineSchema(2000),
        /** Name, telephone, whatever they give; nobody must give any. */
        who: Type.Optional(lineSchema(200)),
      },
      closed,
    ),
    output: Type.Object({ objection: Type.String(), due: Type.String() }),
    async run(ctx, { id, words, who }) {
      const world = await promiseWorldOf(ctx, services);
      if (world.promises.reach === 'none') throw new HuyingError('promise.unknown');
      const promise = await lockPromise(ctx.tx, ctx.tenant, id);
      if (promise === undefined || (ctx.actor.kind === 'public' && promise.publishedAt === null)) {
        throw new HuyingError('promise.unknown');
      }
      if (promise.publishedAt === null) throw new HuyingError('promise.notPublished', { number: promise.number });
      const objection = ctx.id();
      const row: ObjectionRecord = {
        id: objection,
        promise: id,
        who: who === undefined ? null : await sealed(ctx, services, objection, who),
        words,
        raisedAt: ctx.now,
        due: daysLater(world.today, Number(world.setting('promise.objectionDays', 7))),
        answer: null,
        answeredBy: null,
        answeredAt: null,
      };
      await insertObjection(ctx.tx, ctx.tenant, row);
      append(ctx, {
        subject: id,
        kind: 'promise',
        what: 'objected',
        visibility: 'internal',
        body: { objection, words, due: row.due, who: row.who },
      });
      await tellSupervisors(ctx, world, promise, objection);
      return { objection, due: row.due };
    },
  });
}

/** Answers an objection, in public. */
export function answerObjectionOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.answerObjection',
    summary: { zh: '答复异议', en: 'Answer an objection' },
    input: Type.Object({ id: uuidSchema, objection: uuidSchema, answer: lineSchema(4000) }, closed),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, objection, answer }) {
      const world = await promiseWorldOf(ctx, services);
      const { promise } = await lockedBundle(ctx, world, id, undefined);
      if (!leads(services, world, promise)) await requireRole(ctx, 'supervisor', 'report-editor', 'congress-officer');
      const row = await lockObjection(ctx.tx, ctx.tenant, objection);
      if (row === undefined || row.promise !== id) throw new HuyingError('promise.unknownPart');
      if (row.answeredAt !== null) throw new HuyingError('promise.objectionAnswered', { who: row.answeredBy ?? '' });
      await answerObjectionRow(ctx.tx, ctx.tenant, {
        ...row,
        answer,
        answeredBy: ctx.actor.name,
        answeredAt: ctx.now,
      });
      const kept = await keepPromise(ctx, services, world, promise, {
        what: 'objectionAnswered',
        visibility: 'public',
        body: { objection, words: row.words, answer },
      });
      return receiptOf(kept);
    },
  });
}

async function sealed(ctx: Ctx, services: PromiseServices, subject: string, who: string) {
  return { sealed: (await services.keyring.encryptFor(ctx, subject, who)).toString('base64') };
}

async function tellSupervisors(
  ctx: Ctx,
  world: Awaited<ReturnType<typeof promiseWorldOf>>,
  promise: PromiseRecord,
  objection: string,
): Promise<void> {
  await tellOf(ctx, promise, [...supervisorsIn(ctx, world, promise), ...peopleOf(ctx, world, promise.leadUnit)], {
    what: 'objected',
    does: 'step',
    label: { zh: '收到公示异议', en: 'Somebody objects to what is published' },
    key: `objection:${objection}`,
  });
}
