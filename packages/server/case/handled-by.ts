import type { CaseRecord, CaseType } from '@huying/kit/case';
import type { EntryContent } from '../ledger/index.ts';
import type { World } from './world.ts';

/** Accounts that took a step of the case for the unit that handles it now, wherever their posts are today: they do not verify it. */
export function handledBy(
  { actions }: Pick<CaseType, 'actions'>,
  { unit }: Pick<CaseRecord, 'unit'>,
  entries: readonly Pick<EntryContent, 'what' | 'actor' | 'body'>[],
  { org }: Pick<World, 'org'>,
): ReadonlySet<string> {
  const accounts = entries.flatMap(({ what, actor, body }) => {
    const { by } = body as { readonly by?: { readonly unit: string } | null };
    const own = unit !== null && by !== undefined && by !== null && org.isWithin(by.unit, unit);
    return own && actor.account !== null && Object.hasOwn(actions, what) ? [actor.account] : [];
  });
  return new Set(accounts);
}
