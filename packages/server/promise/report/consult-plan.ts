import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { peopleOf, tellOf } from '../core/notice.ts';
import { choice, closed, daySchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { ANSWERERS, ordersOf } from './editor.ts';
import {
  answerSheet,
  insertComments,
  insertSheets,
  type LineRecord,
  linesOf,
  type PlanRecord,
  type SheetRecord,
  settleComment,
  sheetsOf,
} from './plan.store.ts';
import { unitsOf } from './plan-content.ts';
import { editedPlan, keepPlan, planIn } from './plan-desk.ts';
import { planReceiptSchema } from './plan-schema.ts';

const seen = { plan: uuidSchema, version: Type.Optional(Type.Integer({ minimum: 1 })) };
const remarkSchema = Type.String({ minLength: 2, maxLength: 1000, pattern: '\\S' });

/** Sends each unit its sheet; again, to the units that came in since. */
export function sendPlanOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.sendPlan',
    summary: { zh: '征求单位意见', en: 'Ask the units for comments' },
    input: Type.Object({ ...seen, due: daySchema }, closed),
    output: planReceiptSchema,
    async run(ctx, { plan: id, version, due }) {
      const plan = await editedPlan(ctx, { id, version }, 'drafting', 'consulting');
      const world = await promiseWorldOf(ctx, services);
      if (due < world.today) throw new HuyingError('report.planDue', { due });
      const lines = await linesOf(ctx.tx, ctx.tenant, plan, world.today);
      requireLed(lines);
      const known = new Set((await sheetsOf(ctx.tx, ctx.tenant, id)).map(({ unit }) => unit));
      const sheets = unitsIn(lines)
        .filter((unit) => !known.has(unit))
        .map((unit) => ({ unit, manner: ordersOf(world)(unit) ? 'order' : 'ask' }));
      await insertSheets(ctx.tx, ctx.tenant, id, sheets, { at: ctx.now, due });
      for (const { unit } of sheets) await tellOfSheet(ctx, world, plan, unit, due);
      const commentsDue = plan.commentsDue !== null && plan.commentsDue > due ? plan.commentsDue : due;
      return keepPlan(ctx, { ...plan, state: 'consulting', commentsDue }, 'sent', { due, sheets });
    },
  });
}

/** The people of a unit learn that its sheet waits for their answer. */
async function tellOfSheet(ctx: Ctx, world: PromiseWorld, plan: PlanRecord, unit: string, due: string): Promise<void> {
  await tellOf(
    ctx,
    { id: plan.id, number: '', title: plan.title },
    peopleOf(ctx, world, unit),
    {
      what: 'planSent',
      does: 'step',
      label: { zh: `请于${due}前反馈意见`, en: `Comments are asked for by ${due}` },
      key: `sheet:${unit}`,
    },
    'plan',
  );
}

/** @throws report.planUnled */
function requireLed(lines: readonly LineRecord[]): void {
  const unled = lines.filter((line) => unitsOf(line).lead === null);
  const [first] = unled;
  if (first !== undefined) throw new HuyingError('report.planUnled', { count: unled.length, title: first.title });
}

function unitsIn(lines: readonly LineRecord[]): readonly string[] {
  return [
    ...new Set(
      lines.flatMap((line) => {
        const { lead, others } = unitsOf(line);
        return lead === null ? others : [lead, ...others];
      }),
    ),
  ];
}

/** A unit answers its sheet: it agrees, or says what should change in which of its lines. */
export function answerPlanOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.answerPlan',
    summary: { zh: '反馈意见', en: 'Answer the sheet of one’s unit' },
    input: Type.Object(
      {
        plan: uuidSchema,
        comments: Type.Array(
          Type.Object({ promise: Type.Union([uuidSchema, Type.Null()]), words: remarkSchema }, closed),
          { maxItems: 200 },
        ),
      },
      closed,
    ),
    output: planReceiptSchema,
    async run(ctx, { plan: id, comments }) {
      const world = await promiseWorldOf(ctx, services);
      const sheet = mySheet(world, await sheetsOf(ctx.tx, ctx.tenant, id));
      if (sheet === undefined) throw new HuyingError('report.notYourSheet');
      const plan = await planIn(ctx, { id }, 'consulting');
      if (world.today > sheet.due) throw new HuyingError('report.planLate', { due: sheet.due });
      await requireOwnLines(ctx, world, plan, sheet.unit, comments);
      const answer = comments.length > 0 || sheet.answer === 'comments' ? ('comments' as const) : ('agreed' as const);
      const by = ctx.actor.name;
      await insertComments(
        ctx.tx,
        ctx.tenant,
        id,
        comments.map((comment) => ({ ...comment, id: ctx.id(), unit: sheet.unit, by, at: ctx.now })),
      );
      await answerSheet(ctx.tx, ctx.tenant, id, sheet.unit, { answer, by, at: ctx.now });
      return keepPlan(ctx, plan, 'answered', { unit: sheet.unit, answer, comments });
    },
  });
}

/** The sheet of the unit in whose name somebody may answer. */
export function mySheet({ post }: Pick<PromiseWorld, 'post'>, sheets: readonly SheetRecord[]): SheetRecord | undefined {
  if (post === undefined || !ANSWERERS.includes(post.role)) return undefined;
  return sheets.find(({ unit }) => unit === post.unit);
}

/** @throws report.notYourLine */
async function requireOwnLines(
  ctx: Ctx,
  world: PromiseWorld,
  plan: PlanRecord,
  unit: string,
  comments: readonly { readonly promise: string | null }[],
): Promise<void> {
  const lines = await linesOf(ctx.tx, ctx.tenant, plan, world.today);
  for (const { promise } of comments) {
    if (promise === null) continue;
    const line = lines.find((one) => one.promise === promise);
    if (line === undefined || !unitsIn([line]).includes(unit)) throw new HuyingError('report.notYourLine');
  }
}

/** Says what became of a comment, and why; said again, it is corrected. */
export function settleCommentOperation() {
  return defineOperation({
    name: 'report.settleComment',
    summary: { zh: '填写意见采纳情况', en: 'Say what became of a comment' },
    input: Type.Object(
      { ...seen, comment: uuidSchema, outcome: choice('taken', 'partly', 'declined'), reply: remarkSchema },
      closed,
    ),
    output: planReceiptSchema,
    async run(ctx, { plan: id, version, comment, outcome, reply }) {
      const plan = await editedPlan(ctx, { id, version }, 'consulting');
      const settled = { outcome, reply, by: ctx.actor.name, at: ctx.now };
      if (!(await settleComment(ctx.tx, ctx.tenant, id, comment, settled)))
        throw new HuyingError('report.commentUnknown');
      return keepPlan(ctx, plan, 'settled', { comment, outcome, reply });
    },
  });
}
