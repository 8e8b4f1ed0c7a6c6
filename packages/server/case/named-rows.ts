import type { Ctx } from '../ledger/index.ts';
import type { CaseServices } from './case-services.ts';
import { listCases } from './list.store.ts';
import { rowViews } from './list.ts';
import type { CaseRow } from './view-schema.ts';
import type { World } from './world.ts';

/** The rows of cases by id, as lists show them. Whoever asks has checked that the reader may see them. */
export async function caseRows(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseRow>> {
  if (ids.length === 0) return new Map();
  const query = {
    where: 'c.id = any($2::uuid[])',
    params: [ids],
    order: 'newest',
    after: null,
    limit: ids.length,
  } as const;
  const rows = rowViews(services, world, await listCases(ctx.tx, ctx.tenant, query));
  return new Map(rows.map((row) => [row.id, row]));
}
