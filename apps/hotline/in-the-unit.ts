import { holderOf, outsideHandlingUnit, theHandler } from '@huying/kit/access';
import { eq, gt, gte, isNull, not } from '@huying/kit/condition';
import { photos, text, unit, worker, yesNo } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { handlingSide, unitDesk } from './parties.ts';
import { asked, fact, type TicketActions } from './ticket-names.ts';

/** What the handling unit does with a ticket it was given. */
export const inTheUnit = {
  sign: {
    label: '签收',
    in: ['dispatched'],
    to: 'handling',
    by: unitDesk,
    sends: 'signed',
    public: '承办单位已签收',
    primary: true,
  },
  assign: {
    label: '指派承办人',
    in: ['handling'],
    by: unitDesk,
    ask: { handler: worker('承办人').required() },
    // Who is replaced is released first, and what was applied for with them is void.
    effects: [{ do: 'release', voids: ['extension', 'hold'], when: not(isNull(fact('handler'))) }, { do: 'assign' }],
    tells: [theHandler],
  },
  release: {
    label: '撤回承办人',
    in: ['handling'],
    by: unitDesk,
    guards: [{ name: 'nobodyAssigned', barredWhen: isNull(fact('handler')), because: '尚未指派承办人' }],
    effects: [{ do: 'release', voids: ['extension', 'hold'] }],
  },
  contact: {
    label: '联系来电人',
    in: ['dispatched', 'handling'],
    by: handlingSide,
    ask: {
      reached: yesNo('是否联系上').required(),
      note: text('沟通情况', { max: 1000, lines: 3 }).required(),
    },
    guards: [{ name: 'noPhone', barredWhen: isNull(fact('data.phone')), because: '来电人没有留下联系方式' }],
    effects: [{ do: 'meet', clock: 'contact', when: eq(asked('reached'), true) }],
    public: '承办单位已联系来电人',
  },
  handled: {
    label: '处置完成',
    in: ['handling'],
    to: 'done',
    by: handlingSide,
    ask: {
      handled: text('处置情况', { max: 2000, lines: 4 }).required(),
      after: photos('处置后照片', { max: 9 }),
    },
    guards: [
      {
        name: 'partsOpen',
        barredWhen: gt(fact('parts.open'), 0),
        because: '还有必须答复的协办单位没有答复',
      },
      { name: 'stagesLeft', barredWhen: gt(fact('stages.left'), 0), because: '立案条件还有后续阶段没有完成' },
      { name: 'extensionPending', barredWhen: eq(fact('pending.extension'), true), because: '延期申请尚未审批' },
      { name: 'holdPending', barredWhen: eq(fact('pending.hold'), true), because: '挂起申请尚未审批' },
    ],
    // Begun at once, objected to afterwards (先办后议): with the work done the objection has no object.
    effects: [{ do: 'settle', request: 'objection' }],
    tells: [outsideHandlingUnit(role.verifier)],
    public: '已处置，等待核查',
    primary: true,
  },
  stageDone: {
    label: '完成本阶段',
    in: ['handling'],
    by: handlingSide,
    ask: {
      note: text('本阶段情况', { max: 1000, lines: 3 }).required(),
      photos: photos('照片', { max: 9 }),
    },
    guards: [{ name: 'lastStage', barredWhen: eq(fact('stages.left'), 0), because: '立案条件没有下一阶段' }],
    effects: [{ do: 'nextStage', clock: 'handle' }],
    public: '已完成一个阶段',
  },
  sendBack: {
    label: '退单',
    in: ['dispatched', 'handling'],
    // The last return allowed goes to the arbiter.
    to: [
      { when: gte(fact('count.sendBack'), fact('parameter.hotline.sendBackAtMost')), to: 'arbitration' },
      { to: 'filed' },
    ],
    by: unitDesk,
    ask: {
      reason: text('退单理由', { max: 500, lines: 3 }).required(),
      suggestedUnit: unit('建议承办单位'),
    },
    atMost: 'hotline.sendBackAtMost',
    guards: [
      { name: 'windowPassed', barredWhen: eq(fact('clock.sendBackWindow.late'), true), because: '已超过退单期限' },
      { name: 'assigned', barredWhen: not(isNull(fact('handler'))), because: '已指派承办人，请先撤回' },
      { name: 'worked', barredWhen: gt(fact('count.handled'), 0), because: '本单已经处置过，不再退单' },
      { name: 'arbitrated', barredWhen: gt(fact('count.arbitrate'), 0), because: '已经裁定，须先办后议' },
    ],
    effects: [{ do: 'release', voids: ['extension', 'hold', 'objection'] }],
    tells: [holderOf(role.dispatcher)],
  },
} satisfies TicketActions;
