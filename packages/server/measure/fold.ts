import type { Ctx } from '../ledger/index.ts';
import { foldChanges } from './cell.store.ts';
import { lockFolding } from './upkeep.store.ts';

/** Rows of changes in one folding at most. */
const BATCH = 500;

/** Folds changes into the cells, in the transaction of the context. Answers whether there may be more. Any number may fold at once. */
export async function fold(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  most: number = BATCH,
): Promise<{ folded: number; more: boolean }> {
  await lockFolding(ctx.tx, ctx.tenant, 'with others');
  const folded = await foldChanges(ctx.tx, ctx.tenant, most);
  return { folded, more: folded >= most };
}
