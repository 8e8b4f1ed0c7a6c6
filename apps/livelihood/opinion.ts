import { holderOf } from '@huying/kit/access';
import { defineCase } from '@huying/kit/case';
import { eq, isNull, property } from '@huying/kit/condition';
import { choice, options, text } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { fields, intake } from './opinion-fields.ts';

const screening = [holderOf(role.supervisor), holderOf(role['report-editor'])];
const leaders = [holderOf(role['district-leader'])];
/** Who leaves no number is told by a person, and the opinion stays open until that is done. */
const hasNoPhone = { when: isNull(property('data.phone')), to: 'telling' } as const;
const answer = (label: string) => text(label, { max: 2000, lines: 4 }).required();

/**
 * What somebody proposed for the livelihood projects of a year: screened, with a reason, and whoever proposed it is always told what
 * became of it.
 */
export const opinion = defineCase({
  id: 'opinion',
  name: '征集意见',
  numberPrefix: 'YJ',

  fields,
  roles: { title: 'title', place: 'place', matter: 'matter', callerPhone: 'phone' },
  intake,
  openedBy: [...screening, holderOf(role.operator), holderOf(role.acceptor), holderOf(role['congress-officer'])],
  seenBy: [holderOf(role['report-editor']), holderOf(role['congress-officer'])],

  states: {
    screening: '待筛选',
    telling: '待告知',
    adopted: '采纳为建议项目',
    merged: '并入已有',
    unadopted: '未采纳',
  },
  ends: ['adopted', 'merged', 'unadopted'],
  opens: 'screening',
  closedFrom: [],
  results: { adopted: '采纳为建议项目', merged: '并入已有', unadopted: '未采纳' },
  closingDemands: [],
  owner: { screening: holderOf(role.supervisor), telling: holderOf(role.supervisor) },

  requests: {},
  clocks: {
    screen: {
      label: '筛选',
      limit: { from: 'parameter', name: 'livelihood.screeningLimit' },
      runs: ['screening'],
      promised: true,
      rungs: [
        { name: 'warned', at: 0.8, do: 'warn', to: screening },
        { name: 'late', at: 1, do: 'escalate', to: leaders },
      ],
    },
    tell: {
      label: '告知',
      limit: { from: 'parameter', name: 'livelihood.tellingLimit' },
      runs: ['telling'],
      rungs: [
        { name: 'late', at: 1, do: 'urge', to: screening },
        { name: 'escalated', at: 2, do: 'escalate', to: leaders },
      ],
    },
  },

  actions: {
    adopt: {
      label: '采纳为建议项目',
      in: ['screening'],
      to: [hasNoPhone, { to: 'adopted' }],
      by: screening,
      ask: {
        domain: fields.domain.required(),
        candidate: text('建议项目编号', { max: 40 }),
        answer: answer('答复提出人'),
      },
      effects: [{ do: 'result', is: 'adopted' }],
      informs: 'opinionAnswered',
      public: '已采纳为建议项目',
      publicAsks: ['answer'],
      primary: true,
    },
    merge: {
      label: '并入已有',
      in: ['screening'],
      to: [hasNoPhone, { to: 'merged' }],
      by: screening,
      ask: { candidate: text('并入的建议项目编号', { max: 40 }).required(), answer: answer('答复提出人') },
      effects: [{ do: 'result', is: 'merged' }],
      informs: 'opinionAnswered',
      public: '已并入已有的建议项目',
      publicAsks: ['answer'],
    },
    decline: {
      label: '不采纳',
      in: ['screening'],
      to: [hasNoPhone, { to: 'unadopted' }],
      by: screening,
      ask: {
        cause: choice(
          '不采纳的原因',
          options({
            scope: '不属区级事权',
            already: '已有安排或已办成',
            funds: '财力暂不具备',
            law: '不符合法规政策',
            unclear: '内容不具体且无法核实',
          }),
        ).required(),
        answer: answer('不采纳的理由（答复提出人）'),
      },
      effects: [{ do: 'result', is: 'unadopted' }],
      informs: 'opinionAnswered',
      public: '经筛选未采纳',
      publicAsks: ['cause', 'answer'],
    },
    told: {
      label: '已告知提出人',
      in: ['telling'],
      to: [
        { when: eq(property('result'), 'adopted'), to: 'adopted' },
        { when: eq(property('result'), 'merged'), to: 'merged' },
        { to: 'unadopted' },
      ],
      by: screening,
      ask: { toldBy: fields.toldBy.required(), note: text('告知情况', { max: 500, lines: 2 }) },
      public: '已告知提出人',
      primary: true,
    },
    note: {
      label: '备注',
      in: 'open',
      by: [...screening, ...leaders, holderOf(role['congress-officer'])],
      ask: { note: text('备注', { max: 1000, lines: 3 }).required() },
    },
  },
});
