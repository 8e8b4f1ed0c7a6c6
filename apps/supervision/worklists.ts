import type { Worklist } from '@huying/kit/app';
import { and, eq, isNull, lt, property } from '@huying/kit/condition';

const ofItems = eq(property('type'), 'supervision-item');
const open = isNull(property('closedAt'));
const office = ['supervisor', 'district-leader', 'auditor'];
const standing = (id: string, label: string, state: string): Worklist => ({
  id: `supervision-${id}`,
  label,
  shows: 'reachable',
  filter: and(ofItems, eq(property('state'), state)),
  order: state === 'writtenOff' ? 'newest' : 'due',
  for: office,
});

/** The lists of the supervision office and of the units it presses. */
export const worklists: readonly Worklist[] = [
  standing('proposed', '拟立项', 'proposed'),
  standing('registered', '待交办', 'registered'),
  standing('reported', '反馈待审核', 'reported'),
  {
    id: 'supervision-checking',
    label: '督查待核查',
    shows: 'reachable',
    filter: and(ofItems, eq(property('state'), 'checking')),
    order: 'due',
    for: [...office, 'verifier'],
  },
  {
    id: 'supervision-late',
    label: '督查逾期',
    shows: 'reachable',
    filter: and(ofItems, lt(property('due'), property('now')), open),
    order: 'due',
    for: [...office, 'unit-head', 'unit-clerk'],
  },
  {
    id: 'supervision-open',
    label: '督查在办',
    shows: 'reachable',
    filter: and(ofItems, open),
    order: 'due',
    for: [...office, 'unit-head', 'unit-clerk'],
  },
  standing('written-off', '已销号（回头看）', 'writtenOff'),
];
