import { holderOf, inHandlingUnit, outsideHandlingUnit, type Party } from '@huying/kit/access';
import { role } from '../base/index.ts';

/** Where a supervision item may stand, in the order of the flow. */
export const states = {
  proposed: '拟立项',
  registered: '已立项',
  assigned: '已交办',
  signed: '已签收',
  underway: '办理中',
  held: '暂停',
  reported: '已反馈',
  checking: '核查中',
  writtenOff: '已销号',
  terminated: '已终止',
} as const;

/** Who answers for an item in each state. */
export const owner = {
  proposed: holderOf(role.supervisor),
  registered: holderOf(role.supervisor),
  assigned: inHandlingUnit(role['unit-clerk']),
  signed: inHandlingUnit(role['unit-clerk']),
  underway: inHandlingUnit(role['unit-clerk']),
  held: inHandlingUnit(role['unit-clerk']),
  reported: holderOf(role.supervisor),
  checking: outsideHandlingUnit(role.supervisor),
} satisfies Readonly<Record<Exclude<keyof typeof states, 'writtenOff' | 'terminated'>, Party>>;

/** How an item may end: the first two verified and written off. */
export const results = {
  done: '已落实',
  lasting: '转为常态工作',
  declined: '不予立项',
  terminated: '终止办理',
} as const;

/** States in which a unit has the item, or its work is looked at. */
export const withUnit = ['assigned', 'signed', 'underway', 'held', 'reported', 'checking'] as const;
