import { holderOf, inHandlingUnit, theSystem } from '@huying/kit/access';
import { and, eq, gt, gte, lte } from '@huying/kit/condition';
import { choice, date, number, options, text, unit } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './item-fields.ts';
import { asked, fact, type ItemActions } from './item-names.ts';
import { withUnit } from './item-states.ts';
import { partsAnswered } from './nothing-open.ts';
import { handlingSide, office, ordering, unitDesk } from './parties.ts';

const noReturn = { name: 'none', barredWhen: eq(fact('pending.return'), false), because: '没有待审批的退办申请' };
const noExtension = { name: 'none', barredWhen: eq(fact('pending.extension'), false), because: '没有待审批的延期申请' };
const noHold = { name: 'none', barredWhen: eq(fact('pending.hold'), false), because: '没有待审批的暂停申请' };
const noTermination = {
  name: 'none',
  barredWhen: eq(fact('pending.termination'), false),
  because: '没有待审批的终止申请',
};

/** What is applied for, and who decides it: another unit, more time, a pause, an end. */
export const applications = {
  askReturn: {
    label: '申请退办',
    in: ['assigned', 'signed'],
    by: unitDesk,
    ask: { reason: text('退办理由', { max: 1000, lines: 3 }).required(), suggestedUnit: unit('建议承办单位') },
    guards: [
      { name: 'pending', barredWhen: eq(fact('pending.return'), true), because: '已有一件退办申请在审批' },
      { name: 'windowPassed', barredWhen: eq(fact('clock.returnWindow.late'), true), because: '已超过退办申请期限' },
    ],
    effects: [{ do: 'open', request: 'return' }],
    tells: office,
  },
  agreeReturn: {
    label: '同意退办并改派',
    in: ['assigned', 'signed'],
    to: 'assigned',
    by: office,
    ask: {
      unit: unit('牵头单位').required(),
      due: question.due.required(),
      dispatchReason: text('改派依据', { max: 1000, lines: 3 }).required(),
    },
    guards: [
      noReturn,
      { name: 'sameUnit', barredWhen: eq(asked('unit'), fact('unit')), because: '改派的单位须与申请退办的单位不同' },
    ],
    effects: [{ do: 'settle', request: 'return' }, { do: 'release', voids: ['extension'] }, { do: 'dispatch' }],
    tells: unitDesk,
  },
  refuseReturn: {
    label: '不同意退办',
    in: ['assigned', 'signed'],
    by: office,
    ask: { note: question.opinion.required() },
    guards: [noReturn],
    // The clock went on meanwhile: a refused return wins no time.
    effects: [{ do: 'settle', request: 'return' }],
    tells: unitDesk,
  },
  askExtension: {
    label: '申请延期',
    in: ['signed', 'underway'],
    by: handlingSide,
    ask: {
      days: number('延长工作日', { min: 1, max: 120, integer: true, unit: '工作日' }).required(),
      reason: question.reason,
    },
    guards: [
      { name: 'late', barredWhen: eq(fact('clock.whole.late'), true), because: '已经超过时限，延期须在到期前申请' },
      { name: 'pending', barredWhen: eq(fact('pending.extension'), true), because: '已有一件延期申请在审批' },
      {
        name: 'usedUp',
        barredWhen: gte(fact('count.grantExtension'), fact('parameter.supervision.extendAtMost')),
        because: '延期已批准过规定的次数',
      },
    ],
    effects: [{ do: 'open', request: 'extension' }],
    tells: office,
  },
  grantExtension: {
    label: '同意延期',
    in: withUnit,
    by: ordering,
    ask: { note: question.opinion },
    guards: [
      noExtension,
      {
        name: 'second',
        barredWhen: and(gt(fact('count.grantExtension'), 0), eq(fact('acting.role'), 'supervisor')),
        because: '第二次延期由区领导审批',
      },
    ],
    effects: [
      { do: 'extend', request: 'extension', clocks: ['whole'] },
      { do: 'settle', request: 'extension' },
    ],
    tells: handlingSide,
  },
  refuseExtension: {
    label: '不同意延期',
    in: withUnit,
    by: ordering,
    ask: { note: question.opinion.required() },
    guards: [noExtension],
    effects: [{ do: 'settle', request: 'extension' }],
    tells: handlingSide,
  },
  askHold: {
    label: '申请暂停',
    in: ['underway'],
    by: [...handlingSide, ...office],
    ask: {
      // A closed list: what is not on it does not stop the clock.
      cause: choice(
        '暂停原因',
        options({
          court: '诉讼、仲裁',
          expropriation: '征收拆迁',
          approval: '上级审批',
          tender: '招标采购',
          hearing: '听证、公示',
          appraisal: '检测、鉴定、专家评审',
          disaster: '灾害等不可抗力',
        }),
      ).required(),
      awaited: text('等待的条件', { max: 500, lines: 2 }).required(),
      until: date('暂停至').required(),
    },
    guards: [
      { name: 'pending', barredWhen: eq(fact('pending.hold'), true), because: '已有一件暂停申请在审批' },
      { name: 'past', barredWhen: lte(fact('days.until'), 0), because: '暂停的截止日须在今天之后' },
      {
        name: 'tooLong',
        barredWhen: gt(fact('days.until'), fact('parameter.supervision.holdDaysAtMost')),
        because: '暂停超过规定的最长天数',
      },
      { name: 'late', barredWhen: eq(fact('clock.whole.late'), true), because: '已经超过时限' },
    ],
    effects: [{ do: 'open', request: 'hold' }],
    tells: office,
  },
  grantHold: {
    label: '同意暂停',
    in: ['underway'],
    to: 'held',
    by: ordering,
    ask: { note: question.opinion },
    guards: [noHold],
    effects: [
      { do: 'hold', request: 'hold' },
      { do: 'settle', request: 'hold' },
    ],
    tells: handlingSide,
  },
  refuseHold: {
    label: '不同意暂停',
    in: ['underway'],
    by: ordering,
    ask: { note: question.opinion.required() },
    guards: [noHold],
    effects: [{ do: 'settle', request: 'hold' }],
    tells: handlingSide,
  },
  resume: {
    label: '恢复办理',
    in: ['held'],
    to: 'underway',
    by: [theSystem, ...unitDesk, ...office],
    tells: handlingSide,
    primary: true,
  },
  askTermination: {
    label: '申请终止',
    in: withUnit,
    by: [...office, inHandlingUnit(role['unit-head'])],
    ask: { reason: text('终止理由', { max: 1000, lines: 3 }).required() },
    guards: [{ name: 'pending', barredWhen: eq(fact('pending.termination'), true), because: '已有一件终止申请在审批' }],
    effects: [{ do: 'open', request: 'termination' }],
    tells: [holderOf(role['district-leader'])],
  },
  grantTermination: {
    label: '同意终止',
    in: withUnit,
    to: 'terminated',
    by: [holderOf(role['district-leader'])],
    ask: { conclusion: text('终止意见', { max: 1000, lines: 3 }).required() },
    guards: [noTermination, partsAnswered],
    effects: [
      { do: 'result', is: 'terminated' },
      { do: 'release', voids: ['return', 'extension', 'hold', 'termination', 'noticeDraft', 'notice'] },
    ],
    tells: [...unitDesk, ...office],
  },
  refuseTermination: {
    label: '不同意终止',
    in: withUnit,
    by: [holderOf(role['district-leader'])],
    ask: { note: question.opinion.required() },
    guards: [noTermination],
    effects: [{ do: 'settle', request: 'termination' }],
    tells: [...unitDesk, ...office],
  },
} satisfies ItemActions;
