import { theHandler } from '@huying/kit/access';
import { eq, isNull, not } from '@huying/kit/condition';
import { instant, text, unit, worker } from '@huying/kit/field';
import { office, unitDesk } from './parties.ts';
import { fact, type ProposalActions } from './proposal-names.ts';

/** From the office to the unit that answers, and back where it is not its duty. */
export const handingOn = {
  assign: {
    label: '交办',
    in: ['received'],
    to: 'entrusted',
    by: office,
    ask: {
      unit: unit('主办单位').required(),
      dispatchReason: text('交办依据', { max: 500, lines: 2 }).required(),
      due: instant('答复时限'),
    },
    effects: [{ do: 'dispatch' }],
    tells: unitDesk,
    informs: 'proposalAssigned',
    public: '已交承办单位办理',
    primary: true,
  },
  sign: {
    label: '签收',
    in: ['entrusted'],
    to: 'contacting',
    by: unitDesk,
    tells: office,
    public: '承办单位已签收',
    primary: true,
  },
  sendBack: {
    label: '退回',
    in: ['entrusted', 'contacting'],
    to: 'received',
    by: unitDesk,
    ask: { reason: text('退回理由', { max: 500, lines: 3 }).required(), suggestedUnit: unit('建议承办单位') },
    atMost: 'proposals.sendBackAtMost',
    guards: [
      { name: 'windowPassed', barredWhen: eq(fact('clock.sendBackWindow.late'), true), because: '已超过退回期限' },
      { name: 'appointed', barredWhen: not(isNull(fact('handler'))), because: '已指派承办人，不再退回' },
    ],
    effects: [{ do: 'release', voids: ['extension'] }],
    tells: office,
  },
  appoint: {
    label: '指派承办人',
    in: ['contacting', 'replying', 'again', 'tracking'],
    by: unitDesk,
    ask: { handler: worker('承办人').required() },
    effects: [{ do: 'release', voids: [], when: not(isNull(fact('handler'))) }, { do: 'assign' }],
    tells: [theHandler],
  },
} satisfies ProposalActions;
