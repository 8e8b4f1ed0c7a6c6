import { defineParameter, type ParameterDeclaration } from '@huying/kit/app';

const limit = (name: string, label: string, value: string) =>
  defineParameter({ name, label, kind: 'limit', default: value, editableBy: 'supervisor' });

const number = (name: string, label: string, value: number, max: number) =>
  defineParameter({ name, label, kind: 'number', default: value, min: 0, max, editableBy: 'supervisor' });

/**
 * What proposals may take: a reply within three months of assignment, an extension of at most three more with its reason told to the
 * proposer, an assisting unit's opinion within a month, a wrong assignment returned within 3 or 7 working days (published rules of
 * several governments).
 */
export const parameters: readonly ParameterDeclaration[] = [
  limit('proposals.assignLimit', '建议提案交办时限', '10工作日'),
  limit('proposals.signLimit', '建议提案签收时限', '3工作日'),
  limit('proposals.replyLimit', '答复时限（自交办起）', '3个月'),
  limit('proposals.contactLimit', '沟通时限（自交办起）', '45日'),
  limit('proposals.opinionLimit', '征询意见时限', '1个月'),
  limit('proposals.againLimit', '二次办理时限', '1个月'),
  limit('proposals.trackingLimit', '跟踪办理再答复时限', '6个月'),
  limit('proposals.assistLimit', '会办意见时限', '1个月'),
  limit('proposals.sendBackWithin', '建议提案退回期限', '7工作日'),
  limit('proposals.decideLimit', '延期答复审批时限', '3工作日'),
  number('proposals.sendBackAtMost', '建议提案最多退回次数', 2, 10),
  number('proposals.extendDaysAtMost', '延期答复最长工作日', 63, 130),
  number('proposals.againAtMost', '二次办理最多次数', 1, 5),
  defineParameter({
    name: 'proposals.telephoneCounts',
    label: '电话沟通是否计入见面率',
    kind: 'choice',
    default: 'no',
    options: { no: '不计入', yes: '计入' },
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'proposals.codeBook',
    label: '办理结果分类口径',
    kind: 'choice',
    default: 'one',
    options: {
      one: 'A 解决，B 正在解决，C 列入计划，D 参考',
      two: 'A 解决，B 正在解决或列入计划，C 条件不具备，D 参考',
    },
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'proposals.figuresVerified',
    label: '建议提案数字已经核定（true 或 false；未核定时看板标注“运行监测，供参考”）',
    kind: 'json',
    default: false,
    editableBy: 'supervisor',
  }),
];
