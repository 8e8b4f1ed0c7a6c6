import { defineFacts } from '@huying/kit/measure';

/** What is said of every supervision item, and of every lead unit's time with it. Numbers are computed from this and nothing else. */
export const facts = defineFacts({
  kind: 'supervision',
  of: 'supervision-item',
  label: '督查事项',
  matter: ['matter'],
  channel: 'source',
  fields: {
    state: { label: '状态', type: 'text', is: 'state' },
    result: { label: '办理结果', type: 'text', is: 'result' },
    promiseNumber: { label: '目标任务编号', type: 'text', data: 'promiseNumber' },
    openedAt: { label: '登记时间', type: 'instant', is: 'opened' },
    registeredAt: { label: '立项时间', type: 'instant', first: { actions: ['register'] } },
    assignedAt: { label: '首次交办时间', type: 'instant', first: { actions: ['assign'] } },
    firstDueAt: { label: '首次办结时限', type: 'instant', due: 'whole', as: 'first' },
    dueAt: { label: '批准办结时限', type: 'instant', due: 'whole', as: 'now' },
    checkedAt: { label: '首次核查时间', type: 'instant', first: { actions: ['writeOff', 'redo'] } },
    writtenOffAt: { label: '首次销号时间', type: 'instant', first: { actions: ['writeOff'] } },
    closedAt: { label: '办结时间', type: 'instant', is: 'closed' },
    extensions: { label: '延期批准次数', type: 'number', count: { actions: ['grantExtension'] } },
    redos: { label: '退回重办次数', type: 'number', count: { actions: ['redo'] } },
    looks: { label: '回头看次数', type: 'number', count: { actions: ['lookAgain', 'relapse'] } },
    relapses: { label: '反弹次数', type: 'number', count: { actions: ['relapse'] } },
    notices: { label: '督查提醒次数', type: 'number', count: { actions: ['signNotice'] } },
    noticedAt: { label: '最近提醒时间', type: 'instant', last: { actions: ['signNotice'] } },
  },
  stint: {
    label: '单位承办',
    holds: ['assigned', 'signed', 'underway', 'held'],
    handed: ['reported', 'checking'],
    fields: {
      signDueAt: { label: '签收时限', type: 'instant', due: 'sign', as: 'now' },
      signedAt: { label: '签收时间', type: 'instant', first: { actions: ['sign'] } },
      feedbackDueAt: { label: '反馈时限', type: 'instant', due: 'feedback', as: 'now' },
      reportedAt: { label: '反馈时间', type: 'instant', last: { actions: ['report'] }, anewIn: 'underway' },
    },
  },
});
