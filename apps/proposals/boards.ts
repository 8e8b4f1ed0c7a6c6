import { type Board, defineBoard } from '@huying/kit/board';

const RATES = [
  'proposals.met',
  'proposals.replyRate',
  'proposals.onTimeApproved',
  'proposals.outcomeStrict',
  'proposals.outcomeWide',
  'proposals.solved',
] as const;

const volume = {
  id: 'volume',
  label: '总量',
  kind: 'tiles',
  measures: ['proposals.assigned', 'proposals.replied', 'proposals.openLate', 'proposals.forms', 'proposals.tracking'],
  trend: 'months',
} as const;

const district = defineBoard({
  id: 'proposals',
  name: '建议提案看板',
  meaning: '给督查室和区领导：交办多少、见面和答复如何、代表委员满意不满意、办成多少。',
  for: ['supervisor', 'district-leader', 'auditor'],
  of: 'district',
  reads: 'month',
  verified: 'proposals.figuresVerified',
  opens: 'present',
  panels: [
    volume,
    {
      id: 'answers',
      label: '见面与答复',
      kind: 'tiles',
      measures: [
        'proposals.signing',
        'proposals.met',
        'proposals.replyRate',
        'proposals.onTimeApproved',
        'proposals.onTimeFirst',
        'proposals.extended',
      ],
    },
    {
      id: 'satisfaction',
      label: '满意率（分母为收回的意见表）',
      kind: 'tiles',
      measures: [
        'proposals.attitudeStrict',
        'proposals.attitudeWide',
        'proposals.outcomeStrict',
        'proposals.outcomeWide',
      ],
    },
    {
      id: 'results',
      label: '办理结果',
      kind: 'tiles',
      measures: [
        'proposals.solved',
        'proposals.classB',
        'proposals.classC',
        'proposals.classD',
        'proposals.converted',
        'proposals.again',
      ],
    },
    { id: 'standing', label: '此刻在办', kind: 'standing', of: 'proposal' },
    {
      id: 'kinds',
      label: '建议与提案',
      kind: 'table',
      rows: 'channel',
      measures: ['proposals.assigned', 'proposals.replied', 'proposals.forms', ...RATES],
      order: 'proposals.assigned',
    },
    {
      id: 'units',
      label: '各主办单位',
      kind: 'table',
      rows: 'unit',
      measures: ['proposals.assigned', 'proposals.replied', 'proposals.openLate', 'proposals.forms', ...RATES],
      order: 'proposals.assigned',
    },
  ],
});

const unit = defineBoard({
  id: 'proposals-unit',
  name: '单位建议提案看板',
  meaning: '给部门和街镇负责人：本单位及下属单位主办的建议提案。',
  for: ['unit-head', 'unit-clerk', 'supervisor', 'district-leader', 'auditor'],
  of: 'unit',
  reads: 'month',
  verified: 'proposals.figuresVerified',
  opens: 'present',
  panels: [
    volume,
    { id: 'rates', label: '见面、答复与满意', kind: 'tiles', measures: RATES },
    { id: 'standing', label: '此刻在办', kind: 'standing', of: 'proposal' },
  ],
});

/** What those who answer proposals look at. */
export const boards: readonly Board[] = [district, unit];
