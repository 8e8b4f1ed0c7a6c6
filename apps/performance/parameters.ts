import { defineParameter } from '@huying/kit/app';

/** Whom units are compared with, by what, and who may see, sign and publish it. */
export const parameters = [
  defineParameter({
    name: 'performance.groups',
    label: '排名分组、指标权重与最少样本（权重公开）',
    kind: 'json',
    default: [
      {
        id: 'department',
        name: '区直部门',
        english: 'Departments',
        kinds: ['department'],
        promises: 'lead',
        weights: {
          'promise.green': 45,
          'promise.red': 15,
          'hotline.onTimeApproved': 25,
          'hotline.solved': 15,
        },
        minimum: 2,
      },
      {
        id: 'street',
        name: '街镇',
        english: 'Streets and towns',
        kinds: ['street'],
        promises: 'involved',
        weights: {
          'promise.green': 20,
          'promise.red': 10,
          'hotline.onTimeApproved': 30,
          'hotline.solved': 20,
          'hotline.satisfied': 20,
        },
        minimum: 2,
      },
    ],
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'performance.boards',
    label: '红榜与黑榜（show 为是否评定，red、black 为各取几名）',
    kind: 'json',
    default: { show: false, red: 3, black: 3 },
    names: { show: '评定', red: '红榜名额', black: '黑榜名额' },
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'performance.exempt',
    label: '不可抗力（单位代码、起止日、理由；不列黑榜）',
    kind: 'json',
    default: [],
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'performance.readers',
    label: '可查看未公开排名的岗位',
    kind: 'json',
    default: ['district-leader', 'supervisor', 'auditor'],
    editableBy: 'security-admin',
  }),
  defineParameter({
    name: 'bulletin.makers',
    label: '可编制通报和文件的岗位',
    kind: 'json',
    default: ['supervisor', 'report-editor'],
    editableBy: 'security-admin',
  }),
  defineParameter({
    name: 'bulletin.signers',
    label: '可签发通报和文件的岗位',
    kind: 'json',
    default: ['district-leader'],
    editableBy: 'security-admin',
  }),
  defineParameter({
    name: 'bulletin.approvers',
    label: '可批准公开的岗位',
    kind: 'json',
    default: ['district-leader'],
    editableBy: 'security-admin',
  }),
  defineParameter({
    name: 'bulletin.offices',
    label: '发文机关、主送和抄送（空为按区名生成）',
    kind: 'json',
    default: {},
    editableBy: 'report-editor',
  }),
  defineParameter({
    name: 'bulletin.numbers',
    label: '各类文件的文号格式（{year} 为年份，{issue} 为序号；空为默认）',
    kind: 'json',
    default: {},
    editableBy: 'report-editor',
  }),
] as const;
