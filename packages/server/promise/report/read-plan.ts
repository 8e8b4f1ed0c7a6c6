import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { mySheet } from './consult-plan.ts';
import { isEditor, ordersOf } from './editor.ts';
import {
  allPlans,
  type CommentRecord,
  commentsOf,
  type LineRecord,
  linesOf,
  type PlanRecord,
  planById,
  plansForUnits,
  plansOfYear,
  type SheetRecord,
  sheetsOf,
} from './plan.store.ts';
import { contentNow, dueText, leaderOf, type PlanContent, targetText, unitsOf } from './plan-content.ts';
import { type PlanRow, type PlanView, planRowSchema, planViewSchema } from './plan-schema.ts';
import { leadersOf } from './read-report.ts';
import { numberPattern, silenceConsents } from './settle-plan.ts';

/** Plans within reach: all of them, or those sent to the reader's units and those issued. */
export function listPlansOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.plans',
    summary: { zh: '任务分解方案清单', en: 'Decomposition plans' },
    input: Type.Object({}, closed),
    output: Type.Object({ items: Type.Array(planRowSchema) }),
    async run(ctx) {
      const world = await promiseWorldOf(ctx, services);
      const { promises } = world;
      if (promises.reach !== 'promises') return { items: [] };
      const plans =
        promises.units === 'all'
          ? await allPlans(ctx.tx, ctx.tenant)
          : await plansForUnits(ctx.tx, ctx.tenant, promises.units);
      const items: PlanRow[] = [];
      for (const plan of plans) {
        const sheets = plan.state === 'consulting' ? await sheetsOf(ctx.tx, ctx.tenant, plan.id) : [];
        items.push({ ...headOf(plan), awaits: mySheet(world, sheets)?.answer === null });
      }
      return { items };
    },
  });
}

/** A plan with its sheets and comments; before it is issued a unit sees its own lines and comments only. */
export function readPlanOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.readPlan',
    summary: { zh: '查看任务分解方案', en: 'Read a decomposition plan' },
    input: Type.Object({ plan: uuidSchema }, closed),
    output: planViewSchema,
    async run(ctx, { plan: id }) {
      const { plan, world, units } = await readablePlan(ctx, services, id);
      const sheets = await sheetsOf(ctx.tx, ctx.tenant, id);
      const isMine = (unit: string) => units === 'all' || units.includes(unit);
      const comments = (await commentsOf(ctx.tx, ctx.tenant, id)).filter(({ unit }) => isMine(unit));
      const all = await linesOf(ctx.tx, ctx.tenant, plan, world.today);
      const isOpen = plan.state === 'issued' || plan.state === 'replaced';
      const lines = all.filter(({ involved }) => units === 'all' || isOpen || involved.some(isMine));
      const own = sheets.filter(({ unit }) => isMine(unit));
      const mine = mySheet(world, sheets);
      return {
        ...headOf(plan),
        count: all.length,
        hidden: all.length - lines.length,
        lines: lineViews(world, plan, lines, comments),
        sheets: own.map((sheet) => sheetView(world, sheet, all)),
        comments: comments.map((comment) => commentView(world, comment)),
        editions: (await plansOfYear(ctx.tx, ctx.tenant, plan.year)).map((one) => {
          const { edition, state, document, issuedOn } = one;
          return { id: one.id, edition, state, document, issuedOn };
        }),
        leaders: isEditor(ctx, world) ? leadersOf(ctx, world) : [],
        may: stepsOf(ctx, world, plan, mine),
        mine: mine?.unit ?? null,
        silenceConsents: silenceConsents(world),
        pattern: numberPattern(world),
      };
    },
  });
}

/** The plan's content as it is printed, for whoever may read the whole plan. @throws report.planUnknown */
export async function planContent(
  ctx: Ctx,
  services: PromiseServices,
  id: string,
): Promise<PlanContent & { readonly digest: string | null }> {
  const { plan, world, units } = await readablePlan(ctx, services, id);
  const isOpen = plan.state === 'issued' || plan.state === 'replaced';
  if (units !== 'all' && !isOpen) throw new HuyingError('report.planUnknown');
  return { ...(await contentNow(ctx, world, plan)), digest: plan.digest };
}

/** A plan if the reader may see it: all who see all promises, units it was sent to, and every unit once it is issued. */
async function readablePlan(
  ctx: Ctx,
  services: PromiseServices,
  id: string,
): Promise<{ plan: PlanRecord; world: PromiseWorld; units: 'all' | readonly string[] }> {
  const world = await promiseWorldOf(ctx, services);
  const plan = await planById(ctx.tx, ctx.tenant, id);
  const { promises } = world;
  if (plan === undefined || promises.reach !== 'promises') throw new HuyingError('report.planUnknown');
  const { units } = promises;
  if (units !== 'all' && plan.state !== 'issued' && plan.state !== 'replaced') {
    const sheets = await sheetsOf(ctx.tx, ctx.tenant, id);
    if (!sheets.some(({ unit }) => units.includes(unit))) throw new HuyingError('report.planUnknown');
  }
  return { plan, world, units };
}

function headOf({ frozen: _, ...head }: PlanRecord): Omit<PlanRecord, 'frozen'> {
  return head;
}

function stepsOf(ctx: Ctx, world: PromiseWorld, { state }: PlanRecord, mine: SheetRecord | undefined): PlanView['may'] {
  const may: PlanView['may'] = [];
  if (mine !== undefined && state === 'consulting' && world.today <= mine.due) may.push('answer');
  if (!isEditor(ctx, world)) return may;
  switch (state) {
    case 'drafting':
      return [...may, 'change', 'send'];
    case 'consulting':
      return [...may, 'change', 'send', 'settle', 'decide'];
    case 'decided':
      return [...may, 'issue'];
    case 'issued':
      return [...may, 'revise'];
    case 'replaced':
      return may;
    default:
      return state satisfies never;
  }
}

function lineViews(
  world: PromiseWorld,
  plan: PlanRecord,
  lines: readonly LineRecord[],
  comments: readonly CommentRecord[],
): PlanView['lines'] {
  const isOrdered = ordersOf(world);
  const frozen = new Map(plan.frozen?.sections.flatMap((section) => section.lines).map((line) => [line.promise, line]));
  const named = (unit: string) => ({ id: unit, name: world.org.unit(unit)?.name ?? { zh: '', en: '' } });
  const views = lines.map((line) => {
    const { lead, others } = unitsOf(line);
    const leader = leaderOf(line);
    // What was issued is shown as it was issued, whatever became of the promise since.
    const issued = frozen.get(line.promise);
    return {
      no: issued?.no ?? line.no,
      promise: line.promise,
      number: line.number,
      task: issued?.task ?? line.title,
      target: issued?.target ?? targetText(line),
      lead: lead === null ? null : named(lead),
      assisting: others.map(named),
      asked: [lead, ...others].flatMap((unit) => (unit === null || isOrdered(unit) ? [] : [unit])),
      leader: leader === null ? null : { post: leader, name: world.org.holderName(leader) ?? '' },
      due: issued === undefined ? line.due : issued.due,
      dueText: issued?.dueText ?? dueText(line),
      sources: [...line.sources],
      comments: comments.filter(({ promise }) => promise === line.promise).length,
    };
  });
  return views.sort((a, b) => a.no - b.no);
}

function sheetView(world: PromiseWorld, sheet: SheetRecord, lines: readonly LineRecord[]): PlanView['sheets'][number] {
  const { unit, sentAt, answeredAt, ...rest } = sheet;
  return {
    ...rest,
    unit: { id: unit, name: world.org.unit(unit)?.name ?? { zh: '', en: '' } },
    lines: lines.filter(({ involved }) => involved.includes(unit)).length,
    sentAt: new Date(sentAt).toISOString(),
    answeredAt: answeredAt === null ? null : new Date(answeredAt).toISOString(),
  };
}

function commentView(world: PromiseWorld, comment: CommentRecord): PlanView['comments'][number] {
  const { unit, at, repliedAt: _, ...rest } = comment;
  return {
    ...rest,
    unit: { id: unit, name: world.org.unit(unit)?.name ?? { zh: '', en: '' } },
    at: new Date(at).toISOString(),
  };
}
