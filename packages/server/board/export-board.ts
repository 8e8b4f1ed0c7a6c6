import { spanOf } from '@huying/kit/board';
import { wallClock } from '@huying/kit/calendar';
import { Type } from 'typebox';
import { v5 } from 'uuid';
import { type CaseServices, worldOf } from '../case/index.ts';
import { append, type Ctx, defineOperation } from '../ledger/index.ts';
import { measureDefinitions } from '../measure/index.ts';
import { type BoardView, boardRequestSchema } from './board-schema.ts';
import { boardWorkbook, measuresIn, type Snapshot } from './board-workbook.ts';
import type { Freshness } from './freshness.ts';
import { readBoard } from './read-board.ts';
import { snapshotDigests } from './store.ts';

/** Our own name space (RFC 9562 §5.5): what leaves a board is kept in a chain that goes by the board's name. */
const BOARDS = '0f6c1c52-3b0e-5a6f-8d55-6a3f3f1f7a10';

/** A board as xlsx, with the definitions of its numbers. That it was exported is kept in the ledger: who, which, over what days. */
export function exportBoardOperation(services: CaseServices, freshness: Freshness) {
  return defineOperation({
    name: 'board.export',
    summary: { zh: '导出看板', en: 'Export a board' },
    input: boardRequestSchema,
    output: Type.Object({ name: Type.String(), content: Type.String({ description: 'xlsx in base64' }) }),
    async run(ctx, input) {
      const view = await readBoard(ctx, services, input, freshness);
      const { calendar, org } = await worldOf(ctx, services);
      const by = org.nameOf(ctx.actor.account ?? '') ?? ctx.actor.name;
      const content = await boardWorkbook({
        view,
        definitions: measureDefinitions(services.product),
        snapshots: await publishedOf(ctx, view, calendar.zone),
        by,
        at: wallClock(ctx.now, calendar.zone),
        locale: ctx.locale,
      });
      const { id, period, subject } = view;
      append(ctx, {
        subject: v5(`${ctx.tenant} ${id}`, BOARDS),
        kind: 'board',
        what: 'export',
        visibility: 'internal',
        body: { board: id, from: period.from, to: period.to, unit: subject?.unit ?? null },
      });
      return { name: nameOf(view, ctx.locale), content: content.toString('base64') };
    },
  });
}

async function publishedOf(
  ctx: Ctx,
  { period, panels }: BoardView,
  zone: string,
): Promise<ReadonlyMap<string, Snapshot>> {
  const span = spanOf(period);
  if (span === null || span === 'week') return new Map();
  const measures = [...new Set(panels.flatMap(measuresIn))];
  const rows = await snapshotDigests(ctx.tx, ctx.tenant, span, period.from, measures);
  return new Map(
    rows.map(({ measure, digest, takenAt }) => [measure, { digest, at: wallClock(takenAt.getTime(), zone) }]),
  );
}

/** `中心月报 2026-10.xlsx`, without what file systems do not take. */
function nameOf({ name, subject, period }: BoardView, locale: 'zh' | 'en'): string {
  const parts = [name[locale], subject?.name[locale], period.label].filter((part) => part !== undefined);
  return `${parts.join(' ').replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')}.xlsx`;
}
