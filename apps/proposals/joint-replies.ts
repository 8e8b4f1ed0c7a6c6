import { inAskedUnit } from '@huying/kit/access';
import { eq } from '@huying/kit/condition';
import { text, unit, yesNo } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { entering, handlingSide, office, unitDesk } from './parties.ts';
import { question } from './proposal-fields.ts';
import { fact, type ProposalActions } from './proposal-names.ts';
import { inWork } from './proposal-states.ts';

/** Joint replies (会办): assisting units give their opinion to the lead unit, each with a clock of its own. */
export const jointReplies = {
  askUnit: {
    label: '请单位会办',
    in: ['entrusted', ...inWork],
    by: [...office, ...handlingSide],
    ask: {
      assisting: unit('会办单位').required(),
      question: text('会办事项', { max: 1000, lines: 3 }).required(),
      mandatory: yesNo('必须提出意见后才能答复'),
    },
    effects: [{ do: 'askUnit' }],
    tells: [inAskedUnit(role['unit-clerk'])],
  },
  answerUnit: {
    label: '会办意见',
    in: 'open',
    by: [inAskedUnit(role['unit-clerk']), inAskedUnit(role['unit-head'])],
    ask: { answer: text('会办意见', { max: 4000, lines: 4 }).required() },
    effects: [{ do: 'answerUnit' }],
    tells: handlingSide,
  },
  waiveUnit: {
    label: '免予会办',
    in: 'open',
    by: office,
    ask: { assisting: unit('会办单位').required(), reason: question.reason },
    guards: [{ name: 'noneOpen', barredWhen: eq(fact('parts.asked'), 0), because: '没有未提出意见的会办单位' }],
    effects: [{ do: 'waiveUnit' }],
    tells: handlingSide,
  },
  urge: {
    label: '催办',
    in: ['entrusted', ...inWork],
    by: office,
    ask: { note: text('催办说明', { max: 500, lines: 2 }) },
    tells: handlingSide,
  },
  note: {
    label: '备注',
    in: 'open',
    by: [...entering, ...unitDesk],
    ask: { note: text('备注', { max: 1000, lines: 3 }).required() },
  },
} satisfies ProposalActions;
