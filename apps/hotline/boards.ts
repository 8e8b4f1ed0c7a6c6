import { defineParameter, type ParameterDeclaration } from '@huying/kit/app';
import { type Board, defineBoard } from '@huying/kit/board';

/** What the district decides about its boards. */
export const boardParameters: readonly ParameterDeclaration[] = [
  defineParameter({
    name: 'hotline.figuresVerified',
    label: '统计数字已经核定（true 或 false；未核定时看板标注“运行监测，供参考”）',
    kind: 'json',
    default: false,
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'hotline.rankingWeights',
    label: '单位排名的指标权重（0 为不计）',
    kind: 'json',
    default: {},
    editableBy: 'supervisor',
  }),
];

const verified = 'hotline.figuresVerified';

/** The twelve by which units are looked at month by month. */
const TWELVE = [
  'hotline.received',
  'hotline.closed',
  'hotline.openLate',
  'hotline.onTimeFirst',
  'hotline.onTimeApproved',
  'hotline.signing',
  'hotline.response',
  'hotline.feedback',
  'hotline.sendBack',
  'hotline.rework',
  'hotline.solved',
  'hotline.satisfied',
] as const;

const shift = defineBoard({
  id: 'shift',
  name: '值班看板',
  meaning: '给值班长：此刻有多少在办、卡在哪一步，今天来了多少。',
  for: ['shift-leader', 'dispatcher', 'acceptor', 'supervisor', 'auditor'],
  of: 'district',
  reads: 'day',
  verified,
  opens: 'present',
  panels: [
    { id: 'standing', label: '此刻在办', kind: 'standing', of: 'ticket' },
    {
      id: 'today',
      label: '当日',
      kind: 'tiles',
      measures: ['hotline.received', 'hotline.closed', 'hotline.called', 'hotline.openLate'],
      trend: 'days',
    },
    { id: 'hours', label: '当日逐时来件', kind: 'intake', of: 'ticket' },
    { id: 'days', label: '逐日受理量', kind: 'chart', measure: 'hotline.received', over: 'days' },
    {
      id: 'late',
      label: '超期未结的单位',
      kind: 'table',
      rows: 'unit',
      measures: ['hotline.openLate', 'hotline.open'],
      order: 'hotline.openLate',
      most: 10,
    },
    { id: 'where', label: '超期未结的街镇', kind: 'map', rows: 'street', measure: 'hotline.openLate' },
  ],
});

const department = defineBoard({
  id: 'department',
  name: '部门看板',
  meaning: '给部门负责人：本单位及下属单位按时不按时、群众满意不满意。',
  for: ['unit-head', 'unit-clerk', 'shift-leader', 'supervisor', 'auditor'],
  of: 'unit',
  streets: 'street',
  reads: 'month',
  verified,
  opens: 'present',
  panels: [
    {
      id: 'rates',
      label: '时效与评价',
      kind: 'tiles',
      measures: ['hotline.onTimeApproved', 'hotline.onTimeFirst', 'hotline.satisfied', 'hotline.solved'],
      trend: 'months',
    },
    {
      id: 'work',
      label: '工作量',
      kind: 'tiles',
      measures: ['hotline.received', 'hotline.closed', 'hotline.open', 'hotline.openLate'],
      trend: 'months',
    },
    {
      id: 'steps',
      label: '环节',
      kind: 'tiles',
      measures: ['hotline.signing', 'hotline.response', 'hotline.feedback', 'hotline.sendBack', 'hotline.rework'],
    },
    { id: 'trend', label: '按时办结率走势', kind: 'chart', measure: 'hotline.onTimeApproved', over: 'months' },
    { id: 'intake', label: '受理量走势', kind: 'chart', measure: 'hotline.received', over: 'months' },
    {
      id: 'matters',
      label: '本单位受理最多的十类事项',
      kind: 'table',
      rows: 'matter',
      measures: ['hotline.received', 'hotline.openLate', 'hotline.onTimeApproved'],
      order: 'hotline.received',
      most: 10,
    },
    {
      id: 'channels',
      label: '来件渠道',
      kind: 'table',
      rows: 'channel',
      measures: ['hotline.received', 'hotline.onTimeApproved'],
      order: 'hotline.received',
    },
    { id: 'standing', label: '此刻在办', kind: 'standing', of: 'ticket' },
    {
      id: 'units',
      label: '下属单位',
      kind: 'table',
      rows: 'unit',
      measures: [
        'hotline.received',
        'hotline.openLate',
        'hotline.onTimeApproved',
        'hotline.feedback',
        'hotline.sendBack',
        'hotline.satisfied',
      ],
      order: 'hotline.openLate',
    },
  ],
});

const street = defineBoard({
  id: 'street',
  name: '街镇看板',
  meaning: '给街镇负责人：辖区里发生了什么，本街镇承办得怎么样。',
  for: ['unit-head', 'unit-clerk', 'shift-leader', 'supervisor', 'auditor'],
  of: 'street',
  reads: 'month',
  verified,
  opens: 'present',
  panels: [
    {
      id: 'here',
      label: '辖区内发生的（不论谁承办）',
      kind: 'tiles',
      measures: ['hotline.received', 'hotline.open', 'hotline.openLate', 'hotline.onTimeApproved', 'hotline.satisfied'],
      about: 'place',
      trend: 'months',
    },
    {
      id: 'own',
      label: '本街镇承办的',
      kind: 'tiles',
      measures: [
        'hotline.received',
        'hotline.openLate',
        'hotline.onTimeApproved',
        'hotline.feedback',
        'hotline.sendBack',
      ],
    },
    { id: 'where', label: '辖区受理量分布', kind: 'map', rows: 'cell', measure: 'hotline.received' },
    { id: 'intake', label: '辖区受理量', kind: 'chart', measure: 'hotline.received', over: 'days', about: 'place' },
    {
      id: 'matters',
      label: '辖区内最多的十类事项（不论谁承办）',
      kind: 'table',
      rows: 'matter',
      about: 'place',
      measures: ['hotline.received', 'hotline.openLate', 'hotline.onTimeApproved'],
      order: 'hotline.received',
      most: 10,
    },
    {
      id: 'ownMatters',
      label: '本街镇承办最多的十类事项',
      kind: 'table',
      rows: 'matter',
      measures: ['hotline.received', 'hotline.openLate', 'hotline.onTimeApproved'],
      order: 'hotline.received',
      most: 10,
    },
    {
      id: 'cells',
      label: '受理量最多的网格',
      kind: 'table',
      rows: 'cell',
      about: 'place',
      measures: ['hotline.received', 'hotline.open', 'hotline.openLate', 'hotline.onTimeApproved'],
      order: 'hotline.received',
      most: 12,
    },
    {
      id: 'units',
      label: '下属单位与社区',
      kind: 'table',
      rows: 'unit',
      measures: ['hotline.received', 'hotline.openLate', 'hotline.onTimeApproved', 'hotline.satisfied'],
      order: 'hotline.openLate',
    },
  ],
});

const centreMonth = defineBoard({
  id: 'centre-month',
  name: '中心月报',
  meaning: '给中心和区领导：全区一个月的办理情况，各单位十二项指标，与上月、上年同月相比。',
  for: ['shift-leader', 'supervisor', 'auditor'],
  of: 'district',
  reads: 'month',
  verified,
  opens: 'last',
  panels: [
    {
      id: 'volume',
      label: '总量',
      kind: 'tiles',
      measures: ['hotline.received', 'hotline.closed', 'hotline.openLate', 'hotline.exempted'],
      trend: 'months',
    },
    {
      id: 'rates',
      label: '时效与评价',
      kind: 'tiles',
      measures: [
        'hotline.onTimeApproved',
        'hotline.onTimeFirst',
        'hotline.solved',
        'hotline.satisfied',
        'hotline.firstDispatch',
      ],
      trend: 'months',
    },
    { id: 'intake', label: '受理量走势', kind: 'chart', measure: 'hotline.received', over: 'months' },
    { id: 'onTime', label: '按时办结率走势', kind: 'chart', measure: 'hotline.onTimeApproved', over: 'months' },
    {
      id: 'ranking',
      label: '同类单位排名',
      kind: 'ranking',
      rows: 'unit',
      peers: ['department', 'street', 'company'],
      weights: {
        'hotline.onTimeApproved': 40,
        // How quick a matter can be depends on the matter: it counts where a district says so.
        'hotline.withinWeek': 0,
        'hotline.feedback': 20,
        'hotline.solved': 20,
        'hotline.satisfied': 20,
      },
      parameter: 'hotline.rankingWeights',
    },
    {
      id: 'units',
      label: '各单位十二项指标',
      kind: 'table',
      rows: 'unit',
      measures: TWELVE,
      order: 'hotline.received',
    },
    { id: 'where', label: '各街镇按时办结率', kind: 'map', rows: 'street', measure: 'hotline.onTimeApproved' },
    {
      id: 'channels',
      label: '来件渠道',
      kind: 'table',
      rows: 'channel',
      measures: ['hotline.received', 'hotline.onTimeApproved', 'hotline.satisfied'],
      order: 'hotline.received',
    },
    {
      id: 'matters',
      label: '事项类别前二十',
      kind: 'table',
      rows: 'matter',
      measures: [
        'hotline.received',
        'hotline.openLate',
        'hotline.onTimeApproved',
        'hotline.rework',
        'hotline.satisfied',
      ],
      order: 'hotline.received',
      most: 20,
    },
  ],
});

/** What the hotline's people look at: the shift, a department, a street, the centre's month. */
export const boards: readonly Board[] = [shift, department, street, centreMonth];
