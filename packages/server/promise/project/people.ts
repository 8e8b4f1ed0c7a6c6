import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { type Holder, inForce, type Post } from '../../org/index.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const MOST = 200;

/** The people of a unit and of those below it who do its work: whom a blocker can be given to by name. */
export function peopleOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.people',
    summary: { zh: '单位人员', en: 'The people of a unit' },
    input: Type.Object({ under: uuidSchema, q: Type.Optional(Type.String({ maxLength: 60 })) }, closed),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          code: Type.String(),
          label: words,
          parent: Type.Null(),
          hint: Type.Union([words, Type.Null()]),
          leaf: Type.Boolean(),
        }),
      ),
    }),
    async run(ctx, { under, q = '' }) {
      const world = await promiseWorldOf(ctx, services);
      if (world.promises.reach !== 'promises') throw new HuyingError('project.notYours');
      const posts = world.org
        .subtree(under)
        .flatMap(({ id }) => world.org.postsIn(id))
        .filter((post) => doesWork(services, post, ctx.now));
      const sought = q.trim().toLowerCase();
      return {
        items: posts
          .map((post) => {
            const name = world.org.nameOf(post.account) ?? '';
            return {
              code: post.id,
              label: { zh: name, en: name },
              parent: null,
              hint: services.product.words[`roles/${post.role}`] ?? null,
              leaf: true,
            };
          })
          .filter(({ label }) => label.zh !== '' && label.zh.toLowerCase().includes(sought))
          .slice(0, MOST),
      };
    },
  });
}

function doesWork({ product }: PromiseServices, post: Post, now: number): boolean {
  return inForce(post, now) && product.roles[post.role]?.reach.queue === 'unit';
}

/** A post held in the unit today, a leader's too: such as whoever clears a blocker must be. @throws org.postUnknown, project.blockerPerson */
export function requirePerson(ctx: Ctx, { org }: PromiseWorld, post: string, unit: string): void {
  const held = org.post(post);
  if (held === undefined) throw new HuyingError('org.postUnknown');
  if (!inForce(held, ctx.now) || !org.isWithin(held.unit, unit)) {
    throw new HuyingError('project.blockerPerson', { unit: org.unit(unit)?.name.zh ?? '' });
  }
}

/** Who acts in a post today: its holder, and whoever is deputy. */
export function actingIn(ctx: Ctx, { org }: PromiseWorld, post: string | null): readonly Holder[] {
  const held = post === null ? undefined : org.post(post);
  if (held === undefined) return [];
  return org.holdersOf(held.role, { unit: held.unit }, ctx.now).filter((one) => one.post.id === held.id);
}
