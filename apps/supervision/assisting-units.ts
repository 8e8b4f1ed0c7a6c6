import { inAskedUnit } from '@huying/kit/access';
import { eq } from '@huying/kit/condition';
import { text, unit, yesNo } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './item-fields.ts';
import { fact, type ItemActions } from './item-names.ts';
import { handlingSide, office, ordering, unitDesk } from './parties.ts';

/** Assisting units, each with a clock of its own, and what is said beside the flow. */
export const assistingUnits = {
  askUnit: {
    label: '请单位协办',
    in: ['assigned', 'signed', 'underway'],
    by: [...office, ...handlingSide],
    ask: {
      assisting: unit('协办单位').required(),
      question: text('请协办的事项', { max: 1000, lines: 3 }).required(),
      mandatory: yesNo('必须答复后才能销号'),
    },
    effects: [{ do: 'askUnit' }],
    tells: [inAskedUnit(role['unit-clerk'])],
  },
  answerUnit: {
    label: '协办反馈',
    in: 'open',
    by: [inAskedUnit(role['unit-clerk']), inAskedUnit(role['unit-head'])],
    ask: { answer: text('协办情况', { max: 1000, lines: 3 }).required() },
    effects: [{ do: 'answerUnit' }],
    tells: [...handlingSide, ...office],
  },
  waiveUnit: {
    label: '免予协办',
    in: 'open',
    by: office,
    ask: { assisting: unit('协办单位').required(), reason: question.reason },
    guards: [{ name: 'noneOpen', barredWhen: eq(fact('parts.asked'), 0), because: '没有未答复的协办单位' }],
    effects: [{ do: 'waiveUnit' }],
    tells: handlingSide,
  },
  urge: {
    label: '催办',
    in: ['assigned', 'signed', 'underway', 'held'],
    by: ordering,
    ask: { note: text('催办说明', { max: 500, lines: 2 }) },
    tells: handlingSide,
  },
  note: {
    label: '备注',
    in: 'open',
    by: [...ordering, ...unitDesk],
    ask: { note: text('备注', { max: 1000, lines: 3 }).required() },
  },
} satisfies ItemActions;
