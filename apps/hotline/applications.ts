import { holderOf, theSystem } from '@huying/kit/access';
import { and, eq, gt, gte, isNull, lte, ne } from '@huying/kit/condition';
import { date, instant, number, text, unit } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './fields.ts';
import { dispatching, handlingSide, unitDesk } from './parties.ts';
import { asked, fact, type TicketActions } from './ticket-names.ts';

const noExtension = { name: 'none', barredWhen: eq(fact('pending.extension'), false), because: '没有待审批的延期申请' };
const noHold = { name: 'none', barredWhen: eq(fact('pending.hold'), false), because: '没有待审批的挂起申请' };
const elsewhere = ne(asked('unit'), fact('unit'));

/** What the handling unit applies for, and who decides it: more time, a hold, a joint meeting. */
export const applications = {
  askExtension: {
    label: '申请延期',
    in: ['handling'],
    by: handlingSide,
    ask: {
      days: number('延长工作日', { min: 1, max: 30, integer: true, unit: '工作日' }).required(),
      reason: question.reason,
    },
    guards: [
      {
        name: 'late',
        barredWhen: eq(fact('clock.handle.late'), true),
        because: '已经超过时限，延期须在到期前申请',
      },
      { name: 'pending', barredWhen: eq(fact('pending.extension'), true), because: '已有一件延期申请在审批' },
      {
        name: 'usedUp',
        barredWhen: gte(fact('count.grantExtension'), fact('parameter.hotline.extendAtMost')),
        because: '延期已批准过规定的次数',
      },
    ],
    effects: [{ do: 'open', request: 'extension' }],
    tells: dispatching,
  },
  grantExtension: {
    label: '同意延期',
    in: ['handling', 'held'],
    by: dispatching,
    ask: { note: question.opinion },
    guards: [
      noExtension,
      {
        name: 'second',
        barredWhen: and(gt(fact('count.grantExtension'), 0), eq(fact('acting.role'), 'dispatcher')),
        because: '第二次延期由值班长审批',
      },
    ],
    effects: [
      { do: 'extend', request: 'extension', clocks: ['handle', 'whole'] },
      { do: 'settle', request: 'extension' },
    ],
    tells: handlingSide,
    informs: 'extended',
    sends: 'extension',
    public: '经批准延长办理时限',
  },
  refuseExtension: {
    label: '不同意延期',
    in: ['handling', 'held'],
    by: dispatching,
    ask: { note: question.opinion.required() },
    guards: [noExtension],
    effects: [{ do: 'settle', request: 'extension' }],
    tells: handlingSide,
  },
  askCity: {
    label: '向市平台申请延期',
    in: ['handling', 'held'],
    by: dispatching,
    ask: { until: instant('申请延长至').required(), reason: question.reason },
    guards: [
      { name: 'notFromCity', barredWhen: isNull(fact('data.cityNumber')), because: '不是市平台转来的工单' },
      noExtension,
      { name: 'notLater', barredWhen: lte(asked('until'), fact('data.cityDue')), because: '须晚于市平台现在的时限' },
    ],
    sends: 'extension',
  },
  askHold: {
    label: '申请挂起',
    in: ['handling'],
    by: handlingSide,
    ask: {
      awaited: text('等待的条件', { max: 500, lines: 2 }).required(),
      until: date('挂起至').required(),
    },
    guards: [
      { name: 'pending', barredWhen: eq(fact('pending.hold'), true), because: '已有一件挂起申请在审批' },
      { name: 'once', barredWhen: gt(fact('count.grantHold'), 0), because: '每件工单只能挂起一次' },
      { name: 'past', barredWhen: lte(fact('days.until'), 0), because: '挂起的截止日须在今天之后' },
      {
        name: 'tooLong',
        barredWhen: gt(fact('days.until'), fact('parameter.hotline.holdDaysAtMost')),
        because: '挂起超过规定的最长天数',
      },
      { name: 'objected', barredWhen: eq(fact('pending.objection'), true), because: '正在会商' },
      { name: 'late', barredWhen: eq(fact('clock.handle.late'), true), because: '已经超过时限' },
    ],
    effects: [{ do: 'open', request: 'hold' }],
    tells: [holderOf(role['shift-leader'])],
  },
  grantHold: {
    label: '同意挂起',
    in: ['handling'],
    to: 'held',
    by: [holderOf(role['shift-leader'])],
    ask: { note: question.opinion },
    guards: [noHold],
    effects: [
      { do: 'hold', request: 'hold' },
      { do: 'settle', request: 'hold' },
    ],
    tells: handlingSide,
    public: '因等待条件暂时挂起',
  },
  refuseHold: {
    label: '不同意挂起',
    in: ['handling'],
    by: [holderOf(role['shift-leader'])],
    ask: { note: question.opinion.required() },
    guards: [noHold],
    effects: [{ do: 'settle', request: 'hold' }],
    tells: handlingSide,
  },
  resume: {
    label: '恢复办理',
    in: ['held'],
    to: 'handling',
    by: [theSystem, ...unitDesk, holderOf(role['shift-leader'])],
    tells: handlingSide,
    public: '恢复办理',
    primary: true,
  },
  object: {
    label: '提请会商',
    in: ['handling'],
    by: unitDesk,
    ask: { reason: text('异议理由', { max: 1000, lines: 3 }).required() },
    guards: [
      { name: 'notArbitrated', barredWhen: eq(fact('count.arbitrate'), 0), because: '尚未裁定，可按退单办理' },
      { name: 'pending', barredWhen: eq(fact('pending.objection'), true), because: '正在会商' },
      { name: 'holdPending', barredWhen: eq(fact('pending.hold'), true), because: '挂起申请尚未审批' },
    ],
    atMost: 'hotline.objectAtMost',
    effects: [{ do: 'open', request: 'objection' }],
    tells: [holderOf(role['shift-leader']), holderOf(role.supervisor)],
  },
  conclude: {
    label: '会商决定',
    in: ['handling'],
    to: [{ when: elsewhere, to: 'dispatched' }, { to: 'handling' }],
    by: [holderOf(role['shift-leader'])],
    ask: {
      unit: unit('主办单位').required(),
      dispatchReason: text('会商决定', { max: 500, lines: 3 }).required(),
    },
    guards: [{ name: 'none', barredWhen: eq(fact('pending.objection'), false), because: '没有提请会商' }],
    effects: [
      { do: 'settle', request: 'objection' },
      { do: 'release', voids: ['extension', 'hold'], when: elsewhere },
      { do: 'dispatch', when: elsewhere },
    ],
    tells: unitDesk,
    sends: 'progress',
  },
} satisfies TicketActions;
