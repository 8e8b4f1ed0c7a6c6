import { holderOf } from '@huying/kit/access';
import { eq, gt, or } from '@huying/kit/condition';
import { text } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './fields.ts';
import { unitDesk } from './parties.ts';
import { fact, type TicketActions } from './ticket-names.ts';

const settled = {
  name: 'settled',
  barredWhen: or(eq(fact('count.appeal'), 0), gt(fact('count.grantAppeal'), 0), gt(fact('count.refuseAppeal'), 0)),
  because: '没有待处理的申诉',
};

/**
 * What decides how a ticket counts, and never what happened to it: the lateness stays on record, and the number of tickets left
 * out is printed beside every rate.
 */
export const judgements = {
  appeal: {
    label: '申诉',
    in: ['callback', 'closed'],
    by: unitDesk,
    ask: { reason: text('申诉理由', { max: 1000, lines: 3 }).required() },
    atMost: 'hotline.appealAtMost',
    guards: [{ name: 'inTime', barredWhen: eq(fact('clock.whole.late'), false), because: '本单没有超过时限' }],
    tells: [holderOf(role.supervisor)],
  },
  grantAppeal: {
    label: '同意申诉',
    in: ['callback', 'closed'],
    by: [holderOf(role.supervisor)],
    ask: { reason: question.reason },
    guards: [settled],
    tells: unitDesk,
  },
  refuseAppeal: {
    label: '不同意申诉',
    in: ['callback', 'closed'],
    by: [holderOf(role.supervisor)],
    ask: { reason: question.reason },
    guards: [settled],
    tells: unitDesk,
  },
  judgeUnreasonable: {
    label: '认定为不合理诉求',
    in: ['callback', 'closed'],
    by: [holderOf(role['shift-leader'])],
    ask: { reason: question.reason },
    guards: [{ name: 'judged', barredWhen: gt(fact('count.judgeUnreasonable'), 0), because: '已经认定' }],
    tells: unitDesk,
  },
} satisfies TicketActions;
