import { defineParameter } from '@huying/kit/app';

/** How a district chooses its livelihood projects and shows them. */
export const parameters = [
  defineParameter({
    name: 'livelihood.variant',
    label: '民生实事由谁确定',
    kind: 'choice',
    default: 'voted',
    options: { voted: '人大代表票决', decided: '政府集体研究确定' },
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'livelihood.ballots',
    label: '票决的选票',
    kind: 'choice',
    default: 'certified',
    options: { certified: '纸质选票，录入经确认的票数', electronic: '电子无记名投票' },
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'livelihood.seats',
    label: '票决确定的项目数',
    kind: 'number',
    default: 10,
    min: 1,
    max: 100,
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'livelihood.majorityOf',
    label: '过半数的基数',
    kind: 'choice',
    default: 'all',
    options: { all: '全体代表', present: '到会代表', valid: '有效票' },
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'livelihood.tie',
    label: '得票相同而名额不足时',
    kind: 'choice',
    default: 'second-round',
    options: { 'second-round': '就得票相同者再次票决', chair: '由大会主席团确定' },
    editableBy: 'duty-editor',
  }),
] as const;
