import type { Ctx } from '../../ledger/index.ts';
import { isChosenByVote } from './page.store.ts';
import type { PromiseRecord } from './promise-record.ts';
import type { PromiseWorld } from './promise-world.ts';

/** The kind of promise that a congress may choose. */
const LIVELIHOOD = 'livelihood';

/** Whether the congress chose it by vote: from then on it changes only as the congress's standing committee allows. */
export async function chosenByCongress(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  { kind, data }: Pick<PromiseRecord, 'kind' | 'data'>,
): Promise<boolean> {
  return kind === LIVELIHOOD && typeof data.vote === 'string' && isChosenByVote(ctx.tx, ctx.tenant, data.vote);
}

/** What the standing committee is called in an approval: 人大常委会, or as the district says. */
export function congressAuthority({ setting }: Pick<PromiseWorld, 'setting'>): string {
  return setting<string>('promise.congressAuthority', '人大常委会');
}
