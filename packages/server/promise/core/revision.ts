import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { appliedTo } from './apply-revision.ts';
import { chosenByCongress, congressAuthority } from './congress.ts';
import { inForceOn } from './in-force.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { peopleOf, supervisorsIn, tellOf } from './notice.ts';
import { leads } from './participant.ts';
import { choice, closed, daySchema, lineSchema, uuidSchema } from './promise-draft.ts';
import type { RevisionRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { insertRevision, settleRevision } from './record.store.ts';
import { lockedBundle, requireDay, requireRunning } from './requirement.ts';
import { presentValue, requireRevisable } from './revised-value.ts';

const version = Type.Optional(Type.Integer({ minimum: 1 }));

/** Asks for a change of what was promised: before it is due, with a reason. What is asked changes nothing yet. */
export function askRevisionOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.askRevision',
    summary: { zh: '申请调整', en: 'Ask for a revision' },
    input: Type.Object(
      { id: uuidSchema, what: lineSchema(120), new: Type.Unknown(), reason: lineSchema(2000), version },
      closed,
    ),
    output: Type.Object({ ...promiseReceiptSchema.properties, revision: Type.String() }),
    touches: ({ id }) => [id],
    async run(ctx, { id, what, new: wanted, reason, version: seen }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, seen);
      requireRunning(bundle);
      const may =
        leads(services, world, bundle.promise) ||
        ctx.actor.kind === 'system' ||
        ['supervisor', 'report-editor', 'congress-officer'].includes(world.post?.role ?? '');
      if (!may) throw new HuyingError('access.denied');
      const inForce = inForceOn(bundle, world.today);
      const { value: old, due } = presentValue(inForce, what);
      requireRevisable(what, wanted, inForce);
      if (due !== null && world.today > due) throw new HuyingError('promise.askedTooLate', { due });
      const row: RevisionRecord = {
        id: ctx.id(),
        promise: id,
        what,
        old,
        new: wanted,
        reason,
        state: 'asked',
        authority: null,
        meeting: null,
        document: null,
        effectiveFrom: null,
        askedBy: ctx.actor.name,
        askedAccount: ctx.actor.account,
        askedAt: ctx.now,
        decidedBy: null,
        decidedAccount: null,
        decidedAt: null,
      };
      await insertRevision(ctx.tx, ctx.tenant, row);
      const kept = await keepPromise(ctx, services, world, bundle.promise, {
        what: 'revisionAsked',
        visibility: 'internal',
        body: { revision: row.id, revised: what, old, new: wanted, reason },
      });
      await tellOf(ctx, kept, supervisorsIn(ctx, world, kept), {
        what: 'revisionAsked',
        does: 'step',
        label: { zh: '申请调整', en: 'A revision is asked for' },
        key: `revision:${row.id}`,
      });
      return { ...receiptOf(kept), revision: row.id };
    },
  });
}

/** Decides a revision: another person than who asked, with the authority, the meeting and the day it takes effect. The original stays beside it. */
export function decideRevisionOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.decideRevision',
    summary: { zh: '决定调整', en: 'Decide a revision' },
    input: Type.Object(
      {
        id: uuidSchema,
        revision: uuidSchema,
        decision: choice('approved', 'refused'),
        authority: Type.Optional(lineSchema(200)),
        meeting: Type.Optional(lineSchema(200)),
        document: Type.Optional(lineSchema(200)),
        effectiveFrom: Type.Optional(daySchema),
        reason: Type.Optional(lineSchema(2000)),
        version,
      },
      closed,
    ),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, revision, decision, reason, version: seen, ...said }) {
      const world = await promiseWorldOf(ctx, services);
      await requireRole(ctx, 'district-leader', 'supervisor', 'congress-officer');
      const bundle = await lockedBundle(ctx, world, id, seen);
      const asked = bundle.revisions.find((one) => one.id === revision);
      if (asked === undefined) throw new HuyingError('promise.unknownPart');
      if (asked.state !== 'asked') throw new HuyingError('promise.revisionDecided', { who: asked.decidedBy ?? '' });
      if (asked.askedAccount !== null && asked.askedAccount === ctx.actor.account) {
        throw new HuyingError('promise.ownRevision');
      }
      const effectiveFrom = said.effectiveFrom ?? null;
      if (decision === 'approved') {
        if (said.authority === undefined || said.meeting === undefined || effectiveFrom === null) {
          throw new HuyingError('promise.authority');
        }
        const committee = congressAuthority(world);
        const isTheirs = said.authority.includes(committee) && (said.document ?? '').trim() !== '';
        if (!isTheirs && (await chosenByCongress(ctx, bundle.promise))) {
          throw new HuyingError('promise.congressAuthority', { number: bundle.promise.number, authority: committee });
        }
        requireDay(effectiveFrom);
      }
      const decided: RevisionRecord = {
        ...asked,
        state: decision,
        authority: said.authority ?? null,
        meeting: said.meeting ?? null,
        document: said.document ?? null,
        effectiveFrom,
        decidedBy: ctx.actor.name,
        decidedAccount: ctx.actor.account,
        decidedAt: ctx.now,
      };
      if (!(await settleRevision(ctx.tx, ctx.tenant, decided))) {
        throw new HuyingError('promise.revisionDecided', { who: '' });
      }
      const promise = await appliedTo(ctx, services, world, bundle, decided);
      const kept = await keepPromise(ctx, services, world, promise, {
        what: decision === 'approved' ? 'revisionApproved' : 'revisionRefused',
        visibility: decision === 'approved' ? 'public' : 'internal',
        body: {
          revision,
          revised: asked.what,
          old: asked.old,
          new: asked.new,
          ...said,
          reason: reason ?? asked.reason,
        },
      });
      await tellOf(ctx, kept, peopleOf(ctx, world, kept.leadUnit), {
        what: 'revisionDecided',
        does: 'step',
        label:
          decision === 'approved'
            ? { zh: '调整已获批准', en: 'The revision is approved' }
            : { zh: '调整未获批准', en: 'The revision is refused' },
        key: `revision:${revision}:decided`,
      });
      return receiptOf(kept);
    },
  });
}
