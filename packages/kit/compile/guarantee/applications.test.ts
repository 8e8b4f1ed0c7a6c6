import { lostBook, roles } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { holderOf, inHandlingUnit } from '../../access/index.ts';
import type { ActionSpec, CaseType } from '../../case/index.ts';
import { gt, property } from '../../condition/index.ts';
import { text, unit, yesNo } from '../../field/index.ts';
import { answerGuarantee } from '../answer-guarantee.ts';

const desk = holderOf(roles.desk);
const branch = inHandlingUnit(roles.branch);
const SHUT = 'Bar what ends the case while it is pending, or settle it on the way.';
const found = (type: CaseType) =>
  answerGuarantee(type, roles).map(({ path, rule, remedy }) => [path.slice(type.id.length + 1), rule, remedy]);

describe('joint handling', () => {
  const joint = (close: readonly string[]): CaseType => ({
    ...lostBook,
    partClock: {
      label: '协办',
      limit: { from: 'parameter', name: 'library.searchLimit' },
      rungs: [{ name: 'late', at: 1, do: 'escalate', to: [holderOf(roles.head)] }],
    },
    actions: Object.fromEntries([
      ...Object.entries(lostBook.actions).map(([name, action]): [string, ActionSpec] => [
        name,
        close.includes(name)
          ? {
              ...action,
              guards: [
                ...(action.guards ?? []),
                { name: 'partsOpen', barredWhen: gt(property('parts.open'), 0), because: '协办未答复' },
              ],
            }
          : action,
      ]),
      [
        'askUnit',
        {
          label: '请协办',
          in: ['searching'],
          by: [branch],
          ask: {
            assisting: unit('单位').required(),
            question: text('事项', { max: 99 }).required(),
            mandatory: yesNo('必须答复'),
          },
          effects: [{ do: 'askUnit' }],
        },
      ],
      [
        'answerUnit',
        {
          label: '协办答复',
          in: 'open',
          by: [{ party: 'askedUnit', role: 'branch' }],
          ask: { answer: text('答复', { max: 500 }).required() },
          effects: [{ do: 'answerUnit' }],
        },
      ],
      [
        'waiveUnit',
        {
          label: '免予协办',
          in: 'open',
          by: [desk],
          ask: { assisting: unit('单位').required() },
          effects: [{ do: 'waiveUnit' }],
        },
      ],
    ]),
  });

  it('a case that waits for the mandatory parts, or waives them, is accepted', () => {
    expect(found(joint(['found', 'answer']))).toEqual([]);
  });

  it('a case that can end over a mandatory part is refused', () => {
    expect(found(joint(['found']))).toEqual([['parts', 'left-open', SHUT]]);
  });

  it('assisting units without a clock are refused', () => {
    const { partClock: _, ...type } = joint(['found', 'answer']);
    expect(found(type)).toEqual([['partClock', 'unclocked-request', 'Declare partClock.']]);
  });
});
