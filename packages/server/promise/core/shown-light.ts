import type { Words } from '@huying/kit/error';
import type { PromiseRecord } from './promise-record.ts';

/** What stands in the place of a light where nothing was aimed at: there is nothing to judge, and it is not without data. */
export const FOLLOWED = 'followed';

export const FOLLOWED_WORDS: Words = {
  zh: '只作跟踪，没有设定目标值，不判灯。',
  en: 'Only followed: no target was set, so there is nothing to judge.',
};

/** A light as lists, boards and counts tell it; null where there are no data. */
export function shownLight({ light, lightInputs }: Pick<PromiseRecord, 'light' | 'lightInputs'>): string | null {
  return light ?? (isFollowed(lightInputs) ? FOLLOWED : null);
}

export function isFollowed(lightInputs: PromiseRecord['lightInputs']): boolean {
  return lightInputs?.[FOLLOWED] === true;
}

/** The same of columns over `p`. */
export const SHOWN_LIGHT = `coalesce(p.light, case when (p.light_inputs->'${FOLLOWED}') = 'true'::jsonb then '${FOLLOWED}' end)`;
