import { eq, property } from '@huying/kit/condition';
import { defineFacts, type FactField } from '@huying/kit/measure';

/** How often it was replied to with a class of result: which classes it ever had. */
const replies = (label: string, result: string): FactField => ({
  label,
  type: 'number',
  count: { actions: ['reply'], when: eq(property('asked.result'), result) },
});

/** What is said of every proposal, and of every lead unit's time with it; never who proposes. */
export const facts = defineFacts({
  kind: 'proposal',
  of: 'proposal',
  label: '建议提案',
  matter: ['matter'],
  channel: 'kind',
  fields: {
    state: { label: '状态', type: 'text', is: 'state' },
    session: { label: '届次', type: 'text', data: 'session' },
    result: { label: '办理结果', type: 'text', is: 'result' },
    openedAt: { label: '登记时间', type: 'instant', is: 'opened' },
    assignedAt: { label: '首次交办时间', type: 'instant', first: { actions: ['assign'] } },
    metAt: {
      label: '首次见面时间',
      type: 'instant',
      first: { actions: ['contact'], when: eq(property('to'), 'replying') },
    },
    repliedAt: { label: '首次答复时间', type: 'instant', first: { actions: ['reply'] } },
    firstDueAt: { label: '首次答复时限', type: 'instant', due: 'reply', as: 'first' },
    dueAt: { label: '批准答复时限', type: 'instant', due: 'reply', as: 'now' },
    extensions: { label: '延期批准次数', type: 'number', count: { actions: ['grantExtension'] } },
    bReplies: replies('答复为 B 类次数', 'b'),
    cReplies: replies('答复为 C 类次数', 'c'),
    formAt: { label: '最近收回意见表时间', type: 'instant', last: { actions: ['opinion'] } },
    attitude: { label: '对办理态度', type: 'text', data: 'attitude' },
    outcome: { label: '对办理结果', type: 'text', data: 'outcome' },
    again: {
      label: '二次办理次数',
      type: 'number',
      count: { actions: ['opinion', 'reopen'], when: eq(property('to'), 'again') },
    },
    closedAt: { label: '办结时间', type: 'instant', is: 'closed' },
  },
  stint: {
    label: '单位承办',
    holds: ['entrusted', 'contacting', 'replying', 'again', 'tracking'],
    handed: ['replied'],
    fields: {
      signDueAt: { label: '签收时限', type: 'instant', due: 'sign', as: 'now' },
      signedAt: { label: '签收时间', type: 'instant', first: { actions: ['sign'] } },
    },
  },
});
