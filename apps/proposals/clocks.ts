import { holderOf, inHandlingUnit, theHandler } from '@huying/kit/access';
import type { ClockSpec, FactName } from '@huying/kit/case';
import { role } from '../base/index.ts';
import { office, unitDesk } from './parties.ts';
import type { fields } from './proposal-fields.ts';
import type { states } from './proposal-states.ts';
import type { requests } from './requests.ts';

type State = keyof typeof states;
type Request = keyof typeof requests;
type Field = keyof typeof fields;

const leaders = [holderOf(role['district-leader'])];
const heads = [inHandlingUnit(role['unit-head'])];

/** What the office has to do: it is urged when late, and the district's leaders told after twice the time. */
const officeRungs = [
  { name: 'late', at: 1, do: 'urge', to: office },
  { name: 'escalated', at: 2, do: 'escalate', to: leaders },
] as const;
/** What a unit has to do: its desk and whoever handles it are warned, its head and the office told when late. */
const handlerRungs = [
  { name: 'warned', at: 0.8, do: 'warn', to: [...unitDesk, theHandler] },
  { name: 'late', at: 1, do: 'escalate', to: [...heads, ...office] },
] as const;

/** The clocks of a proposal: the reply is what the proposer was promised. */
export const clocks = {
  assign: {
    label: '交办',
    limit: { from: 'parameter', name: 'proposals.assignLimit' },
    runs: ['received'],
    rungs: officeRungs,
  },
  sign: {
    label: '签收',
    limit: { from: 'parameter', name: 'proposals.signLimit' },
    runs: ['entrusted'],
    perUnit: true,
    rungs: [
      { name: 'warned', at: 0.8, do: 'warn', to: unitDesk },
      { name: 'late', at: 1, do: 'escalate', to: [...heads, ...office] },
    ],
  },
  contact: {
    label: '沟通',
    limit: { from: 'parameter', name: 'proposals.contactLimit' },
    runs: ['entrusted', 'contacting'],
    perUnit: true,
    rungs: handlerRungs,
  },
  reply: {
    label: '答复',
    limit: { from: 'given', field: 'due', otherwise: { from: 'parameter', name: 'proposals.replyLimit' } },
    runs: ['entrusted', 'contacting', 'replying'],
    perUnit: true,
    promised: true,
    rungs: [
      { name: 'warned', at: 0.8, do: 'warn', to: [...unitDesk, theHandler] },
      { name: 'late', at: 1, do: 'urge', to: [...unitDesk, ...office] },
      { name: 'escalated', at: 1, plus: '5工作日', do: 'escalate', to: leaders },
    ],
  },
  opinion: {
    label: '征询意见',
    limit: { from: 'parameter', name: 'proposals.opinionLimit' },
    runs: ['replied'],
    rungs: officeRungs,
  },
  again: {
    label: '二次办理',
    limit: { from: 'parameter', name: 'proposals.againLimit' },
    runs: ['again'],
    rungs: handlerRungs,
  },
  tracking: {
    label: '跟踪办理',
    limit: { from: 'parameter', name: 'proposals.trackingLimit' },
    runs: ['tracking'],
    rungs: handlerRungs,
  },
  sendBackWindow: {
    label: '退回期限',
    limit: { from: 'parameter', name: 'proposals.sendBackWithin' },
    window: ['entrusted', 'contacting'],
    perUnit: true,
  },
  extensionDecision: {
    label: '延期审批',
    limit: { from: 'parameter', name: 'proposals.decideLimit' },
    whilePending: 'extension',
    rungs: officeRungs,
  },
} as const satisfies Readonly<Record<string, ClockSpec<State, Request, string, Field, FactName<Field>>>>;
