import { HuyingError } from '@huying/kit/error';
import { reachOf } from '../../access/index.ts';
import type { CaseServices } from '../../case/index.ts';
import type { Ctx } from '../../ledger/index.ts';
import { orgOf } from '../../org/index.ts';

/**
 * Exchanges with the city hold tickets of every unit and area: only a post that reaches them all may read, import or export
 * them; the platform itself may bring its own. Throws access.denied.
 */
export async function requireWholeDistrict(ctx: Ctx, services: CaseServices): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === 'system' || actor.kind === 'partner') return;
  const org = await orgOf(ctx);
  const post =
    actor.kind === 'person' && actor.account !== null && actor.post !== null
      ? org.heldPost(actor.account, actor.post, ctx.now)
      : undefined;
  const reach = reachOf(post, services.product.roles, org);
  if (reach.reach !== 'cases' || reach.units !== 'all' || reach.area !== null) throw new HuyingError('access.denied');
}
