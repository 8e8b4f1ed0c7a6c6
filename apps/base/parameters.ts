import { defineParameter } from '@huying/kit/app';

/** What the whole district has in common. */
export const parameters = [
  defineParameter({
    name: 'base.calendar',
    label: '工作日历',
    kind: 'json',
    default: { zone: 'Asia/Shanghai', years: [] },
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'base.yellowFrom',
    label: '黄灯起点（占时限的百分比）',
    kind: 'number',
    default: 80,
    min: 1,
    max: 99,
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'base.borderMetres',
    label: '边界提示距离（米）',
    kind: 'number',
    default: 30,
    min: 0,
    max: 500,
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'base.similarMetres',
    label: '疑似重复：相距不超过（米）',
    kind: 'number',
    default: 50,
    min: 1,
    max: 1000,
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'base.similarHours',
    label: '疑似重复：相隔不超过（小时）',
    kind: 'number',
    default: 24,
    min: 1,
    max: 168,
    editableBy: 'duty-editor',
  }),
  defineParameter({
    name: 'base.banner',
    label: '页面提示',
    kind: 'text',
    default: '非涉密系统，严禁处理涉密信息',
    editableBy: 'security-admin',
  }),
] as const;
