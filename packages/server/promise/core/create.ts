import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import { append, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { loadBundle } from './bundle.ts';
import { indicatorRows } from './indicator-row.ts';
import { refigured } from './keep.ts';
import { kindData } from './kind-data.ts';
import { insertDuties, insertTasks, knownClauses, putIndicators, setClauses } from './part.store.ts';
import { type PromiseDraft, promiseDraftSchema } from './promise-draft.ts';
import type { PromiseRecord } from './promise-record.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import { type PromiseReceipt, promiseReceiptSchema } from './promise-view.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { dutyRows, involvedIn, requireDutyHolders } from './responsibility.ts';
import { insertPromise } from './store.ts';
import { taskRows } from './task-row.ts';

/** Who drafts promises: those who write the report, supervise, keep the figures, or see to what the congress chose. */
export const DRAFTERS = ['report-editor', 'supervisor', 'statistician', 'congress-officer'] as const;

export function createOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.create',
    summary: { zh: '登记目标任务', en: 'Draft a promise' },
    input: promiseDraftSchema,
    output: promiseReceiptSchema,
    async run(ctx, draft) {
      await requireRole(ctx, ...DRAFTERS);
      return createPromise(ctx, services, draft);
    },
  });
}

/**
 * Makes a promise, not yet issued, in the transaction of the context, with its ledger row; whoever calls has checked that the actor may.
 * @throws promise.unknownKind, .clauses, .day, .indicator, .duty, .data; org.unitUnknown
 */
export async function createPromise(ctx: Ctx, services: PromiseServices, draft: PromiseDraft): Promise<PromiseReceipt> {
  const world = await promiseWorldOf(ctx, services);
  const kind = kindOf(services, draft.kind);
  const id = ctx.id();
  const duties = dutyRows(ctx, world, id, draft.duties ?? [], draft.year);
  requireDutyHolders(world, duties);
  const promise: PromiseRecord = {
    ...EMPTY,
    id,
    number: await ctx.number(kind.numberPrefix, `${draft.year}-01-01`),
    year: draft.year,
    kind: kind.id,
    state: kind.opens,
    report: draft.report ?? null,
    title: draft.title,
    deliverable: draft.deliverable ?? null,
    measure: draft.measure ?? null,
    due: draft.due ?? null,
    dueWords: draft.dueWords ?? null,
    firmness: draft.firmness ?? 'plain',
    section: draft.section ?? null,
    domain: draft.domain ?? null,
    weight: draft.weight ?? 1,
    area: draft.place?.area ?? areaAt(world, draft.place),
    longitude: draft.place?.longitude ?? null,
    latitude: draft.place?.latitude ?? null,
    data: kindData(kind, draft.data ?? {}),
    createdAt: ctx.now,
    changedAt: ctx.now,
  };
  const tasks = taskRows(ctx, promise, draft.tasks ?? []);
  const indicators = indicatorRows(promise, kind, draft.indicators ?? []);
  await requireClauses(ctx, draft);
  const whole = { ...promise, ...involvedIn(duties, tasks, world.today) };
  await insertPromise(ctx.tx, ctx.tenant, whole);
  await insertDuties(ctx.tx, ctx.tenant, duties);
  await putIndicators(ctx.tx, ctx.tenant, indicators);
  await insertTasks(ctx.tx, ctx.tenant, tasks);
  if (draft.report !== undefined) await setClauses(ctx.tx, ctx.tenant, id, draft.report, draft.clauses ?? []);
  append(ctx, {
    subject: id,
    kind: 'promise',
    what: 'drafted',
    visibility: 'internal',
    body: { number: whole.number, draft, by: standingOf(world) },
  });
  const bundle = await loadBundle(ctx, whole);
  const { version, number, state } = await refigured(ctx, services, world, bundle);
  return { id, number, version, state };
}

/** In which unit and role somebody acted, for the ledger. */
export function standingOf({
  post,
}: Pick<PromiseWorld, 'post'>): { readonly unit: string; readonly role: string } | null {
  return post === undefined ? null : { unit: post.unit, role: post.role };
}

async function requireClauses(ctx: Ctx, { report, clauses = [] }: PromiseDraft): Promise<void> {
  if (clauses.length === 0) return;
  const distinct = [...new Set(clauses)];
  const known = report === undefined ? 0 : await knownClauses(ctx.tx, ctx.tenant, report, distinct);
  if (known < distinct.length) throw new HuyingError('promise.clauses');
}

function areaAt(world: PromiseWorld, place: PromiseDraft['place']): string | null {
  if (place?.longitude === undefined || place.latitude === undefined) return null;
  const at = world.registry.areas(world.context.now).locate(place.longitude, place.latitude);
  return at?.cell ?? at?.community ?? at?.street ?? null;
}

const EMPTY = {
  issuedOn: null,
  doneOn: null,
  official: 'not-started',
  evidence: 'none',
  schedule: 'not-due',
  light: null,
  lightRule: null,
  lightInputs: null,
  lightAt: null,
  rate: null,
  expected: null,
  sparkline: [],
  path: [],
  disagreements: [],
  leadUnit: null,
  leader: null,
  involved: [],
  publishedAt: null,
  version: 1,
  endedAt: null,
} as const;
