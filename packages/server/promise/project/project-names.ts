import { displayNames } from '../../identity/index.ts';
import type { Ctx } from '../../ledger/index.ts';
import type { PromiseWorld } from '../core/promise-world.ts';

/** What the person in a post is called; empty where nobody is known. */
export type NameOf = (post: string) => string;

/** The posts of the district's main leaders, as set. */
export function mainLeaders(world: Pick<PromiseWorld, 'setting' | 'org'>): readonly string[] {
  const set = world.setting<unknown>('projects.mainLeaders', []);
  return Array.isArray(set) ? set.filter((one) => typeof one === 'string' && world.org.post(one) !== undefined) : [];
}

/** The names of the people in posts. One statement, however many posts. */
export async function namesOfPosts(
  ctx: Pick<Ctx, 'tx'>,
  { org }: Pick<PromiseWorld, 'org'>,
  posts: readonly (string | null)[],
): Promise<NameOf> {
  const accountOf = new Map(
    posts.flatMap((id): [string, string][] => {
      const post = id === null ? undefined : org.post(id);
      return post === undefined ? [] : [[post.id, post.account]];
    }),
  );
  const names = await displayNames(ctx.tx, [...new Set(accountOf.values())]);
  return (post) => names.get(accountOf.get(post) ?? '') ?? '';
}
