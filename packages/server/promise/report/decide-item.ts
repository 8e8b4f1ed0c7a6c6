import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { append, defineOperation } from '../../ledger/index.ts';
import { setDuties } from '../core/duties.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { ordersOf, requireLeader } from './editor.ts';
import { corrected, dutiesOf } from './item-draft.ts';
import { assignmentSchema, correctionSchema, decidedSchema, noSchema, reasonSchema } from './report-schema.ts';
import { answerOf, decide, openDesk, openItem, promiseOfItem } from './review.ts';

const which = { report: uuidSchema, no: noSchema, version: Type.Optional(Type.Integer({ minimum: 1 })) };

/** Takes an item as it was read, or as corrected, and makes the promise of it. */
export function acceptItemOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.accept',
    summary: { zh: '采纳审核项', en: 'Accept an item' },
    input: Type.Object(
      { ...which, corrections: Type.Optional(correctionSchema), assignment: Type.Optional(assignmentSchema) },
      closed,
    ),
    output: decidedSchema,
    async run(ctx, { report, corrections = {}, assignment = {}, ...seen }) {
      const desk = await openDesk(ctx, services, report);
      const item = await openItem(ctx, desk, seen, 'open');
      const wanted = corrected(item.proposed, corrections);
      const promise = await promiseOfItem(ctx, desk, item.clauses, wanted, assignment);
      const decision = Object.keys(corrections).length === 0 ? 'accepted' : 'corrected';
      await decide(ctx, desk, item, { decision, promise }, { corrections, assignment });
      return answerOf(ctx, desk, item.no);
    },
  });
}

/** Leaves an item out, for a reason that stays on record. */
export function dismissItemOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.dismiss',
    summary: { zh: '剔除审核项', en: 'Dismiss an item' },
    input: Type.Object({ ...which, reason: reasonSchema }, closed),
    output: decidedSchema,
    async run(ctx, { report, reason, ...seen }) {
      const desk = await openDesk(ctx, services, report);
      const item = await openItem(ctx, desk, seen, 'open');
      await decide(ctx, desk, item, { decision: 'dismissed', reason });
      return answerOf(ctx, desk, item.no);
    },
  });
}

/** Takes up again what was dismissed, or tied to a project that has not become one. */
export function reopenItemOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.reopen',
    summary: { zh: '恢复审核项', en: 'Take an item up again' },
    input: Type.Object(which, closed),
    output: decidedSchema,
    async run(ctx, { report, ...seen }) {
      const desk = await openDesk(ctx, services, report);
      const item = await openItem(ctx, desk, seen, 'dismissed', 'accepted');
      if (item.decision === 'accepted' && (item.candidate === null || item.promise !== null)) {
        throw new HuyingError('report.itemDecided', { no: item.no });
      }
      await decide(ctx, desk, item, { decision: 'open' });
      return answerOf(ctx, desk, item.no);
    },
  });
}

/** Says who answers for an accepted item: lead, assisting units, leader in charge. */
export function assignItemOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.assign',
    summary: { zh: '明确责任单位', en: 'Say who answers for an item' },
    input: Type.Object({ ...which, assignment: assignmentSchema, reason: Type.Optional(reasonSchema) }, closed),
    output: decidedSchema,
    async run(ctx, { report, assignment, reason = '审核台明确责任', ...seen }) {
      const desk = await openDesk(ctx, services, report);
      const item = await openItem(ctx, desk, seen, 'accepted', 'corrected');
      if (item.promise === null) throw new HuyingError('report.itemDecided', { no: item.no });
      requireLeader(desk.world, assignment.leader, ctx.now);
      await setDuties(ctx, services, item.promise, dutiesOf(assignment, { isOrdered: ordersOf(desk.world) }), reason);
      append(ctx, {
        subject: desk.report.id,
        kind: 'report',
        what: 'assigned',
        visibility: 'internal',
        body: { no: item.no, promise: item.promise, assignment },
      });
      return answerOf(ctx, desk, item.no);
    },
  });
}
