import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../ledger/index.ts';
import { orgOf, systemAdmin } from '../org/index.ts';

const editors: readonly string[] = [systemAdmin, 'duty-editor'];

type Acting = Pick<Ctx, 'tx' | 'tenant' | 'now' | 'actor'>;

/** Who may change registries: the system administrator and the editor of the duty list, and the program itself. Throws org.roleRequired. */
export async function requireEditor(ctx: Acting): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  const role = await heldRole(ctx);
  if (role === undefined || !editors.includes(role))
    throw new HuyingError('org.roleRequired', { role: editors.join(' / ') });
}

/** Who may read them whole: everyone with a post in the district. The public and partners see what choices show. Throws org.roleRequired. */
export async function requireStaff(ctx: Acting): Promise<void> {
  if (ctx.actor.kind === 'system') return;
  if ((await heldRole(ctx)) === undefined) throw new HuyingError('org.roleRequired', { role: 'staff' });
}

async function heldRole({ actor, ...ctx }: Acting): Promise<string | undefined> {
  if (actor.kind !== 'person' || actor.account === null || actor.post === null) return undefined;
  return (await orgOf(ctx)).heldPost(actor.account, actor.post, ctx.now)?.role;
}
