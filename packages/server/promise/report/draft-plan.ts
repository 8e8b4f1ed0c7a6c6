import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { findTenant } from '../../tenant/index.ts';
import { changePromise } from '../core/change.ts';
import { setDuties } from '../core/duties.ts';
import { closed, daySchema, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { ordersOf, requireLeader } from './editor.ts';
import { dutiesOf } from './item-draft.ts';
import { insertLines, insertPlan, linesOf, plansOfYear, promisesOfReport, replacePlans } from './plan.store.ts';
import { editedPlan, keepPlan, receiptOf } from './plan-desk.ts';
import { planReceiptSchema } from './plan-schema.ts';
import { progressOf } from './report.store.ts';
import { assignmentSchema, reasonSchema } from './report-schema.ts';
import { openDesk } from './review.ts';

/** Drafts the plan of a reviewed report; after one was issued, its next edition. */
export function draftPlanOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.draftPlan',
    summary: { zh: '起草任务分解方案', en: 'Draft the decomposition plan' },
    input: Type.Object({ report: uuidSchema, title: Type.Optional(lineSchema(200)) }, closed),
    output: planReceiptSchema,
    async run(ctx, input) {
      const { report } = await openDesk(ctx, services, input.report);
      const { open: left } = await progressOf(ctx.tx, ctx.tenant, report.id);
      if (left > 0) throw new HuyingError('report.itemsOpen', { count: left });
      const before = await plansOfYear(ctx.tx, ctx.tenant, report.year);
      const open = before.filter(({ state }) => state !== 'issued' && state !== 'replaced');
      if (open.some((plan) => plan.report === report.id)) throw new HuyingError('report.planOpen');
      const promises = await promisesOfReport(ctx.tx, ctx.tenant, report.id);
      if (promises.length === 0) throw new HuyingError('report.planEmpty');
      const id = ctx.id();
      const edition = (before[0]?.edition ?? 0) + 1;
      const title = input.title ?? (await usualTitle(ctx, report.year));
      // A plan of an edition that was replaced goes no further: its sentences are no longer the report's.
      const withdrawn = open.map((plan) => plan.id);
      await replacePlans(ctx.tx, ctx.tenant, withdrawn);
      await insertPlan(ctx.tx, ctx.tenant, { id, report: report.id, edition, title }, ctx.now);
      const lines = byLeader(promises).map((promise, index) => ({
        promise: promise.id,
        no: index + 1,
        leader: promise.leader,
      }));
      await insertLines(ctx.tx, ctx.tenant, id, lines);
      append(ctx, {
        subject: id,
        kind: 'plan',
        what: 'drafted',
        visibility: 'internal',
        body: {
          report: report.id,
          year: report.year,
          edition,
          title,
          withdrawn,
          promises: lines.map(({ promise }) => promise),
        },
      });
      return receiptOf(ctx, id);
    },
  });
}

async function usualTitle(ctx: Ctx, year: number): Promise<string> {
  const district = await findTenant(ctx.tx, ctx.tenant);
  return `${year}年${district?.name.zh ?? ''}《政府工作报告》主要目标和任务分解方案`;
}

/** Lines of one leader stand together, in the order in which the report first speaks of theirs; those without one come last. */
function byLeader<T extends { readonly leader: string | null }>(promises: readonly T[]): readonly T[] {
  const order = [...new Set(promises.map(({ leader }) => leader))].sort(
    (a, b) => Number(a === null) - Number(b === null),
  );
  return order.flatMap((leader) => promises.filter((promise) => promise.leader === leader));
}

/** Changes what a line says or who answers for it, before the plan is decided; what was issued before changes by revision only. */
export function changeLineOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.changeLine',
    summary: { zh: '修改方案中的一项', en: 'Change a line of the plan' },
    input: Type.Object(
      {
        plan: uuidSchema,
        promise: uuidSchema,
        version: Type.Optional(Type.Integer({ minimum: 1 })),
        title: Type.Optional(lineSchema(200)),
        measure: Type.Optional(Type.Union([lineSchema(400), Type.Null()])),
        due: Type.Optional(Type.Union([daySchema, Type.Null()])),
        assignment: Type.Optional(assignmentSchema),
        reason: Type.Optional(reasonSchema),
      },
      closed,
    ),
    output: planReceiptSchema,
    async run(ctx, input) {
      const { promise, assignment, title, measure, due, reason = '分解方案调整' } = input;
      const plan = await editedPlan(ctx, { id: input.plan, version: input.version }, 'drafting', 'consulting');
      const world = await promiseWorldOf(ctx, services);
      const lines = await linesOf(ctx.tx, ctx.tenant, plan, world.today);
      if (lines.every((line) => line.promise !== promise)) throw new HuyingError('report.planUnknown');
      const patch = {
        ...(title === undefined ? {} : { title }),
        ...(measure === undefined ? {} : { measure }),
        ...(due === undefined ? {} : { due }),
      };
      if (Object.keys(patch).length > 0) await changePromise(ctx, services, promise, patch);
      if (assignment !== undefined) {
        requireLeader(world, assignment.leader, ctx.now);
        await setDuties(ctx, services, promise, dutiesOf(assignment, { isOrdered: ordersOf(world) }), reason);
      }
      return keepPlan(ctx, plan, 'line', { promise, patch, assignment: assignment ?? null, reason });
    },
  });
}
