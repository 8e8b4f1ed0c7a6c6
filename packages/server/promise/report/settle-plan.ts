import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { isUniqueViolation } from '../../db/index.ts';
import { type Ctx, defineOperation, takeNumbers } from '../../ledger/index.ts';
import { issuePromises } from '../core/issue.ts';
import { closed, daySchema, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { commentsOf, linesOf, plansOfYear, replacePlans, sheetsOf, takeSilence } from './plan.store.ts';
import { contentOf, digestOf } from './plan-content.ts';
import { editedPlan, keepPlan } from './plan-desk.ts';
import { planReceiptSchema } from './plan-schema.ts';

const seen = { plan: uuidSchema, version: Type.Optional(Type.Integer({ minimum: 1 })) };

/** Whether a unit that does not answer in time agrees. */
export function silenceConsents({ setting }: Pick<PromiseWorld, 'setting'>): boolean {
  return setting('reports.silenceConsents', 'yes') === 'yes';
}

/** How a plan's document is numbered: {year} and {n} are filled in. */
export function numberPattern({ setting }: Pick<PromiseWorld, 'setting'>): string {
  return setting('reports.numberPattern', '府办〔{year}〕{n}号');
}

/** Records that the executive meeting decided on the plan, once all units have answered and every comment has its outcome. */
export function decidePlanOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.decidePlan',
    summary: { zh: '登记会议审定', en: 'Record the meeting’s decision' },
    input: Type.Object({ ...seen, meeting: lineSchema(200), decidedOn: daySchema }, closed),
    output: planReceiptSchema,
    async run(ctx, { plan: id, version, meeting, decidedOn }) {
      const plan = await editedPlan(ctx, { id, version }, 'consulting');
      const world = await promiseWorldOf(ctx, services);
      if (decidedOn > world.today) throw new HuyingError('report.meetingFuture', { date: decidedOn });
      await requireAnswers(ctx, world, id);
      const open = (await commentsOf(ctx.tx, ctx.tenant, id)).filter(({ outcome }) => outcome === null);
      if (open.length > 0) throw new HuyingError('report.commentsOpen', { count: open.length });
      const silent = await takeSilence(ctx.tx, ctx.tenant, id);
      return keepPlan(ctx, { ...plan, state: 'decided', meeting, decidedOn }, 'decided', {
        meeting,
        decidedOn,
        silent,
      });
    },
  });
}

/** @throws report.sheetsOpen where a unit may still answer, or must */
async function requireAnswers(ctx: Ctx, world: PromiseWorld, plan: string): Promise<void> {
  const waiting = (await sheetsOf(ctx.tx, ctx.tenant, plan)).filter(
    ({ answer, due }) => answer === null && (world.today <= due || !silenceConsents(world)),
  );
  const [first] = waiting;
  if (first === undefined) return;
  const { zh = '', en = '' } = world.org.unit(first.unit)?.name ?? {};
  throw new HuyingError('report.sheetsOpen', { count: waiting.length, unitZh: zh, unitEn: en });
}

/**
 * Issues the plan as a numbered document, frozen with its SHA-256. From that day its promises are issued and their clocks run; the edition
 * issued before is replaced.
 */
export function issuePlanOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.issuePlan',
    summary: { zh: '印发任务分解方案', en: 'Issue the decomposition plan' },
    input: Type.Object(
      { ...seen, issuedOn: Type.Optional(daySchema), document: Type.Optional(lineSchema(60)) },
      closed,
    ),
    output: planReceiptSchema,
    async run(ctx, { plan: id, version, ...input }) {
      const plan = await editedPlan(ctx, { id, version }, 'decided');
      const world = await promiseWorldOf(ctx, services);
      const issuedOn = input.issuedOn ?? world.today;
      if (plan.decidedOn !== null && issuedOn < plan.decidedOn) {
        throw new HuyingError('report.issueBeforeMeeting', { date: issuedOn, decided: plan.decidedOn });
      }
      const lines = await linesOf(ctx.tx, ctx.tenant, plan, world.today);
      const promises = lines.map(({ promise }) => promise);
      await issuePromises(ctx, services, promises, issuedOn);
      const document = input.document ?? (await nextDocument(ctx, services, world, issuedOn));
      const before = await plansOfYear(ctx.tx, ctx.tenant, plan.year);
      await replacePlans(
        ctx.tx,
        ctx.tenant,
        before.filter(({ state }) => state === 'issued').map((old) => old.id),
      );
      const issued = { ...plan, state: 'issued' as const, issuedOn, document };
      const frozen = contentOf(world, issued, lines);
      const digest = digestOf(frozen);
      try {
        const told = { document, issuedOn, digest, promises: promises.length };
        return await keepPlan(ctx, { ...issued, frozen, digest }, 'issued', told);
      } catch (error) {
        if (isUniqueViolation(error)) throw new HuyingError('report.documentTaken', { document });
        throw error;
      }
    },
  });
}

/** The next number of the year's series, 1, 2, 3 …; a number whose issue failed is lost, none is given twice. */
async function nextDocument(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  issuedOn: string,
): Promise<string> {
  const year = issuedOn.slice(0, 4);
  const [number = ''] = await takeNumbers(services.db, ctx.tenant, 'PLAN', `${year}-01-01`, 1);
  const n = Number(number.split('-').at(-1));
  return numberPattern(world).replace('{year}', year).replace('{n}', String(n));
}
