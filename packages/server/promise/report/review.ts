import { HuyingError } from '@huying/kit/error';
import { append, type Ctx } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { createPromise } from '../core/create.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { ordersOf, REPORT_EDITOR, requireLeader } from './editor.ts';
import { type DraftFrame, promiseDraftOf } from './item-draft.ts';
import { itemViews } from './item-view.ts';
import {
  type Decision,
  decideItem,
  type ItemRecord,
  itemByNo,
  latestEdition,
  lockReport,
  progressOf,
  type ReportRecord,
  setReportState,
} from './report.store.ts';
import type { Assignment, Decided, ProposedView } from './report-schema.ts';

/** A report under review, locked, with the district around it. */
export interface Desk {
  readonly services: PromiseServices;
  readonly world: PromiseWorld;
  readonly report: ReportRecord;
}

/** Opens a report to decide on its items. @throws org.roleRequired, report.unknown, report.replaced */
export async function openDesk(ctx: Ctx, services: PromiseServices, id: string): Promise<Desk> {
  await requireRole(ctx, REPORT_EDITOR);
  const report = await lockReport(ctx.tx, ctx.tenant, id);
  if (report === undefined) throw new HuyingError('report.unknown');
  if (report.state === 'replaced') {
    const edition = await latestEdition(ctx.tx, ctx.tenant, report.year);
    throw new HuyingError('report.replaced', { year: report.year, edition });
  }
  return { services, world: await promiseWorldOf(ctx, services), report };
}

/** An item as the reviewer saw it, still open. @throws report.itemUnknown, .itemChanged, .itemDecided */
export async function openItem(
  ctx: Ctx,
  { report }: Desk,
  { no, version }: { readonly no: number; readonly version?: number },
  ...decisions: readonly Decision[]
): Promise<ItemRecord> {
  const item = await itemByNo(ctx.tx, ctx.tenant, report.id, no);
  if (item === undefined) throw new HuyingError('report.itemUnknown', { no });
  if (version !== undefined && item.version !== version) throw changed(item);
  if (!decisions.includes(item.decision)) throw new HuyingError('report.itemDecided', { no });
  return item;
}

function changed({ no, decidedBy }: ItemRecord): HuyingError {
  return new HuyingError('report.itemChanged', { no, by: decidedBy ?? '?' });
}

export interface Outcome {
  readonly decision: Decision;
  readonly reason?: string;
  readonly promise?: string | null;
  readonly candidate?: string;
}

/** Writes a decision on an item that was read under the report's lock, with its ledger row. */
export async function decide(
  ctx: Ctx,
  { report }: Desk,
  item: ItemRecord,
  { decision, reason, promise, candidate }: Outcome,
  body: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const verdict =
    decision === 'open'
      ? {
          decision,
          reason: null,
          promise: null,
          candidate: null,
          decidedBy: ctx.actor.name,
          account: null,
          decidedAt: null,
        }
      : {
          decision,
          reason: reason ?? null,
          promise: promise ?? null,
          candidate: candidate ?? null,
          decidedBy: ctx.actor.name,
          account: ctx.actor.account,
          decidedAt: ctx.now,
        };
  if (!(await decideItem(ctx.tx, ctx.tenant, report.id, item, verdict))) throw changed(item);
  append(ctx, {
    subject: report.id,
    kind: 'report',
    what: decision === 'open' ? 'reopened' : decision,
    visibility: 'internal',
    body: { no: item.no, reason: reason ?? null, promise: promise ?? null, ...body },
  });
}

/** Makes the promise of an item. @throws report.kindUnknown, report.notLeader, and what createPromise throws */
export async function promiseOfItem(
  ctx: Ctx,
  { services, world, report }: Desk,
  clauses: readonly number[],
  wanted: ProposedView,
  assignment: Assignment,
): Promise<string> {
  if (!services.product.promises.some(({ id }) => id === wanted.kind)) {
    throw new HuyingError('report.kindUnknown', { kind: wanted.kind.slice(0, 40) });
  }
  requireLeader(world, assignment.leader, ctx.now);
  const draft = promiseDraftOf(wanted, assignment, {
    report: report.id,
    year: report.year,
    clauses,
    everyOf: everyOf(world),
    isOrdered: ordersOf(world),
  });
  return (await createPromise(ctx, services, draft)).id;
}

/** How often a figure is asked for: what statistics reckon by quarters has nothing to tell in the months between. */
function everyOf(world: PromiseWorld): DraftFrame['everyOf'] {
  const every = world.setting<'month' | 'quarter' | 'year'>('reports.every', 'month');
  const words = world.setting<unknown>('reports.quarterly', []);
  const quarterly = Array.isArray(words) ? words.filter((word) => typeof word === 'string' && word !== '') : [];
  return (label) => (every === 'month' && quarterly.some((word) => label.includes(word)) ? 'quarter' : every);
}

/** What a decision answers; the review is over with its last open item, and begins again when one is taken up again. */
export async function answerOf(
  ctx: Ctx,
  { world, report }: Desk,
  no: number,
  made: readonly number[] = [],
): Promise<Decided> {
  const progress = await progressOf(ctx.tx, ctx.tenant, report.id);
  const state = progress.open === 0 ? 'reviewed' : 'reviewing';
  if (state !== report.state) await setReportState(ctx.tx, ctx.tenant, report.id, state);
  const records: ItemRecord[] = [];
  for (const one of [no, ...made]) {
    const item = await itemByNo(ctx.tx, ctx.tenant, report.id, one);
    if (item !== undefined) records.push(item);
  }
  const [item, ...others] = await itemViews(ctx, world, records);
  if (item === undefined) throw new HuyingError('report.itemUnknown', { no });
  return { item, made: others, progress, state };
}
