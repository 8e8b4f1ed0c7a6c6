import { roleOf } from '@huying/kit/access';
import type { CaseType } from '@huying/kit/case';
import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../ledger/index.ts';
import type { World } from './world.ts';

/** Whether the reader is among the people who may open cases of the type; where the case will lie is not known yet. */
export function mayOpen({ post }: World, { openedBy }: Pick<CaseType, 'openedBy'>): boolean {
  return post !== undefined && openedBy.some((party) => roleOf(party) === post.role);
}

/** Only whom the type names may open one, a platform it is joined to, the program itself. Throws `access.denied`. */
export function requireOpener(ctx: Ctx, world: World, type: Pick<CaseType, 'openedBy'>): void {
  if (ctx.actor.kind === 'system' || ctx.actor.kind === 'partner') return;
  if (!mayOpen(world, type)) throw new HuyingError('access.denied');
}

const CALL_TAKERS: readonly string[] = ['operator', 'acceptor', 'dispatcher', 'shift-leader'];

/** Whether the reader is of the hotline's people, who may look for cases by the caller's number. */
export function takesCalls({ post }: World): boolean {
  return post !== undefined && CALL_TAKERS.includes(post.role);
}
