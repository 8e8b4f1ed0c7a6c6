import { HuyingError, type Words } from '@huying/kit/error';
import { append, type Ctx } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { REPORT_EDITOR } from './editor.ts';
import { lockPlan, type PlanRecord, type PlanState, planById, updatePlan } from './plan.store.ts';
import type { PlanReceipt } from './plan-schema.ts';

const stateNames: Readonly<Record<PlanState, Words>> = {
  drafting: { zh: '起草', en: 'being drafted' },
  consulting: { zh: '征求意见', en: 'out for comments' },
  decided: { zh: '已审定', en: 'decided' },
  issued: { zh: '已印发', en: 'issued' },
  replaced: { zh: '已被新版替代', en: 'replaced' },
};

/** A plan the report's editor works on, locked, in one of the states that allow it. @throws org.roleRequired and as `planIn` */
export async function editedPlan(
  ctx: Ctx,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  ...states: readonly PlanState[]
): Promise<PlanRecord> {
  await requireRole(ctx, REPORT_EDITOR);
  return planIn(ctx, { id, version }, ...states);
}

/** @throws report.planUnknown, .planStale, .planState */
export async function planIn(
  ctx: Ctx,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  ...states: readonly PlanState[]
): Promise<PlanRecord> {
  const plan = await lockPlan(ctx.tx, ctx.tenant, id);
  if (plan === undefined) throw new HuyingError('report.planUnknown');
  if (version !== undefined && version !== plan.version) throw new HuyingError('report.planStale');
  if (!states.includes(plan.state)) {
    const { zh, en } = stateNames[plan.state];
    throw new HuyingError('report.planState', { stateZh: zh, stateEn: en });
  }
  return plan;
}

/** Keeps a changed plan, with its ledger row. */
export async function keepPlan(
  ctx: Ctx,
  plan: PlanRecord,
  what: string,
  body: Readonly<Record<string, unknown>>,
): Promise<PlanReceipt> {
  await updatePlan(ctx.tx, ctx.tenant, plan, plan.state === 'issued' ? ctx.now : null);
  append(ctx, { subject: plan.id, kind: 'plan', what, visibility: 'internal', body });
  return receiptOf(ctx, plan.id);
}

export async function receiptOf(ctx: Ctx, id: string): Promise<PlanReceipt> {
  const plan = await planById(ctx.tx, ctx.tenant, id);
  if (plan === undefined) throw new HuyingError('report.planUnknown');
  const { edition, state, document, digest, version } = plan;
  return { id, edition, state, document, digest, version };
}
