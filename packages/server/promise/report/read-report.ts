import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import type { Heading } from './clause-list.ts';
import { DISTRICT_LEADER, isEditor, worldOfReader } from './editor.ts';
import { itemViews } from './item-view.ts';
import { latestPlans } from './plan.store.ts';
import {
  clausesOfReport,
  itemsOfReport,
  listReports,
  progressOf,
  type ReportRecord,
  reportById,
  textOf,
} from './report.store.ts';
import {
  itemListSchema,
  type ReportRow,
  type ReportView,
  reportListSchema,
  reportViewSchema,
} from './report-schema.ts';

export function listReportsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.list',
    summary: { zh: '工作报告清单', en: 'Work reports' },
    input: Type.Object({}, closed),
    output: reportListSchema,
    async run(ctx) {
      const world = await promiseWorldOf(ctx, services);
      const { promises } = world;
      // Units work with the plans that come of a report, not with its review.
      if (promises.reach !== 'promises' || promises.units !== 'all') return { items: [], edits: false };
      const reports = await listReports(ctx.tx, ctx.tenant);
      const plans = await latestPlans(ctx.tx, ctx.tenant);
      const items: ReportRow[] = [];
      for (const report of reports) items.push(await rowOf(ctx, report, report.clauses, plans));
      return { items, edits: isEditor(ctx, world) };
    },
  });
}

/** The report with its text and its sentences. */
export function readReportOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.read',
    summary: { zh: '查看工作报告', en: 'Read a work report' },
    input: Type.Object({ report: uuidSchema }, closed),
    output: reportViewSchema,
    async run(ctx, { report: id }): Promise<ReportView> {
      const world = await worldOfReader(ctx, services);
      const report = await requireReport(ctx, id);
      const stored = await textOf(ctx.tx, ctx.tenant, id);
      const sentences = await clausesOfReport(ctx.tx, ctx.tenant, id);
      const plans = await latestPlans(ctx.tx, ctx.tenant);
      const { headings = [], findings = [] } = (stored?.reading ?? {}) as {
        readonly headings?: readonly Heading[];
        readonly findings?: ReportView['findings'];
      };
      const words = (path: string, zh: string) => services.product.words[path] ?? { zh, en: zh };
      return {
        ...(await rowOf(ctx, report, sentences.length, plans)),
        hash: report.hash,
        reader: report.reader,
        file: report.file,
        text: stored?.text ?? '',
        sentences,
        headings: [...headings],
        findings: findings.map(({ code, start, end, params }) => ({ code, start, end, params })),
        kinds: services.product.promises.map(({ id: kind, name }) => ({
          id: kind,
          name: words(`promises/${kind}`, name),
        })),
        leaders: leadersOf(ctx, world),
        edits: isEditor(ctx, world),
      };
    },
  });
}

/** What is to be decided about the report, and what was. */
export function listItemsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.items',
    summary: { zh: '审核项清单', en: 'Items of a report' },
    input: Type.Object({ report: uuidSchema }, closed),
    output: itemListSchema,
    async run(ctx, { report: id }) {
      const world = await worldOfReader(ctx, services);
      const { state } = await requireReport(ctx, id);
      const items = await itemViews(ctx, world, await itemsOfReport(ctx.tx, ctx.tenant, id));
      return { items, progress: await progressOf(ctx.tx, ctx.tenant, id), state };
    },
  });
}

/** @throws report.unknown */
export async function requireReport(ctx: Ctx, id: string): Promise<ReportRecord> {
  const report = await reportById(ctx.tx, ctx.tenant, id);
  if (report === undefined) throw new HuyingError('report.unknown');
  return report;
}

/** Leaders in office, each with the post in which they are in charge. */
export function leadersOf({ now }: Pick<Ctx, 'now'>, { org }: PromiseWorld): { post: string; name: string }[] {
  const held = org.holdersOf(DISTRICT_LEADER, {}, now).filter(({ as }) => as === 'holder');
  return held.map(({ account, post }) => ({ post: post.id, name: org.nameOf(account) ?? '' }));
}

async function rowOf(
  ctx: Ctx,
  report: ReportRecord,
  clauses: number,
  plans: Awaited<ReturnType<typeof latestPlans>>,
): Promise<ReportRow> {
  const { id, year, edition, title, place, state, replaces, uploadedBy, version } = report;
  return {
    id,
    year,
    edition,
    title,
    place,
    state,
    replaces,
    clauses,
    progress: await progressOf(ctx.tx, ctx.tenant, id),
    plan: plans.find((plan) => plan.report === id)?.plan ?? null,
    uploadedBy,
    uploadedAt: new Date(report.uploadedAt).toISOString(),
    version,
  };
}
