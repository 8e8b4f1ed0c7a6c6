import { theHandler } from '@huying/kit/access';
import { and, eq, gt, isNull, not } from '@huying/kit/condition';
import { files, text, worker, yesNo } from '@huying/kit/field';
import { asked, fact, type ItemActions } from './item-names.ts';
import { handlingSide, office, unitDesk } from './parties.ts';

const returning = { name: 'returnPending', barredWhen: eq(fact('pending.return'), true), because: '退办申请尚未审批' };

/** What the lead unit does with an item it was given. */
export const inTheUnit = {
  sign: {
    label: '签收',
    in: ['assigned'],
    to: 'signed',
    by: unitDesk,
    guards: [returning],
    tells: office,
    primary: true,
  },
  begin: {
    label: '报送办理方案',
    in: ['signed'],
    to: 'underway',
    by: unitDesk,
    ask: { plan: text('办理方案', { max: 4000, lines: 6 }).required(), planFiles: files('方案附件', { max: 9 }) },
    guards: [returning],
    tells: office,
    primary: true,
  },
  appoint: {
    label: '指派承办人',
    in: ['signed', 'underway'],
    by: unitDesk,
    ask: { handler: worker('承办人').required() },
    effects: [{ do: 'release', voids: [], when: not(isNull(fact('handler'))) }, { do: 'assign' }],
    tells: [theHandler],
  },
  report: {
    label: '反馈',
    in: ['underway'],
    to: 'reported',
    by: handlingSide,
    ask: {
      progress: text('办理情况', { max: 4000, lines: 6 }).required(),
      evidence: files('佐证材料', { max: 20 }),
      finished: yesNo('是否申请销号').required(),
    },
    guards: [
      { name: 'holdPending', barredWhen: eq(fact('pending.hold'), true), because: '暂停申请尚未审批' },
      {
        name: 'partsOpen',
        barredWhen: and(eq(asked('finished'), true), gt(fact('parts.open'), 0)),
        because: '还有必须答复的协办单位没有答复，不能申请销号',
      },
    ],
    tells: office,
    primary: true,
  },
} satisfies ItemActions;
