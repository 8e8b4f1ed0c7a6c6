import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../ledger/index.ts';
import type { World } from './world.ts';

const OPENERS: readonly string[] = ['operator', 'acceptor', 'dispatcher', 'shift-leader'];

/** Who may register a ticket: the hotline's people, a platform of the city, the program itself. Throws `access.denied`. */
export function requireOpener(ctx: Ctx, world: World): void {
  if (ctx.actor.kind === 'system' || ctx.actor.kind === 'partner') return;
  if (world.post === undefined || !OPENERS.includes(world.post.role)) throw new HuyingError('access.denied');
}
