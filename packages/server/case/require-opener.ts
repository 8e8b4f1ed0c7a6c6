import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../ledger/index.ts';
import type { World } from './world.ts';

const OPENERS: readonly string[] = ['operator', 'acceptor', 'dispatcher', 'shift-leader'];

/** Who may register a ticket: the hotline's people, a platform of the city, the program itself. Throws `access.denied`. */
export function requireOpener(ctx: Ctx, world: World): void {
  if (ctx.actor.kind === 'system' || ctx.actor.kind === 'partner') return;
  if (!takesCalls(world)) throw new HuyingError('access.denied');
}

/** Whether the reader is of the hotline's people, who may look for cases by the caller's number. */
export function takesCalls({ post }: World): boolean {
  return post !== undefined && OPENERS.includes(post.role);
}
