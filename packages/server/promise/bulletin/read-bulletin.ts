import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { choice, closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { planContent } from '../report/read-plan.ts';
import { listScope, requireBulletin } from './bulletin-reach.ts';
import { kindSchema, rowSchema, viewSchema, yearSchema } from './bulletin-schema.ts';
import { bulletinView, finished, rowView } from './bulletin-view.ts';
import { happened } from './make-bulletin.ts';
import { PAPER_NAMES } from './papers.ts';
import { planDocument } from './plan-paper.ts';
import { may, officesOf } from './settings.ts';
import { correctionsOf, selectBulletins, selectSnapshot } from './store.ts';

const PAGE = 50;

/** Papers the reader may see, the newest first. */
export function listBulletinsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.list',
    summary: { zh: '通报与文件清单', en: 'Bulletins and papers' },
    input: Type.Object(
      {
        year: Type.Optional(yearSchema),
        kind: Type.Optional(kindSchema),
        cursor: Type.Optional(Type.String({ maxLength: 80 })),
      },
      closed,
    ),
    output: Type.Object({
      items: Type.Array(rowSchema),
      next: Type.Union([Type.String(), Type.Null()]),
      /** The kinds the reader may draft. */
      makes: Type.Array(Type.Object({ id: kindSchema, name: Type.Object({ zh: Type.String(), en: Type.String() }) })),
    }),
    async run(ctx, { year = null, kind = null, cursor }) {
      const world = await promiseWorldOf(ctx, services);
      const scope = listScope(ctx, world);
      if (scope === null) return { items: [], next: null, makes: [] };
      const rows = await selectBulletins(
        ctx.tx,
        ctx.tenant,
        { year, kind, before: placeIn(cursor), limit: PAGE + 1 },
        scope,
      );
      const shown = rows.slice(0, PAGE);
      const last = shown.at(-1);
      const makes = may(ctx, world, 'bulletin.makers') ? Object.entries(PAPER_NAMES) : [];
      return {
        items: shown.map((row) => rowView(world, row)),
        next: rows.length > PAGE && last !== undefined ? `${last.createdAt} ${last.id}` : null,
        makes: makes.map(([id, name]) => ({ id: id as keyof typeof PAPER_NAMES, name })),
      };
    },
  });
}

function placeIn(cursor: string | undefined): readonly [number, string] | null {
  const [at = '', id = ''] = cursor?.split(' ') ?? [];
  const known = /^\d{1,15}(\.\d+)?$/.test(at) && /^[0-9a-f-]{36}$/.test(id);
  return known ? [Number(at), id] : null;
}

/** One paper: as it is printed, what of it does not reconcile, and what may be done. */
export function readBulletinOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.read',
    summary: { zh: '查看通报或文件', en: 'Read a bulletin or paper' },
    input: Type.Object({ id: uuidSchema }, closed),
    output: viewSchema,
    async run(ctx, { id }) {
      const world = await promiseWorldOf(ctx, services);
      const row = await requireBulletin(ctx, world, id);
      const [snapshot, corrections] = await Promise.all([
        selectSnapshot(ctx.tx, ctx.tenant, row.snapshot),
        correctionsOf(ctx.tx, ctx.tenant, id),
      ]);
      if (snapshot === undefined) throw new HuyingError('bulletin.unknown');
      return bulletinView(ctx, world, row, snapshot, corrections);
    },
  });
}

const formatSchema = choice('pdf', 'docx', 'xlsx');
const leavingSchema = Type.Object({
  name: Type.String({ description: 'of the file, without its ending' }),
  document: Type.Unknown({ description: 'an official document as kit/document has it' }),
});

/** A paper that leaves as a file: kept in the ledger, who took it and in what form. */
export function bulletinDocumentOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.document',
    summary: { zh: '下载通报或文件', en: 'Download a bulletin or paper' },
    input: Type.Object({ id: uuidSchema, format: formatSchema }, closed),
    output: leavingSchema,
    async run(ctx, { id, format }) {
      const world = await promiseWorldOf(ctx, services);
      const row = await requireBulletin(ctx, world, id);
      const snapshot = await selectSnapshot(ctx.tx, ctx.tenant, row.snapshot);
      if (snapshot === undefined) throw new HuyingError('bulletin.unknown');
      await happened(ctx, id, 'export', { format, version: row.version });
      const name = [row.document, row.title, row.state === 'draft' ? '（送审稿）' : ''].filter(
        (part) => part !== null && part !== '',
      );
      return { name: fileName(name.join(' ')), document: finished(world, row, snapshot) };
    },
  });
}

/** The decomposition plan as a document, for whoever may read it. */
export function planDocumentOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.planDocument',
    summary: { zh: '下载任务分解方案', en: 'Download a decomposition plan' },
    input: Type.Object({ plan: uuidSchema, format: formatSchema }, closed),
    output: leavingSchema,
    async run(ctx, { plan, format }) {
      const content = await planContent(ctx, services, plan);
      const world = await promiseWorldOf(ctx, services);
      await exportedPlan(ctx, plan, format);
      return { name: fileName(content.title), document: planDocument(content, officesOf(world)) };
    },
  });
}

async function exportedPlan(ctx: Ctx, plan: string, format: string): Promise<void> {
  await happened(ctx, plan, 'export', { format });
}

/** Without what file systems do not take. */
function fileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-');
}
