import { holderOf, inHandlingUnit, outsideHandlingUnit } from '@huying/kit/access';
import { and, eq, isIn, isNull, or } from '@huying/kit/condition';
import { photos, text, yesNo } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './fields.ts';
import { nothingOpen } from './nothing-open.ts';
import { centre } from './parties.ts';
import { asked, fact, type TicketActions } from './ticket-names.ts';

/** What follows when the unit is done: others verify, close, call back, reopen. */
export const afterHandling = {
  verify: {
    label: '核查',
    in: ['done'],
    to: [{ when: eq(asked('passed'), true), to: 'verified' }, { to: 'handling' }],
    by: [outsideHandlingUnit(role.verifier), outsideHandlingUnit(role['shift-leader'])],
    ask: {
      passed: yesNo('是否通过').required(),
      verified: text('核查情况', { max: 1000, lines: 3 }).required(),
      photos: photos('核查照片', { max: 9 }),
    },
    effects: [{ do: 'rework', when: eq(asked('passed'), false) }],
    tells: [holderOf(role.acceptor), inHandlingUnit(role['unit-clerk'])],
    public: '已核查',
    primary: true,
    verifies: true,
  },
  close: {
    label: '结案',
    in: ['verified'],
    to: [{ when: isNull(fact('data.phone')), to: 'closed' }, { to: 'callback' }],
    by: centre,
    ask: {
      result: question.result,
      answer: question.answer,
    },
    guards: nothingOpen,
    effects: [{ do: 'resultAsked' }],
    informs: 'closed',
    sends: 'reply',
    public: '已办结',
    publicAsks: ['answer'],
    primary: true,
  },
  redo: {
    label: '退回重办',
    in: ['verified'],
    to: 'handling',
    by: centre,
    ask: { reason: question.reason },
    effects: [{ do: 'rework' }],
    tells: [inHandlingUnit(role['unit-clerk'])],
  },
  callBack: {
    label: '回访',
    in: ['callback'],
    // Not solved is done again, unless the demand was judged to be without cause.
    to: [
      {
        when: and(eq(asked('solved'), 'no'), or(isNull(asked('justified')), eq(asked('justified'), true))),
        to: 'handling',
      },
      { to: 'closed' },
    ],
    by: [holderOf(role['callback-officer']), holderOf(role['shift-leader'])],
    ask: {
      solved: question.solved.required(),
      satisfied: question.satisfied.required(),
      justified: yesNo('未解决的，诉求是否合理（合理则重办）'),
      note: text('来电人意见', { max: 1000, lines: 3 }),
    },
    sends: 'call-back',
    public: '已回访',
    primary: true,
  },
  reopen: {
    label: '重新打开',
    in: ['closed'],
    // What a unit handled goes back to it; what was closed before that goes back to the acceptor.
    to: [{ when: isIn(fact('result'), ['fixed', 'explained', 'unresolved']), to: 'handling' }, { to: 'received' }],
    by: [holderOf(role.operator), ...centre],
    ask: { cause: text('重新打开的原因', { max: 500, lines: 3 }).required() },
    guards: [
      {
        name: 'windowPassed',
        barredWhen: eq(fact('clock.reopenWindow.late'), true),
        because: '距办结已超过规定期限，请登记新工单',
      },
    ],
    tells: [inHandlingUnit(role['unit-clerk'])],
    public: '重新打开',
  },
} satisfies TicketActions;
