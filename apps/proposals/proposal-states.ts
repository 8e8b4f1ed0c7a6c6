import { holderOf, inHandlingUnit, type Party } from '@huying/kit/access';
import { role } from '../base/index.ts';

/** Where a proposal may stand, in the order of the flow. */
export const states = {
  received: '待交办',
  entrusted: '待签收',
  contacting: '待沟通',
  replying: '待答复',
  replied: '征询意见中',
  again: '二次办理',
  tracking: '跟踪办理',
  concluded: '已办结',
} as const;

/** Who answers for a proposal in each state. */
export const owner = {
  received: holderOf(role.supervisor),
  entrusted: inHandlingUnit(role['unit-clerk']),
  contacting: inHandlingUnit(role['unit-clerk']),
  replying: inHandlingUnit(role['unit-clerk']),
  replied: holderOf(role.supervisor),
  again: inHandlingUnit(role['unit-clerk']),
  tracking: inHandlingUnit(role['unit-clerk']),
} satisfies Readonly<Record<Exclude<keyof typeof states, 'concluded'>, Party>>;

/** The classes of result; what B and C mean, the district's code book says. */
export const results = { a: 'A 类', b: 'B 类', c: 'C 类', d: 'D 类' } as const;

/** States in which the lead unit works on it. */
export const inWork = ['contacting', 'replying', 'again', 'tracking'] as const;
