import { defineParameter, type ParameterDeclaration } from '@huying/kit/app';

const limit = (name: string, label: string, value: string) =>
  defineParameter({ name, label, kind: 'limit', default: value, editableBy: 'supervisor' });

const limits = (name: string, label: string, value: Readonly<Record<string, string>>) =>
  defineParameter({ name, label, kind: 'limits', default: value, editableBy: 'supervisor' });

const number = (name: string, label: string, value: number, max: number) =>
  defineParameter({ name, label, kind: 'number', default: value, min: 0, max, editableBy: 'supervisor' });

/**
 * What supervision may take its time over. By source: documents 30 days, minutes 20, a leader's instruction 15 (published rules of
 * several governments); by pace: urgent 1 to 5 days, ordinary 15, hard 30, and the 13710 ladder (studied in 1 day, reported in 3, an
 * ordinary matter done in 7, a major one in a month; People's Daily, 2021-06-01). Practice of others, not law: a district sets its own.
 */
export const parameters: readonly ParameterDeclaration[] = [
  limit('supervision.proposeLimit', '立项审批时限', '2工作日'),
  limit('supervision.assignLimit', '交办时限', '1工作日'),
  limit('supervision.signLimit', '签收研究时限', '1工作日'),
  limit('supervision.planLimit', '报送办理方案时限', '3工作日'),
  limit('supervision.feedbackLimit', '反馈间隔', '7日'),
  limit('supervision.reviewLimit', '反馈审核时限', '2工作日'),
  limit('supervision.checkLimit', '核查时限', '3工作日'),
  limit('supervision.assistLimit', '协办反馈时限', '5工作日'),
  limit('supervision.returnWithin', '退办申请期限', '3工作日'),
  limit('supervision.decideLimit', '申请审批时限', '1工作日'),
  limit('supervision.terminationLimit', '终止审批时限', '3工作日'),
  limit('supervision.draftLimit', '提醒签发时限', '1工作日'),
  limits('supervision.sourceLimits', '办结时限（按来源）', {
    promise: '30日',
    minutes: '20日',
    document: '30日',
    instruction: '15日',
    '*': '15日',
  }),
  limits('supervision.paceLimits', '办结时限（按时限档次，优先于来源）', {
    urgent: '5日',
    ordinary: '15日',
    hard: '30日',
    seven: '7日',
    major: '1个月',
    '*': '15日',
  }),
  limits('supervision.noticeLimits', '提醒回复时限（按等级）', {
    near: '3工作日',
    behind: '2工作日',
    overdue: '1工作日',
    '*': '2工作日',
  }),
  defineParameter({
    name: 'supervision.noticeColours',
    label: '提醒颜色（按等级）',
    kind: 'json',
    default: { near: 'blue', behind: 'yellow', overdue: 'red' },
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'supervision.noticeNumbers',
    label: '提醒文号（按颜色；{year} 为年份，{n} 为该色当年顺序号）',
    kind: 'json',
    default: {
      blue: '督查蓝色提醒〔{year}〕{n}号',
      yellow: '督查黄色提醒〔{year}〕{n}号',
      red: '督查红色提醒〔{year}〕{n}号',
      '*': '督查提醒〔{year}〕{n}号',
    },
    editableBy: 'supervisor',
  }),
  number('supervision.extendAtMost', '延期最多批准次数', 2, 10),
  number('supervision.holdDaysAtMost', '暂停最长天数', 365, 1000),
  defineParameter({
    name: 'supervision.figuresVerified',
    label: '督查数字已经核定（true 或 false；未核定时看板标注“运行监测，供参考”）',
    kind: 'json',
    default: false,
    editableBy: 'supervisor',
  }),
  defineParameter({
    name: 'supervision.rankingWeights',
    label: '督查单位排名的指标权重（0 为不计）',
    kind: 'json',
    default: {},
    editableBy: 'supervisor',
  }),
];
