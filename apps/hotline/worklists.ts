import type { Worklist } from '@huying/kit/app';
import { and, eq, isIn, isNull, lt, not, property } from '@huying/kit/condition';

const open = not(isIn(property('state'), ['closed']));

/** The lists of the hotline's people. */
export const worklists: readonly Worklist[] = [
  { id: 'mine', label: '我的待办', shows: 'owned', order: 'due' },
  {
    id: 'assigned',
    label: '指派给我',
    shows: 'reachable',
    filter: and(eq(property('handler'), property('my.post')), open),
    order: 'due',
    for: ['handler', 'unit-clerk'],
  },
  {
    id: 'late',
    label: '已超时限',
    shows: 'reachable',
    filter: and(lt(property('due'), property('now')), isNull(property('closedAt'))),
    order: 'due',
  },
  { id: 'open', label: '在办', shows: 'reachable', filter: isNull(property('closedAt')), order: 'due' },
  {
    id: 'urgent',
    label: '紧急',
    shows: 'reachable',
    filter: and(isIn(property('urgency'), ['danger', 'supply']), isNull(property('closedAt'))),
    order: 'newest',
  },
  { id: 'held', label: '挂起', shows: 'reachable', filter: eq(property('state'), 'held'), order: 'due' },
  {
    id: 'dissatisfied',
    label: '不满意',
    shows: 'reachable',
    filter: eq(property('satisfied'), 'dissatisfied'),
    order: 'newest',
    for: ['callback-officer', 'shift-leader', 'supervisor', 'unit-head'],
  },
  { id: 'all', label: '全部工单', shows: 'reachable', order: 'newest' },
];
