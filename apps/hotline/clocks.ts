import { holderOf, inHandlingUnit, outsideHandlingUnit, theHandler } from '@huying/kit/access';
import type { ClockSpec, FactName } from '@huying/kit/case';
import { isNull, property } from '@huying/kit/condition';
import { role } from '../base/index.ts';
import type { fields } from './fields.ts';
import type { requests } from './requests.ts';
import type { states } from './states.ts';

type State = keyof typeof states;
type Request = keyof typeof requests;
type Field = keyof typeof fields;

/** The clocks of a ticket: one for each step, one for the whole, those of applications, and two windows. */
export const clocks = {
  accept: {
    label: '受理',
    limit: { from: 'parameter', name: 'hotline.acceptLimit' },
    runs: ['received'],
    pauses: ['confirming'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role.acceptor)] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  confirm: {
    label: '核实',
    limit: { from: 'parameter', name: 'hotline.confirmLimit' },
    runs: ['confirming'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [outsideHandlingUnit(role.verifier)] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  dispatch: {
    label: '派遣',
    limit: { from: 'parameter', name: 'hotline.dispatchLimit' },
    runs: ['filed'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role.dispatcher)] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  arbitrate: {
    label: '裁定',
    limit: { from: 'parameter', name: 'hotline.arbitrateLimit' },
    runs: ['arbitration'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role['shift-leader'])] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role.supervisor)] },
    ],
  },
  sign: {
    label: '签收',
    limit: { from: 'table', name: 'hotline.signLimits', by: 'urgency' },
    runs: ['dispatched'],
    rungs: [
      { name: 'warned', at: 0.8, do: 'warn', to: [inHandlingUnit(role['unit-clerk'])] },
      { name: 'late', at: 1, do: 'escalate', to: [inHandlingUnit(role['unit-head'])] },
    ],
  },
  contact: {
    label: '联系来电人',
    limit: { from: 'table', name: 'hotline.contactLimits', by: 'urgency' },
    runs: ['dispatched', 'handling'],
    pauses: ['filed', 'arbitration', 'merged', 'held', 'done', 'verified'],
    perUnit: true,
    unless: isNull(property('data.phone')),
    rungs: [{ name: 'late', at: 1, do: 'urge', to: [inHandlingUnit(role['unit-clerk'])] }],
  },
  handle: {
    label: '处置',
    limit: {
      from: 'filingCondition',
      field: 'condition',
      otherwise: { from: 'table', name: 'hotline.handleLimits', by: 'demandKind' },
    },
    inside: { field: 'cityDue', margin: 'hotline.cityMargin' },
    runs: ['dispatched', 'handling'],
    pauses: ['received', 'confirming', 'filed', 'arbitration', 'merged', 'held', 'done', 'verified'],
    perUnit: true,
    rungs: [
      { name: 'warned', at: 0.8, do: 'warn', to: [inHandlingUnit(role['unit-clerk']), theHandler] },
      {
        name: 'late',
        at: 1,
        do: 'urge',
        to: [inHandlingUnit(role['unit-clerk']), inHandlingUnit(role['unit-head'])],
      },
      { name: 'supervised', at: 1, plus: '1工作日', do: 'escalate', to: [holderOf(role.supervisor)] },
      { name: 'circulated', at: 1, plus: '5工作日', do: 'circulate', to: [holderOf(role.supervisor)] },
    ],
  },
  whole: {
    label: '全程',
    limit: { from: 'table', name: 'hotline.wholeLimits', by: 'demandKind' },
    inside: { field: 'cityDue', margin: 'hotline.cityMargin' },
    // Whoever follows another ticket was promised an answer, too.
    runs: ['received', 'confirming', 'filed', 'arbitration', 'merged', 'dispatched', 'handling', 'done', 'verified'],
    pauses: ['held'],
    promised: true,
    rungs: [
      { name: 'warned', at: 0.8, do: 'warn', to: [holderOf(role.dispatcher)] },
      { name: 'late', at: 1, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  city: {
    label: '市平台时限',
    limit: { from: 'given', field: 'cityDue' },
    runs: [
      'received',
      'confirming',
      'filed',
      'arbitration',
      'merged',
      'dispatched',
      'handling',
      'held',
      'done',
      'verified',
    ],
    rungs: [
      { name: 'warned', at: 0.8, do: 'warn', to: [holderOf(role.dispatcher)] },
      { name: 'late', at: 1, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  hold: {
    label: '挂起',
    limit: { from: 'given', field: 'heldUntil' },
    runs: ['held'],
    rungs: [
      { name: 'resumed', at: 1, do: 'act', action: 'resume' },
      { name: 'escalated', at: 1, plus: '1工作日', do: 'escalate', to: [inHandlingUnit(role['unit-head'])] },
    ],
  },
  verify: {
    label: '核查',
    limit: { from: 'parameter', name: 'hotline.verifyLimit' },
    runs: ['done'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [outsideHandlingUnit(role.verifier)] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  close: {
    label: '结案',
    limit: { from: 'parameter', name: 'hotline.closeLimit' },
    runs: ['verified'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role.acceptor)] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  callback: {
    label: '回访',
    limit: { from: 'parameter', name: 'hotline.callbackLimit' },
    runs: ['callback'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role['callback-officer'])] },
      { name: 'escalated', at: 1, plus: '1工作日', do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  sendBackWindow: {
    label: '退单期限',
    limit: { from: 'parameter', name: 'hotline.sendBackWithin' },
    // Counted from receipt; neither a hold nor work that came back gives another day.
    window: ['dispatched', 'handling', 'held', 'done', 'verified'],
    perUnit: true,
  },
  reopenWindow: {
    label: '重新打开期限',
    limit: { from: 'parameter', name: 'hotline.reopenWithin' },
    window: ['callback', 'closed'],
  },
  extensionDecision: {
    label: '延期审批',
    limit: { from: 'parameter', name: 'hotline.decideLimit' },
    whilePending: 'extension',
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role.dispatcher)] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role['shift-leader'])] },
    ],
  },
  holdDecision: {
    label: '挂起审批',
    limit: { from: 'parameter', name: 'hotline.decideLimit' },
    whilePending: 'hold',
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role['shift-leader'])] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role.supervisor)] },
    ],
  },
  jointMeeting: {
    label: '会商',
    limit: { from: 'parameter', name: 'hotline.meetingLimit' },
    whilePending: 'objection',
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [holderOf(role['shift-leader'])] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role.supervisor)] },
    ],
  },
  pressReply: {
    label: '督办回复',
    limit: { from: 'parameter', name: 'hotline.pressLimit' },
    whilePending: 'press',
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: [inHandlingUnit(role['unit-head'])] },
      { name: 'escalated', at: 2, do: 'escalate', to: [holderOf(role.supervisor)] },
    ],
  },
} as const satisfies Readonly<Record<string, ClockSpec<State, Request, string, Field, FactName<Field>>>>;
