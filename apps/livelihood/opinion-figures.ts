import type { Worklist } from '@huying/kit/app';
import { and, eq, isIn, isNull, lte, not, property } from '@huying/kit/condition';
import { defineFacts, defineMeasure, type Measure } from '@huying/kit/measure';

/** What is said of every opinion; never who gave it. */
export const opinionFacts = defineFacts({
  kind: 'opinion',
  of: 'opinion',
  label: '征集意见',
  matter: ['domain'],
  channel: 'channel',
  fields: {
    state: { label: '状态', type: 'text', is: 'state' },
    result: { label: '筛选结果', type: 'text', is: 'result' },
    openedAt: { label: '登记时间', type: 'instant', is: 'opened' },
    screenDueAt: { label: '筛选时限', type: 'instant', due: 'screen', as: 'now' },
    screenedAt: { label: '筛选时间', type: 'instant', first: { actions: ['adopt', 'merge', 'decline'] } },
    closedAt: { label: '告知时间', type: 'instant', is: 'closed' },
  },
});

const one = { fact: 'opinion', source: '征集意见流水', calendar: 'working', grain: ['all', 'channel'] } as const;
const rate = { decimals: 1, minimum: 20 } as const;

export const opinionMeasures: readonly Measure[] = [
  defineMeasure({
    ...one,
    id: 'opinions.received',
    name: '征集意见数',
    meaning: '当期收到的民生实事征集意见，按登记时间统计。',
    on: 'openedAt',
    form: { count: true },
    decimals: 0,
    minimum: 0,
    better: 'neither',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'opinions.onTime',
    name: '按时筛选率',
    meaning: '筛选时限在当期到期的征集意见中，在时限内完成筛选的比例。',
    on: 'screenDueAt',
    fullDays: true,
    form: { ratio: { of: lte(property('screenedAt'), property('screenDueAt')), among: true } },
    clock: 'screen',
    better: 'high',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'opinions.adopted',
    name: '采纳率',
    meaning: '当期筛选的征集意见中，采纳为建议项目或并入已有建议项目的比例。',
    on: 'screenedAt',
    form: { ratio: { of: isIn(property('result'), ['adopted', 'merged']), among: true } },
    better: 'neither',
  }),
  defineMeasure({
    ...one,
    ...rate,
    id: 'opinions.told',
    name: '告知率',
    meaning: '当期筛选的征集意见中，已经告知提出人或公开反馈的比例。',
    on: 'screenedAt',
    form: { ratio: { of: not(isNull(property('closedAt'))), among: true } },
    better: 'high',
  }),
];

const screeners = ['supervisor', 'report-editor', 'congress-officer', 'district-leader', 'auditor'];
const standing = (id: string, label: string, state: string): Worklist => ({
  id: `opinions-${id}`,
  label,
  shows: 'reachable',
  filter: and(eq(property('type'), 'opinion'), eq(property('state'), state)),
  order: 'due',
  for: screeners,
});

/** The lists of those who screen. */
export const opinionWorklists: readonly Worklist[] = [
  standing('screening', '征集意见待筛选', 'screening'),
  standing('telling', '征集意见待告知', 'telling'),
];
