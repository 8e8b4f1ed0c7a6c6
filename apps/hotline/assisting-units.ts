import { inAskedUnit } from '@huying/kit/access';
import { eq } from '@huying/kit/condition';
import { text, unit, yesNo } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './fields.ts';
import { dispatching, handlingSide } from './parties.ts';
import { fact, type TicketActions } from './ticket-names.ts';

/** Joint handling (会办): other units are asked to assist, each with a clock of its own. */
export const assistingUnits = {
  askUnit: {
    label: '请单位协办',
    in: ['handling'],
    by: handlingSide,
    ask: {
      assisting: unit('协办单位').required(),
      question: text('请协办的事项', { max: 1000, lines: 3 }).required(),
      mandatory: yesNo('必须答复后才能办结'),
    },
    effects: [{ do: 'askUnit' }],
    tells: [inAskedUnit(role['unit-clerk'])],
  },
  answerUnit: {
    label: '协办答复',
    in: 'open',
    by: [inAskedUnit(role['unit-clerk']), inAskedUnit(role['unit-head'])],
    ask: { answer: text('答复', { max: 1000, lines: 3 }).required() },
    effects: [{ do: 'answerUnit' }],
    tells: handlingSide,
  },
  waiveUnit: {
    label: '免予协办',
    in: 'open',
    by: dispatching,
    ask: { assisting: unit('协办单位').required(), reason: question.reason },
    guards: [{ name: 'noneOpen', barredWhen: eq(fact('parts.asked'), 0), because: '没有未答复的协办单位' }],
    effects: [{ do: 'waiveUnit' }],
    tells: handlingSide,
  },
} satisfies TicketActions;
