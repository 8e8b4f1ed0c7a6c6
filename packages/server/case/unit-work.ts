import type { Ctx } from '../ledger/index.ts';
import { countOpenWork } from './store.ts';

/** How many open cases a unit holds, in whatever step they are, or has something to do in (as an assisting unit, say). */
export function openWorkOf(ctx: Pick<Ctx, 'tx' | 'tenant'>, unit: string): Promise<number> {
  return countOpenWork(ctx.tx, ctx.tenant, unit);
}
