import type { CatalogueArea } from '../catalogue-area.ts';

export const caseErrors = {
  'case.unknown': {
    status: 404,
    zh: '没有这件工单,或者它不在您的查看范围内。',
    en: 'There is no such case, or it is not one you may see.',
    remedyZh: '请核对编号;确需查看的,请向本单位管理员申请。',
    remedyEn: 'Check the number; if you need to see it, ask the administrator of your unit.',
  },
  'case.unknownType': {
    status: 404,
    zh: '没有名为 {type} 的工单类型。',
    en: 'There is no case type named {type}.',
    remedyZh: '请从工单类型清单中选择。',
    remedyEn: 'Choose one from the list of case types.',
  },
  'case.unknownAction': {
    status: 404,
    zh: '{type}没有名为 {action} 的操作。',
    en: '{type} has no action named {action}.',
    remedyZh: '请从工单页列出的操作中选择。',
    remedyEn: 'Choose one of the actions the case page lists.',
  },
  'case.wrongState': {
    status: 409,
    zh: '工单现处于“{state}”,不能{action}。',
    en: 'The case is in state "{state}"; "{action}" is not possible now.',
    remedyZh: '请刷新工单,看看现在能做什么。',
    remedyEn: 'Reload the case to see what can be done now.',
  },
  'case.notYours': {
    status: 403,
    zh: '以您现在的岗位,不能对这件工单{action}。',
    en: 'Your present post may not do "{action}" to this case.',
    remedyZh: '请由工单页所示的责任岗位办理,或切换到相应岗位。',
    remedyEn: 'Leave it to the party named on the case page, or switch to the right post.',
  },
  'case.tooOften': {
    status: 409,
    zh: '{action}最多 {most} 次,已经用完。',
    en: '"{action}" may be done {most} time(s) at most, and that is used up.',
    remedyZh: '请按其他途径办理,或请值班长裁定。',
    remedyEn: 'Take another way, or ask the shift leader to decide.',
  },
  'case.barred': {
    status: 409,
    zh: '现在不能{action}:{because}。',
    en: '"{action}" is barred now: {because}.',
    remedyZh: '请先处理上述原因,再重试。',
    remedyEn: 'See to that reason first, then try again.',
  },
  'case.asked': {
    status: 422,
    zh: '{action}的表单有 {count} 处不符合要求。',
    en: 'The form of "{action}" has {count} problem(s).',
    remedyZh: '请按所列各处逐一改正后重新提交。',
    remedyEn: 'Correct each place listed and send it again.',
  },
  'case.stale': {
    status: 409,
    zh: '在您打开之后,{who}已于 {at} 做了“{action}”。',
    en: 'Since you opened it, {who} did "{action}" at {at}.',
    remedyZh: '请刷新工单,在新的情况上继续。',
    remedyEn: 'Reload the case and go on from there.',
  },
} as const satisfies CatalogueArea;
