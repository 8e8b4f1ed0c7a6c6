import { change } from './change.ts';
import { bound } from './comparator.ts';
import type { FoundName, FoundQuantity } from './found.ts';
import { namesOfCounts } from './item-count.ts';
import { scan } from './scan.ts';
import { relate } from './series.ts';
import { provisional, setting } from './setting.ts';
import { streak } from './streak.ts';

export { deadlineIn } from './deadline.ts';
export type { FoundName, FoundQuantity } from './found.ts';
export { type Numeral, numeralIn } from './numeral.ts';

export interface Numbers {
  readonly quantities: readonly FoundQuantity[];
  readonly names: readonly FoundName[];
}

/** All numbers of one sentence or cell of clean text: what counts, and what only looks so, in the order of the text. */
export function quantitiesIn(text: string): Numbers {
  const { drafts, names } = scan(text);
  if (drafts.length === 0) return { quantities: drafts, names };
  let floor = 0;
  let end = 0;
  for (const draft of drafts) {
    streak(text, draft);
    bound(text, draft, end);
    change(text, draft, floor);
    setting(text, draft, floor);
    end = draft.to;
    // A span of time inside a clause does not part a number from its subject: 连续3年保持100%.
    if (draft.form !== 'streak' && draft.form !== 'duration') floor = draft.to;
  }
  relate(text, drafts);
  provisional(text, drafts);
  return namesOfCounts(text, drafts, names);
}
