import { type Run, run } from '@huying/kit/document';
import { type NamedAmount, OFFICIALS, type Official } from '@huying/kit/promise';
import type { PromiseFacts } from './facts.ts';
import { promiseGround } from './paper.ts';
import { OFFICIAL } from './status-words.ts';

/** Said even where nobody is in them. */
const ALWAYS: readonly Official[] = ['done', 'basically-done', 'not-done'];

/** How many stand where, by the unit's own word: 完成8项，基本完成1项，未完成1项. No class is silent. */
export function officialTotals(promises: readonly PromiseFacts[]): {
  readonly runs: readonly Run[];
  readonly classes: readonly NamedAmount[];
  readonly words: string;
} {
  const shown = OFFICIALS.map((official) => ({
    official,
    list: promises.filter((one) => one.official === official),
  })).filter(({ official, list }) => list.length > 0 || ALWAYS.includes(official));
  return {
    runs: shown.map(({ official, list }, at) =>
      run(`${at === 0 ? '' : '，'}${OFFICIAL[official]}${list.length}项`, ...list.map(promiseGround)),
    ),
    classes: shown.map(({ official, list }) => ({ name: OFFICIAL[official], value: list.length })),
    words: `${promises.length} = ${shown.map(({ official, list }) => `${OFFICIAL[official]}${list.length}`).join(' + ')}`,
  };
}
