import { defineParameter } from '@huying/kit/app';

const limit = (name: string, label: string, value: string) =>
  defineParameter({ name, label, kind: 'limit', default: value, editableBy: 'duty-editor' });

const limits = (name: string, label: string, value: Readonly<Record<string, string>>) =>
  defineParameter({ name, label, kind: 'limits', default: value, editableBy: 'duty-editor' });

const times = (name: string, label: string, value: number) =>
  defineParameter({ name, label, kind: 'number', default: value, min: 0, max: 100, editableBy: 'duty-editor' });

/** What the hotline may take its time over. Figures are published practice of dispatch centres, not law; a district sets its own. */
export const parameters = [
  limit('hotline.acceptLimit', '受理时限', '15分钟'),
  limit('hotline.confirmLimit', '核实时限', '30分钟'),
  limit('hotline.dispatchLimit', '派遣时限', '15分钟'),
  limit('hotline.arbitrateLimit', '裁定时限', '4工作时'),
  limits('hotline.signLimits', '签收时限（按紧急程度）', { danger: '30分钟', supply: '30分钟', '*': '4工作时' }),
  limits('hotline.contactLimits', '联系来电人时限（按紧急程度）', { danger: '1小时', supply: '2小时', '*': '24小时' }),
  limits('hotline.handleLimits', '处置时限（按诉求类型）', {
    consultation: '2工作日',
    suggestion: '2工作日',
    request: '4工作日',
    complaint: '8工作日',
    report: '10工作日',
    '*': '4工作日',
  }),
  limits('hotline.wholeLimits', '全程时限（按诉求类型）', {
    consultation: '3工作日',
    suggestion: '3工作日',
    request: '5工作日',
    complaint: '10工作日',
    report: '13工作日',
    '*': '5工作日',
  }),
  limit('hotline.cityMargin', '区内时限比市平台时限提前', '4小时'),
  limit('hotline.verifyLimit', '核查时限', '1工作日'),
  limit('hotline.closeLimit', '结案时限', '4工作时'),
  limit('hotline.callbackLimit', '回访时限', '1工作日'),
  limit('hotline.sendBackWithin', '退单期限', '1工作日'),
  limit('hotline.reopenWithin', '重新打开期限', '15工作日'),
  limit('hotline.decideLimit', '申请审批时限', '4工作时'),
  limit('hotline.meetingLimit', '会商时限', '2工作日'),
  limit('hotline.pressLimit', '督办回复时限', '2工作日'),
  limit('hotline.assistLimit', '协办答复时限', '2工作日'),
  times('hotline.sendBackAtMost', '退单最多次数', 2),
  times('hotline.extendAtMost', '延期最多批准次数', 2),
  times('hotline.objectAtMost', '提请会商最多次数', 1),
  times('hotline.appealAtMost', '申诉最多次数', 1),
  defineParameter({
    name: 'hotline.holdDaysAtMost',
    label: '挂起最长天数',
    kind: 'number',
    default: 365,
    min: 1,
    max: 366,
    editableBy: 'duty-editor',
  }),
] as const;
