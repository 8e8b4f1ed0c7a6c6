import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import type { HeldPost } from '../../org/index.ts';
import { peopleOf } from '../core/notice.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import { admitsPromise } from '../core/promise-reach.ts';
import type { PromiseRecord } from '../core/promise-record.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { findPromise } from '../core/store.ts';
import { actingIn } from './people.ts';
import { type Blocker, findBlocker } from './project.store.ts';
import { type ProjectHand, projectHand } from './project-access.ts';
import { PROJECT_KIND } from './project-facts.ts';
import { blockerSchema } from './project-schema.ts';
import { blockerView } from './project-table.ts';

/** A blocker with what the acting post has to do with it. */
export interface ReachedBlocker {
  readonly world: PromiseWorld;
  readonly promise: PromiseRecord;
  readonly blocker: Blocker;
  readonly hand: ProjectHand;
  /** The project itself may be read as well. */
  readonly opens: boolean;
  readonly clears: boolean;
}

/**
 * A blocker as far as the acting post reaches it: whoever reads the project, and whoever is to clear it, who need have no part in the
 * project. @throws project.blockerUnknown, org.postRequired
 */
export async function reachedBlocker(
  ctx: Ctx,
  services: PromiseServices,
  blocker: Blocker | undefined,
): Promise<ReachedBlocker> {
  const world = await promiseWorldOf(ctx, services);
  const promise = blocker && (await findPromise(ctx.tx, ctx.tenant, blocker.promise));
  if (blocker === undefined || promise?.kind !== PROJECT_KIND) throw new HuyingError('project.blockerUnknown');
  const hand = projectHand(world, ctx.actor.kind);
  const opens = world.promises.reach === 'promises' && admitsPromise(world.promises, promise);
  const isClearer = hand.post !== null && clearsIt(ctx, world, hand.post, blocker);
  if (!opens && !isClearer) throw new HuyingError('project.blockerUnknown');
  return { world, promise, blocker, hand, opens, clears: isClearer || (opens && hand.worksOn(promise)) };
}

/** The person named, the people of the unit named, and whoever is told in their place: all who hear of a blocker may open it. */
function clearsIt(ctx: Ctx, world: PromiseWorld, post: HeldPost, { owner, unit }: Blocker): boolean {
  if (post.id === owner) return true;
  const isOfUnit = unit !== null && world.org.isWithin(post.unit, unit);
  if (isOfUnit && world.promises.reach === 'promises') return true;
  return clearersOf(ctx, world, { owner, unit }).some((one) => one.post.id === post.id);
}

/** Who is told of a blocker: the person who is to clear it; where only a unit is named, its people. */
export function clearersOf(ctx: Ctx, world: PromiseWorld, { owner, unit }: Pick<Blocker, 'owner' | 'unit'>) {
  const named = actingIn(ctx, world, owner);
  return named.length > 0 ? named : peopleOf(ctx, world, unit);
}

/** What a notice of a blocker opens: the blocker, and of the project its number and name. */
export function readBlockerOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.blocker',
    summary: { zh: '堵点', en: 'Read a blocker' },
    input: Type.Object({ blocker: uuidSchema }, closed),
    output: Type.Object({
      blocker: blockerSchema,
      opens: Type.Boolean({ description: 'The reader may open the project as well.' }),
      may: Type.Array(Type.String()),
    }),
    async run(ctx, input) {
      const found = await findBlocker(ctx.tx, ctx.tenant, input.blocker);
      const { world, promise, blocker, opens, clears } = await reachedBlocker(ctx, services, found);
      return {
        blocker: blockerView(world, { promise }, blocker, world.today),
        opens,
        may: clears && blocker.clearedOn === null ? ['clear'] : [],
      };
    },
  });
}
