import { holderOf, inHandlingUnit, outsideHandlingUnit } from '@huying/kit/access';
import { isNull, ne, or } from '@huying/kit/condition';
import { choice, options, photos, text, unit } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './fields.ts';
import { nothingOpen } from './nothing-open.ts';
import { centre, dispatching } from './parties.ts';
import { fact, type TicketActions } from './ticket-names.ts';

/** What the dispatch centre does until a unit has the ticket. */
export const atTheCentre = {
  answer: {
    label: '直接答复',
    in: ['received'],
    to: 'closed',
    by: [holderOf(role.operator), ...centre],
    ask: {
      answer: text('答复内容', { max: 2000, lines: 4 }).required(),
      solved: question.solved,
    },
    guards: nothingOpen,
    effects: [{ do: 'result', is: 'answered' }],
    sends: 'reply',
    public: '已当场答复',
    publicAsks: ['answer'],
  },
  transfer: {
    label: '转 110、119、120',
    in: ['received'],
    to: 'closed',
    by: [holderOf(role.operator), ...centre],
    ask: {
      to: choice('转往', options({ police: '110', fire: '119', ambulance: '120' })).required(),
      answer: text('情况记录', { max: 2000, lines: 3 }).required(),
    },
    guards: [
      ...nothingOpen,
      {
        name: 'notDangerous',
        barredWhen: or(isNull(fact('data.urgency')), ne(fact('data.urgency'), 'danger')),
        because: '只有危及安全的来电才能三方转接',
      },
    ],
    effects: [{ do: 'result', is: 'transferred' }],
    public: '已转接紧急救援',
  },
  confirmFirst: {
    label: '先行核实',
    in: ['received'],
    to: 'confirming',
    by: centre,
    ask: { question: text('核实要点', { max: 500, lines: 2 }).required() },
    tells: [outsideHandlingUnit(role.verifier)],
  },
  confirmed: {
    label: '核实反馈',
    in: ['confirming'],
    to: 'received',
    by: [outsideHandlingUnit(role.verifier), holderOf(role['shift-leader'])],
    ask: {
      found: choice('核实结果', options({ true: '属实', partly: '部分属实', false: '不属实' })).required(),
      note: text('核实情况', { max: 1000, lines: 3 }).required(),
      photos: photos('核实照片', { max: 9 }),
    },
    primary: true,
    tells: [holderOf(role.acceptor)],
  },
  file: {
    label: '立案',
    in: ['received'],
    to: 'filed',
    by: centre,
    ask: {
      matter: question.matter,
      condition: question.condition,
      demandKind: question.demandKind,
      urgency: question.urgency,
      complainedUnit: question.complainedUnit,
    },
    informs: 'accepted',
    public: '已受理',
    primary: true,
  },
  decline: {
    label: '不予受理',
    in: ['received'],
    to: 'closed',
    by: [holderOf(role['shift-leader'])],
    ask: { answer: text('不予受理的理由', { max: 2000, lines: 3 }).required() },
    guards: nothingOpen,
    effects: [{ do: 'result', is: 'declined' }],
    informs: 'declined',
    sends: 'reply',
    public: '不予受理',
    publicAsks: ['answer'],
  },
  returnToCity: {
    label: '退回市平台',
    in: ['received', 'filed', 'arbitration'],
    to: 'closed',
    by: [holderOf(role['shift-leader'])],
    ask: { answer: text('退回理由', { max: 1000, lines: 3 }).required() },
    guards: [
      ...nothingOpen,
      { name: 'notFromCity', barredWhen: isNull(fact('data.cityNumber')), because: '不是市平台转来的工单' },
    ],
    effects: [{ do: 'result', is: 'returned' }],
    sends: 'return',
  },
  returnToAcceptor: {
    label: '退回受理',
    in: ['filed'],
    to: 'received',
    by: dispatching,
    ask: { reason: question.reason },
    tells: [holderOf(role.acceptor)],
  },
  dispatch: {
    label: '派单',
    in: ['filed'],
    to: 'dispatched',
    by: dispatching,
    ask: {
      unit: unit('主办单位').required(),
      dispatchReason: text('派单依据', { max: 500, lines: 2 }).required(),
    },
    effects: [{ do: 'dispatch' }],
    tells: [inHandlingUnit(role['unit-clerk'])],
    sends: 'progress',
    public: '已派单',
    primary: true,
  },
  arbitrate: {
    label: '裁定派单',
    in: ['arbitration'],
    to: 'dispatched',
    by: [holderOf(role['shift-leader'])],
    ask: {
      unit: unit('先办单位').required(),
      dispatchReason: text('裁定理由', { max: 500, lines: 3 }).required(),
    },
    effects: [{ do: 'dispatch' }],
    tells: [inHandlingUnit(role['unit-clerk']), inHandlingUnit(role['unit-head'])],
    sends: 'progress',
    public: '已派单',
    primary: true,
  },
} satisfies TicketActions;
