import type { Worklist } from '@huying/kit/app';
import { and, type Condition, eq, isIn, lt, property } from '@huying/kit/condition';

const ofProposals = eq(property('type'), 'proposal');
const office = ['supervisor', 'congress-officer', 'auditor'];
const everybody = [...office, 'district-leader', 'unit-head', 'unit-clerk'];
const list = (id: string, label: string, filter: Condition, over: Partial<Worklist> = {}): Worklist => ({
  id: `proposals-${id}`,
  label,
  shows: 'reachable',
  filter: and(ofProposals, filter),
  order: 'due',
  for: everybody,
  ...over,
});

const unanswered = isIn(property('state'), ['entrusted', 'contacting', 'replying']);

/** The lists of those who hand proposals on and answer them. */
export const worklists: readonly Worklist[] = [
  list('received', '建议提案待交办', eq(property('state'), 'received'), { for: office }),
  list('unanswered', '建议提案待答复', unanswered),
  list('late', '建议提案逾期', and(unanswered, lt(property('due'), property('now')))),
  list('replied', '征询意见中', eq(property('state'), 'replied'), { for: office }),
  list('again', '二次办理', eq(property('state'), 'again')),
  list('tracking', '跟踪办理', eq(property('state'), 'tracking')),
];
