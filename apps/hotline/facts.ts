import { eq, isNull, or, property } from '@huying/kit/condition';
import { defineFacts, type StepsMeant } from '@huying/kit/measure';

/** Steps with which a unit is given the ticket. */
const dispatches: StepsMeant = {
  actions: ['dispatch', 'arbitrate', 'conclude'],
  when: eq(property('to'), 'dispatched'),
};

/** Work that was not accepted: by who verified it, or by who was to close. */
const reworks: StepsMeant = {
  actions: ['verify', 'redo'],
  when: or(isNull(property('asked.passed')), eq(property('asked.passed'), false)),
};

/** What is said of every ticket, and of every unit's time with it. Numbers are computed from this and nothing else. */
export const facts = defineFacts({
  kind: 'ticket',
  of: 'ticket',
  label: '工单',
  matter: ['matter', 'demandClass'],
  channel: 'channel',
  fields: {
    state: { label: '状态', type: 'text', is: 'state' },
    result: { label: '办理结果', type: 'text', is: 'result' },
    demandKind: { label: '诉求类型', type: 'text', data: 'demandKind' },
    urgency: { label: '紧急程度', type: 'text', data: 'urgency' },
    openedAt: { label: '登记时间', type: 'instant', is: 'opened' },
    filedAt: { label: '立案时间', type: 'instant', first: { actions: ['file'] } },
    firstDispatchedAt: { label: '首次派单时间', type: 'instant', first: dispatches },
    dispatches: { label: '派单次数', type: 'number', count: dispatches },
    sendBacks: { label: '退单次数', type: 'number', count: { actions: ['sendBack'] } },
    extensions: { label: '延期批准次数', type: 'number', count: { actions: ['grantExtension'] } },
    holds: { label: '挂起次数', type: 'number', count: { actions: ['grantHold'] } },
    handledAt: { label: '处置完成时间', type: 'instant', last: { actions: ['handled'] }, anewIn: 'handling' },
    handlingSeconds: { label: '处置用时（秒）', type: 'number', seconds: ['firstDispatchedAt', 'handledAt'] },
    firstVerifiedAt: { label: '首次核查时间', type: 'instant', first: { actions: ['verify'] } },
    failedVerifications: {
      label: '核查未通过次数',
      type: 'number',
      count: { actions: ['verify'], when: eq(property('asked.passed'), false) },
    },
    reworks: { label: '返工次数', type: 'number', count: reworks },
    closedAt: { label: '办结时间', type: 'instant', is: 'closed' },
    wholeSeconds: { label: '登记至办结用时（秒）', type: 'number', seconds: ['openedAt', 'closedAt'] },
    reopenings: { label: '重新打开次数', type: 'number', count: 'reopenings' },
    firstDueAt: { label: '首次承诺时限', type: 'instant', due: 'whole', as: 'first' },
    dueAt: { label: '批准时限', type: 'instant', due: 'whole', as: 'now' },
    callBackDueAt: { label: '回访时限', type: 'instant', due: 'callback', as: 'now' },
    callBackDoneAt: { label: '本次回访时间', type: 'instant', last: { actions: ['callBack'] }, anewIn: 'callback' },
    calledBackAt: { label: '最近回访时间', type: 'instant', last: { actions: ['callBack'] } },
    solved: { label: '是否解决', type: 'text', data: 'solved' },
    satisfied: { label: '是否满意', type: 'text', data: 'satisfied' },
    exempted: { label: '申诉成立次数', type: 'number', count: { actions: ['grantAppeal'] } },
    unreasonable: { label: '认定不合理次数', type: 'number', count: { actions: ['judgeUnreasonable'] } },
    duplicates: { label: '标记重复次数', type: 'number', count: { actions: ['markDuplicate'] } },
    separations: { label: '分开次数', type: 'number', count: { actions: ['separate'] } },
  },
  stint: {
    label: '单位承办',
    holds: ['dispatched', 'handling', 'held'],
    handed: ['done', 'verified'],
    fields: {
      signDueAt: { label: '签收时限', type: 'instant', due: 'sign', as: 'now' },
      signedAt: { label: '签收时间', type: 'instant', first: { actions: ['sign'] } },
      contactDueAt: { label: '联系来电人时限', type: 'instant', due: 'contact', as: 'now' },
      contactedAt: {
        label: '联系上来电人的时间',
        type: 'instant',
        first: { actions: ['contact'], when: eq(property('asked.reached'), true) },
      },
      handleDueAt: { label: '处置时限', type: 'instant', due: 'handle', as: 'now' },
      handledAt: { label: '处置完成时间', type: 'instant', last: { actions: ['handled'] }, anewIn: 'handling' },
      reworks: { label: '返工次数', type: 'number', count: reworks },
    },
  },
});
