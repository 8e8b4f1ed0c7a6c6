import {
  lostBook,
  roles,
  withAction,
  withClock,
  withOwner,
  withoutAsk,
  withoutClock,
  withoutGuards,
  withRequest,
} from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { holderOf, inHandlingUnit, theCitizen, theHandler, thePartner, theSystem } from '../access/index.ts';
import type { CaseType, ClockSpec } from '../case/index.ts';
import { eq, gt, property } from '../condition/index.ts';
import { choice, options, text, yesNo } from '../field/index.ts';
import { answerGuarantee } from './answer-guarantee.ts';
import type { Rule } from './shortcoming.ts';

const toy: CaseType = lostBook;
const desk = holderOf(roles.desk);
const branch = inHandlingUnit(roles.branch);

/** What the guarantee finds: path within the type, rule, remedy. */
function found(type: CaseType): readonly [string, Rule, string][] {
  return answerGuarantee(type, roles).map(({ path, rule, remedy }) => [path.slice(type.id.length + 1), rule, remedy]);
}

const orphaned: CaseType = {
  ...toy,
  states: { ...toy.states, lost: '下落不明' },
  owner: { ...toy.owner, lost: desk },
  clocks: { ...toy.clocks, whole: { ...toy.clocks.whole, runs: ['asked', 'searching', 'found', 'lost'] } as ClockSpec },
  actions: {
    ...toy.actions,
    giveUp: { label: '放弃', in: ['lost'], to: 'asked', by: [desk] },
  },
};

const LEAVE = 'Give the owner an action that leaves this state, or name as owner the party that has one.';
const ONWARD = 'Give an action that leads on towards an end.';
const OUTSIDE = 'Give it only to parties made by outsideHandlingUnit(role).';
const DATE =
  'Ask for the date (until, required) with a guard on the largest days.until, hold until then on every way in, and let a clock given heldUntil perform an action of the system.';
const SETTLE = 'Give the owner an action with the effect settle wherever it can wait, without a limit.';
const TELL = 'Give its clock a rung at or after 1 that tells a role above.';
const SHUT = 'Bar what ends the case while it is pending, or settle it on the way.';
const RESULT = 'Ask for the result (required), or set it.';
const RUNG =
  'Name an action that theSystem may take wherever the clock runs, with nothing required, no guard and no limit.';
const NEEDS = 'Ask for it, as required and of the right kind.';
const UNGUARDED = 'Give the owner one way out without a guard, or with guards that people can always lift.';

const broken: readonly [string, CaseType, readonly [string, Rule, string][]][] = [
  [
    'an orphan state',
    orphaned,
    [['states/lost', 'unreachable-state', 'Give an action that leads there, or delete the state.']],
  ],
  ['a state nobody owns', withOwner({ asked: undefined as never }), [['owner/asked', 'no-owner', 'Name its owner.']]],
  [
    'an owner that is no person',
    withOwner({ asked: thePartner }),
    [['owner/asked', 'owner-not-staff', 'Name a role of the district as owner.']],
  ],
  [
    'an owner of a role that does not exist',
    withOwner({ found: { party: 'outsideHandlingUnit', role: 'chekcer' } }),
    [
      ['owner/found', 'unknown-role', 'Declare it, or name another.'],
      ['owner/found', 'owner-cannot-act', LEAVE],
    ],
  ],
  [
    'an owner who is not there yet',
    withAction('dispatch', { effects: [] }),
    [
      ['owner/searching', 'absent-owner', 'Dispatch or assign it on every way there, or name another owner.'],
      ['owner/awaited', 'absent-owner', 'Dispatch or assign it on every way there, or name another owner.'],
    ],
  ],
  [
    'a handler as owner before anybody is assigned',
    withAction('resume', { by: [theSystem, theHandler] }, withOwner({ awaited: theHandler })),
    [['owner/awaited', 'absent-owner', 'Dispatch or assign it on every way there, or name another owner.']],
  ],
  [
    'a supervisor’s dead end',
    withAction('resume', { to: 'awaited' }),
    [
      ['states/awaited', 'dead-end', ONWARD],
      ['owner/awaited', 'owner-cannot-act', LEAVE],
      ['states/awaited', 'hold-without-end', DATE],
    ],
  ],
  [
    'a state that only the citizen can end',
    withAction(
      'check',
      { to: 'searching', effects: [{ do: 'rework' }] },
      {
        ...withAction('answer', { by: [theCitizen] }),
      },
    ),
    [
      ['states/asked', 'dead-end', ONWARD],
      ['states/searching', 'dead-end', ONWARD],
      ['states/awaited', 'dead-end', ONWARD],
      ['states/found', 'dead-end', ONWARD],
    ],
  ],
  [
    'an owner who may do nothing',
    withAction('check', { by: [{ party: 'outsideHandlingUnit', role: 'head' }] }),
    [['owner/found', 'owner-cannot-act', LEAVE]],
  ],
  [
    'only limited exits',
    withAction('resume', { by: [branch], atMost: 'library.sendBackAtMost' }),
    [
      ['states/awaited', 'only-limited-exits', 'Give the owner one way out that has no limit.'],
      ['clocks/wait/rungs/ended', 'idle-rung', RUNG],
    ],
  ],
  [
    'guards that bar every exit of an owner for ever',
    withAction('check', {
      guards: [{ name: 'tooOften', barredWhen: gt(property('count.check'), 1), because: '核对太多' }],
    }),
    [['states/found', 'barred-exits', UNGUARDED]],
  ],
  [
    'an exit barred by an application that only a limited action settles',
    withAction('grantTime', { atMost: 'library.sendBackAtMost' }),
    [
      ['states/searching', 'barred-exits', UNGUARDED],
      ['requests/moreTime', 'undecided-request', SETTLE],
    ],
  ],
  [
    'a branch that may leave the case where it is, as the only way out',
    withAction('check', {
      to: [{ when: eq(property('asked.right'), true), to: 'closed' }, { to: 'found' }],
    }),
    [['states/found', 'barred-exits', UNGUARDED]],
  ],
  [
    'a close without result',
    withAction('answer', { effects: [] }),
    [['actions/answer', 'close-without-result', RESULT]],
  ],
  [
    'a close whose result depends on a condition that may not hold',
    withAction('answer', { effects: [{ do: 'result', is: 'unknown', when: eq(property('data.subject'), 'atlas') }] }),
    [['actions/answer', 'close-without-result', RESULT]],
  ],
  [
    'an action offered in every open state that closes without result',
    withAction('note', { to: 'closed', ask: { answer: text('答复读者', { max: 500 }).required() } }),
    [
      ['actions/note', 'close-without-result', RESULT],
      ['requests/moreTime', 'undecided-request', SETTLE],
      ['requests/moreTime', 'left-open', SHUT],
      ['requests/supply', 'undecided-request', SETTLE],
      ['requests/supply', 'left-open', SHUT],
    ],
  ],
  [
    'a close without answer',
    withoutAsk('answer', 'answer'),
    [['actions/answer/ask/answer', 'close-without-answer', 'Ask for it, as required.']],
  ],
  [
    'a unit that verifies itself',
    withAction('check', { by: [...(toy.actions.check?.by ?? []), branch] }),
    [['actions/check/by', 'self-verification', OUTSIDE]],
  ],
  [
    'a unit that walks past verification',
    withAction('answer', { in: ['found'], by: [branch] }),
    [
      [
        'actions/answer/by',
        'self-verification',
        'Let only others move a case out of the state in which it is verified.',
      ],
    ],
  ],
  [
    'a unit that closes its own work',
    withAction('answer', { in: ['asked', 'searching'], by: [desk, branch] }),
    [
      ['states/closed', 'unverified-work', 'Lead the way there through an action that verifies.'],
      ['requests/moreTime', 'undecided-request', SETTLE],
      ['requests/moreTime', 'left-open', SHUT],
      ['requests/supply', 'undecided-request', SETTLE],
      ['requests/supply', 'left-open', SHUT],
    ],
  ],
  [
    'work that closes by waiting',
    withAction('answer', { in: ['asked', 'awaited'], by: [desk, theSystem] }),
    [['states/closed', 'unverified-work', 'Lead the way there through an action that verifies.']],
  ],
  [
    'an approval nobody can give',
    withAction('grantTime', { by: [holderOf(roles.checker)] }),
    [['requests/moreTime', 'undecided-request', SETTLE]],
  ],
  [
    'an approval that is not offered where the application still waits',
    withoutGuards('grantSupply', 'timePending'),
    [['requests/moreTime', 'undecided-request', SETTLE]],
  ],
  [
    'an approval nobody must give',
    withoutClock('decision'),
    [
      [
        'requests/moreTime',
        'unclocked-request',
        "Declare a clock with whilePending: 'moreTime' and a rung that tells a person.",
      ],
    ],
  ],
  [
    'an approval whose lateness only its owner hears of',
    withClock('decision', { rungs: [{ name: 'late', at: 1, do: 'urge', to: [desk] }] }),
    [['requests/moreTime', 'no-escalation', TELL]],
  ],
  [
    'an application decided by the unit before there is one',
    withAction(
      'askTime',
      { in: ['asked', 'searching'], by: [branch, desk] },
      withRequest('moreTime', { owner: branch }),
    ),
    [
      ['requests/moreTime', 'undecided-request', SETTLE],
      ['requests/moreTime', 'absent-owner', 'Let it be opened only once its owner is named, or give it another owner.'],
      ['requests/moreTime', 'left-open', SHUT],
    ],
  ],
  [
    'an application left open when the case ends',
    withoutGuards('found', 'supplyPending'),
    [
      ['requests/supply', 'undecided-request', SETTLE],
      ['requests/supply', 'left-open', SHUT],
    ],
  ],
  ['a hold without a date', withoutAsk('askSupply', 'until'), [['states/awaited', 'hold-without-end', DATE]]],
  [
    'a hold without a longest date',
    withoutGuards('askSupply', 'tooLong'),
    [['states/awaited', 'hold-without-end', DATE]],
  ],
  [
    'a hold that nothing ends by itself',
    withClock('wait', { rungs: [{ name: 'late', at: 1, do: 'escalate', to: [holderOf(roles.head)] }] }),
    [['states/awaited', 'hold-without-end', DATE]],
  ],
  [
    'a way into a hold that sets no date',
    withAction('found', { to: 'awaited' }),
    [
      ['states/found', 'unreachable-state', 'Give an action that leads there, or delete the state.'],
      ['states/awaited', 'hold-without-end', DATE],
    ],
  ],
  [
    'a rung that performs what the system may not',
    withAction('resume', { by: [branch] }),
    [['clocks/wait/rungs/ended', 'idle-rung', RUNG]],
  ],
  [
    'a rung that performs what asks for something',
    withAction('resume', { ask: { note: text('说明', { max: 50 }).required() } }),
    [['clocks/wait/rungs/ended', 'idle-rung', RUNG]],
  ],
  [
    'a state without clock',
    withClock('whole', { runs: ['searching', 'found'] }),
    [['states/asked', 'no-running-clock', 'Let a clock run there.']],
  ],
  [
    'a state whose clock runs only where the case brings a deadline along',
    withClock('whole', { limit: { from: 'given', field: 'due' } }),
    [
      ['states/asked', 'no-running-clock', 'Let a clock run there.'],
      ['states/searching', 'no-escalation', TELL],
      ['states/found', 'no-running-clock', 'Let a clock run there.'],
    ],
  ],
  [
    'a clock that stops once something was done, as the only one',
    withAction('note', { effects: [{ do: 'meet', clock: 'whole' }] }),
    [
      ['states/asked', 'no-running-clock', 'Let a clock run there.'],
      ['states/searching', 'no-escalation', TELL],
      ['states/found', 'no-running-clock', 'Let a clock run there.'],
    ],
  ],
  [
    'a clock whose rungs reach nobody',
    withClock('whole', { rungs: [{ name: 'late', at: 1, do: 'urge', to: [theCitizen] }] }),
    [
      ['states/asked', 'no-escalation', TELL],
      ['states/searching', 'no-escalation', TELL],
      ['states/found', 'no-escalation', TELL],
    ],
  ],
  [
    'a clock that warns before it is late and never after',
    withClock('whole', { rungs: [{ name: 'warned', at: 0.8, do: 'warn', to: [holderOf(roles.head)] }] }),
    [
      ['states/asked', 'no-escalation', TELL],
      ['states/searching', 'no-escalation', TELL],
      ['states/found', 'no-escalation', TELL],
    ],
  ],
  ['a dispatch to nobody', withoutAsk('dispatch', 'unit'), [['actions/dispatch/ask/unit', 'unasked', NEEDS]]],
  ['an extension by nothing', withoutAsk('askTime', 'days'), [['actions/askTime/ask/days', 'unasked', NEEDS]]],
  [
    'a result that does not exist',
    withAction('check', {
      ask: {
        ...toy.actions.check?.ask,
        result: choice('结果', options({ returned: '已找到', eaten: '被吃了' })).required(),
      },
    }),
    [['actions/check/ask/result/eaten', 'unknown-name', 'Declare it.']],
  ],
  [
    'an answer that would be stored in a field of another kind',
    withAction('note', { ask: { phone: yesNo('打过电话') } }),
    [['actions/note/ask/phone', 'unlike-field', 'Ask under another name, or as the field declares it.']],
  ],
];

describe('the answer guarantee', () => {
  it('accepts a flow in which every call is answered', () => {
    expect(found(toy)).toEqual([]);
  });

  it.each(broken)('refuses %s', (_, type, expected) => {
    expect(found(type)).toEqual(expected);
  });

  it('lists every problem at once, each with its place and remedy', () => {
    const type = withAction(
      'answer',
      { effects: [] },
      withAction('resume', { by: [branch] }, withoutClock('decision')),
    );
    expect(found(type).map(([path, rule]) => [path, rule])).toEqual([
      ['clocks/wait/rungs/ended', 'idle-rung'],
      ['actions/answer', 'close-without-result'],
      ['requests/moreTime', 'unclocked-request'],
    ]);
  });
});
