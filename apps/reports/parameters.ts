import { defineParameter } from '@huying/kit/app';

/** How a district makes work of its report. */
export const parameters = [
  defineParameter({
    name: 'reports.silenceConsents',
    label: '单位逾期不反馈意见',
    kind: 'choice',
    default: 'yes',
    options: { yes: '视为同意', no: '不视为同意，须逐个催报' },
    editableBy: 'report-editor',
  }),
  defineParameter({
    name: 'reports.numberPattern',
    label: '分解方案文号（{year} 为年份，{n} 为顺序号）',
    kind: 'text',
    default: '府办〔{year}〕{n}号',
    editableBy: 'report-editor',
  }),
  defineParameter({
    name: 'reports.askedUnits',
    label: '不归区管、以商请方式请其配合的单位（代码，含其下级）',
    kind: 'json',
    default: [],
    editableBy: 'report-editor',
  }),
  defineParameter({
    name: 'reports.every',
    label: '报告所列指标的填报周期',
    kind: 'choice',
    default: 'month',
    options: { month: '每月', quarter: '每季度', year: '每年' },
    editableBy: 'report-editor',
  }),
  defineParameter({
    name: 'reports.quarterly',
    label: '按季度核算、按季填报的指标（名称中的词）',
    kind: 'json',
    default: ['生产总值', 'GDP', '人均可支配收入'],
    editableBy: 'report-editor',
  }),
] as const;
