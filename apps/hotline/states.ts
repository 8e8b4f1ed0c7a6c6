import { holderOf, inHandlingUnit, outsideHandlingUnit, type Party } from '@huying/kit/access';
import { role } from '../base/index.ts';

/** Where a ticket may stand, in the order of the flow. */
export const states = {
  received: '待受理',
  confirming: '待核实',
  filed: '待派遣',
  arbitration: '待裁定',
  merged: '随办',
  dispatched: '待签收',
  handling: '处置中',
  held: '挂起',
  done: '待核查',
  verified: '待结案',
  callback: '待回访',
  closed: '已办结',
} as const;

/** Who answers for a ticket in each state. */
export const owner = {
  received: holderOf(role.acceptor),
  confirming: outsideHandlingUnit(role.verifier),
  filed: holderOf(role.dispatcher),
  arbitration: holderOf(role['shift-leader']),
  merged: holderOf(role.dispatcher),
  dispatched: inHandlingUnit(role['unit-clerk']),
  handling: inHandlingUnit(role['unit-clerk']),
  held: inHandlingUnit(role['unit-clerk']),
  done: outsideHandlingUnit(role.verifier),
  verified: holderOf(role.acceptor),
  callback: holderOf(role['callback-officer']),
} satisfies Readonly<Record<Exclude<keyof typeof states, 'closed'>, Party>>;

/** How a ticket may end: the first three after a unit has handled it. */
export const results = {
  fixed: '已处置',
  explained: '已解释说明',
  unresolved: '依法依规无法解决',
  answered: '直接答复',
  declined: '不予受理',
  returned: '退回市平台',
  transferred: '转 110、119、120 处置',
} as const;
