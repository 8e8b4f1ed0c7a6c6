import type { Words } from '@huying/kit/error';
import { displayNames } from '../../identity/index.ts';
import type { Ctx } from '../../ledger/index.ts';
import type { PromiseWorld } from './promise-world.ts';

/** Says units and posts in words. */
export interface PromiseNames {
  unit(id: string | null): { readonly id: string; readonly name: Words } | null;
  /** The person who holds a post, as named today. */
  person(post: string | null): string | null;
}

/** Reads the names of the people behind posts with one statement; units are in memory. */
export async function promiseNames(
  ctx: Ctx,
  { org }: PromiseWorld,
  posts: readonly (string | null)[],
): Promise<PromiseNames> {
  const accounts = posts.flatMap((post) => (post === null ? [] : (org.post(post)?.account ?? [])));
  const people = accounts.length === 0 ? new Map<string, string>() : await displayNames(ctx.tx, [...new Set(accounts)]);
  return {
    unit(id) {
      const unit = id === null ? undefined : org.unit(id);
      return unit === undefined ? null : { id: unit.id, name: unit.name };
    },
    person(post) {
      const account = post === null ? undefined : org.post(post)?.account;
      return account === undefined ? null : (people.get(account) ?? null);
    },
  };
}
