import { holderOf, inHandlingUnit, theHandler, theSystem } from '@huying/kit/access';
import type { MergingSpec } from '@huying/kit/case';
import { gt, isNull } from '@huying/kit/condition';
import { number, text, unit } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './fields.ts';
import { nothingOpen } from './nothing-open.ts';
import { centre } from './parties.ts';
import { states } from './states.ts';
import { fact, type TicketActions, type TicketResult, type TicketState } from './ticket-names.ts';

const everywhere = Object.keys(states) as TicketState[];
/** One by one there are far fewer; a number field names its limits. */
const waiting = number('随办件数', { min: 0, max: 100_000, integer: true }).required();

/**
 * Calls about what another ticket is about already (并案). The later ticket keeps its number, its caller and the time promised to them; it is
 * answered when its main ticket is, and its caller is called back like any other.
 */
export const mergingActions = {
  markDuplicate: {
    label: '标记为重复诉求',
    // Once a unit has it, it is that unit's work: it is sent back first.
    in: ['received', 'filed', 'arbitration'],
    to: 'merged',
    by: [holderOf(role.operator), holderOf(role.dispatcher), ...centre],
    ask: { earlier: text('主件编号', { max: 40 }).required() },
    guards: nothingOpen,
    public: '已与同一诉求合并办理',
  },
  separate: {
    label: '分开',
    in: ['merged'],
    to: [{ when: gt(fact('count.file'), 0), to: 'filed' }, { to: 'received' }],
    by: [holderOf(role.operator), holderOf(role.dispatcher), ...centre],
    ask: { reason: question.reason },
    tells: [holderOf(role.acceptor)],
    public: '恢复单独办理',
  },
  answerMerged: {
    label: '随主件答复',
    in: ['merged'],
    to: [{ when: isNull(fact('data.phone')), to: 'closed' }, { to: 'callback' }],
    by: [theSystem],
    ask: {
      result: question.result,
      answer: question.answer,
      // Whoever handled the main ticket handled this one: what is not solved comes back to them.
      unit: unit('主办单位').required(),
    },
    effects: [{ do: 'dispatch' }, { do: 'resultAsked' }],
    informs: 'closed',
    sends: 'reply',
    public: '已办结',
    publicAsks: ['answer'],
  },
  releaseMerged: {
    label: '主件未答复，恢复单独办理',
    in: ['merged'],
    to: [{ when: gt(fact('count.file'), 0), to: 'filed' }, { to: 'received' }],
    by: [theSystem],
    tells: [holderOf(role.acceptor), holderOf(role.dispatcher)],
    public: '恢复单独办理',
  },
  takeIn: {
    label: '并入一件',
    in: everywhere,
    by: [theSystem],
    ask: { waiting },
    tells: [inHandlingUnit(role['unit-clerk']), theHandler],
  },
  letGo: { label: '分出一件', in: everywhere, by: [theSystem], ask: { waiting } },
} satisfies TicketActions;

/** An answer to what was handled holds for everybody who asked; one given on the line, a refusal or a transfer only for who heard it. */
export const merging = {
  action: 'markDuplicate',
  into: 'earlier',
  follows: 'merged',
  separate: 'separate',
  joined: 'takeIn',
  left: 'letGo',
  answered: 'answerMerged',
  answers: ['fixed', 'explained', 'unresolved'],
  unanswered: 'releaseMerged',
} as const satisfies MergingSpec<TicketState, TicketResult, keyof typeof mergingActions>;
