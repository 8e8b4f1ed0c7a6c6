import { type Board, defineBoard } from '@huying/kit/board';

const verified = 'supervision.figuresVerified';

const office = defineBoard({
  id: 'supervision',
  name: '督查看板',
  meaning: '给督查室和区领导：立了多少项、按时销号多少、卡在哪里、哪些反弹。',
  for: ['supervisor', 'district-leader', 'auditor'],
  of: 'district',
  reads: 'month',
  verified,
  opens: 'present',
  panels: [
    {
      id: 'volume',
      label: '总量',
      kind: 'tiles',
      measures: [
        'supervision.registered',
        'supervision.writtenOff',
        'supervision.terminated',
        'supervision.open',
        'supervision.openLate',
        'supervision.noticed',
      ],
      trend: 'months',
    },
    {
      id: 'rates',
      label: '办结',
      kind: 'tiles',
      measures: ['supervision.closedDue', 'supervision.onTimeApproved', 'supervision.onTimeFirst'],
      trend: 'months',
    },
    {
      id: 'flow',
      label: '环节与质量',
      kind: 'tiles',
      measures: [
        'supervision.signing',
        'supervision.feedback',
        'supervision.returned',
        'supervision.extended',
        'supervision.redone',
        'supervision.verified',
        'supervision.lookedAgain',
        'supervision.relapsed',
      ],
    },
    { id: 'standing', label: '此刻在办', kind: 'standing', of: 'supervision-item' },
    { id: 'trend', label: '按时办结率走势', kind: 'chart', measure: 'supervision.onTimeApproved', over: 'months' },
    {
      id: 'sources',
      label: '来源',
      kind: 'table',
      rows: 'channel',
      measures: [
        'supervision.registered',
        'supervision.openLate',
        'supervision.closedDue',
        'supervision.onTimeApproved',
        'supervision.relapsed',
      ],
      order: 'supervision.registered',
    },
    {
      id: 'units',
      label: '各牵头单位',
      kind: 'table',
      rows: 'unit',
      measures: [
        'supervision.registered',
        'supervision.open',
        'supervision.openLate',
        'supervision.closedDue',
        'supervision.onTimeApproved',
        'supervision.signing',
        'supervision.feedback',
        'supervision.redone',
      ],
      order: 'supervision.openLate',
    },
    {
      id: 'ranking',
      label: '同类单位排名',
      kind: 'ranking',
      rows: 'unit',
      peers: ['department', 'street', 'company'],
      weights: { 'supervision.onTimeApproved': 50, 'supervision.feedback': 20, 'supervision.verified': 30 },
      parameter: 'supervision.rankingWeights',
    },
  ],
});

const unit = defineBoard({
  id: 'supervision-unit',
  name: '单位督查看板',
  meaning: '给部门和街镇负责人：本单位及下属单位牵头的督查事项。',
  for: ['unit-head', 'unit-clerk', 'supervisor', 'district-leader', 'auditor'],
  of: 'unit',
  reads: 'month',
  verified,
  opens: 'present',
  panels: [
    {
      id: 'work',
      label: '事项',
      kind: 'tiles',
      measures: ['supervision.registered', 'supervision.writtenOff', 'supervision.open', 'supervision.openLate'],
      trend: 'months',
    },
    {
      id: 'rates',
      label: '时效与质量',
      kind: 'tiles',
      measures: [
        'supervision.onTimeApproved',
        'supervision.onTimeFirst',
        'supervision.signing',
        'supervision.feedback',
        'supervision.redone',
        'supervision.relapsed',
      ],
    },
    { id: 'standing', label: '此刻在办', kind: 'standing', of: 'supervision-item' },
  ],
});

/** What the supervision office, the leaders and the units look at. */
export const boards: readonly Board[] = [office, unit];
