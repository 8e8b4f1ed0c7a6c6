import { holderOf, inHandlingUnit, theHandler } from '@huying/kit/access';
import type { ClockSpec, FactName } from '@huying/kit/case';
import { role } from '../base/index.ts';
import type { fields } from './item-fields.ts';
import type { states } from './item-states.ts';
import { office, unitDesk, verifying } from './parties.ts';
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
/** What a unit has to do before anybody in it handles it: its desk is warned, its head and the office told when late. */
const deskRungs = [
  { name: 'warned', at: 0.8, do: 'warn', to: unitDesk },
  { name: 'late', at: 1, do: 'escalate', to: [...heads, ...office] },
] as const;

/** The clocks of a supervision item: one for each step, one for the whole from the day of assignment, those of applications. */
export const clocks = {
  propose: {
    label: '立项审批',
    limit: { from: 'parameter', name: 'supervision.proposeLimit' },
    runs: ['proposed'],
    rungs: officeRungs,
  },
  assign: {
    label: '交办',
    limit: { from: 'parameter', name: 'supervision.assignLimit' },
    runs: ['registered'],
    rungs: officeRungs,
  },
  sign: {
    label: '签收研究',
    limit: { from: 'parameter', name: 'supervision.signLimit' },
    runs: ['assigned'],
    perUnit: true,
    rungs: deskRungs,
  },
  plan: {
    label: '报送办理方案',
    limit: { from: 'parameter', name: 'supervision.planLimit' },
    runs: ['assigned', 'signed'],
    perUnit: true,
    rungs: deskRungs,
  },
  feedback: {
    label: '反馈',
    limit: { from: 'parameter', name: 'supervision.feedbackLimit' },
    runs: ['underway'],
    pauses: ['held'],
    perUnit: true,
    rungs: [
      { name: 'warned', at: 0.8, do: 'warn', to: [...unitDesk, theHandler] },
      { name: 'late', at: 1, do: 'escalate', to: [...heads, ...office] },
    ],
  },
  whole: {
    label: '办结',
    limit: {
      from: 'given',
      field: 'due',
      otherwise: {
        from: 'table',
        name: 'supervision.paceLimits',
        by: 'pace',
        otherwise: { from: 'table', name: 'supervision.sourceLimits', by: 'source' },
      },
    },
    // Verification is within it: done in time means verified and written off in time.
    runs: ['assigned', 'signed', 'underway', 'reported', 'checking'],
    pauses: ['held'],
    perUnit: true,
    promised: true,
    rungs: [
      { name: 'near', at: 0.8, do: 'warn', to: [...unitDesk, theHandler, ...office] },
      { name: 'late', at: 1, do: 'urge', to: [...unitDesk, ...office] },
      { name: 'escalated', at: 1, plus: '3工作日', do: 'escalate', to: leaders },
      { name: 'circulated', at: 1, plus: '7工作日', do: 'circulate', to: office },
    ],
  },
  review: {
    label: '反馈审核',
    limit: { from: 'parameter', name: 'supervision.reviewLimit' },
    runs: ['reported'],
    rungs: officeRungs,
  },
  check: {
    label: '核查',
    limit: { from: 'parameter', name: 'supervision.checkLimit' },
    runs: ['checking'],
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: verifying },
      { name: 'escalated', at: 2, do: 'escalate', to: leaders },
    ],
  },
  hold: {
    label: '暂停',
    limit: { from: 'given', field: 'heldUntil' },
    runs: ['held'],
    rungs: [
      { name: 'resumed', at: 1, do: 'act', action: 'resume' },
      { name: 'escalated', at: 1, plus: '1工作日', do: 'escalate', to: [...heads, ...office] },
    ],
  },
  returnWindow: {
    label: '退办申请期限',
    limit: { from: 'parameter', name: 'supervision.returnWithin' },
    window: ['assigned', 'signed'],
    perUnit: true,
  },
  returnDecision: {
    label: '退办审批',
    limit: { from: 'parameter', name: 'supervision.decideLimit' },
    whilePending: 'return',
    rungs: officeRungs,
  },
  extensionDecision: {
    label: '延期审批',
    limit: { from: 'parameter', name: 'supervision.decideLimit' },
    whilePending: 'extension',
    rungs: officeRungs,
  },
  holdDecision: {
    label: '暂停审批',
    limit: { from: 'parameter', name: 'supervision.decideLimit' },
    whilePending: 'hold',
    rungs: officeRungs,
  },
  terminationDecision: {
    label: '终止审批',
    limit: { from: 'parameter', name: 'supervision.terminationLimit' },
    whilePending: 'termination',
    rungs: [{ name: 'late', at: 1, do: 'urge', to: [...leaders, ...office] }],
  },
  noticeSigning: {
    label: '提醒签发',
    limit: { from: 'parameter', name: 'supervision.draftLimit' },
    whilePending: 'noticeDraft',
    rungs: officeRungs,
  },
  noticeReply: {
    label: '提醒回复',
    limit: { from: 'table', name: 'supervision.noticeLimits', by: 'noticeLevel' },
    whilePending: 'notice',
    rungs: [
      { name: 'late', at: 1, do: 'urge', to: heads },
      { name: 'escalated', at: 2, do: 'escalate', to: [...office, ...leaders] },
    ],
  },
} as const satisfies Readonly<Record<string, ClockSpec<State, Request, string, Field, FactName<Field>>>>;
