import { type Moment, momentsOf } from '@huying/kit/measure';
import { type Ctx, happenedTo } from '../ledger/index.ts';
import { pinnedDefinition } from './case-services.ts';
import { type CaseHead, lockCases } from './past.store.ts';

/** Everything that happened to a case, as its ledger tells it. */
export interface Past extends CaseHead {
  readonly moments: readonly Moment[];
}

/** The pasts of cases, which stay locked until the transaction ends: nothing happens to them meanwhile. */
export async function lockedPasts(ctx: Pick<Ctx, 'tx' | 'tenant'>, ids: readonly string[]): Promise<readonly Past[]> {
  const heads = await lockCases(ctx.tx, ctx.tenant, ids);
  const ledgers = Map.groupBy(await happenedTo(ctx, ids, null), ({ subject }) => subject);
  const pasts: Past[] = [];
  for (const head of heads) {
    const { type } = await pinnedDefinition(ctx.tx, head.definition);
    pasts.push({ ...head, moments: momentsOf(type, head.id, ledgers.get(head.id) ?? []) });
  }
  return pasts;
}
