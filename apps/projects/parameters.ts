import { defineParameter } from '@huying/kit/app';

/** How a district follows its projects. */
export const parameters = [
  defineParameter({
    name: 'projects.mainLeaders',
    label: '区主要领导的岗位（到项目现场的周期见下）',
    kind: 'json',
    default: [],
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'projects.mainVisits',
    label: '区主要领导到项目现场',
    kind: 'choice',
    default: 'month',
    options: { week: '每周', month: '每月', quarter: '每季度' },
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'projects.inChargeVisits',
    label: '分管领导到所分管的项目',
    kind: 'choice',
    default: 'week',
    options: { week: '每周', month: '每月', quarter: '每季度' },
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'projects.lateBlockers',
    label: '堵点逾期如何处理',
    kind: 'choice',
    default: 'item',
    options: { item: '生成督办事项', none: '仅标示逾期' },
    editableBy: 'supervisor',
  }),
] as const;
