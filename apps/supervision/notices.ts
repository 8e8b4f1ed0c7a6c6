import { inHandlingUnit } from '@huying/kit/access';
import { eq } from '@huying/kit/condition';
import { text } from '@huying/kit/field';
import { role } from '../base/index.ts';
import { question } from './item-fields.ts';
import { fact, type ItemActions } from './item-names.ts';
import { withUnit } from './item-states.ts';
import { office, ordering, unitDesk } from './parties.ts';

const noDraft = { name: 'none', barredWhen: eq(fact('pending.noticeDraft'), false), because: '没有待签发的提醒' };
const noNotice = { name: 'none', barredWhen: eq(fact('pending.notice'), false), because: '没有等待回复的提醒' };

/**
 * Three-colour notices: drafted, signed by a person and numbered then by year and colour, answered by the unit's head within a time of their level. Which
 * colour a level has is the district's (`supervision.noticeColours`).
 */
export const notices = {
  draftNotice: {
    label: '拟制督查提醒',
    in: withUnit,
    by: office,
    ask: {
      noticeLevel: question.noticeLevel.required(),
      noticeWords: text('提醒内容', { max: 2000, lines: 4 }).required(),
    },
    guards: [
      { name: 'draftPending', barredWhen: eq(fact('pending.noticeDraft'), true), because: '已有一件提醒等待签发' },
      { name: 'noticePending', barredWhen: eq(fact('pending.notice'), true), because: '上一件提醒尚未回复' },
    ],
    effects: [{ do: 'open', request: 'noticeDraft' }],
    tells: office,
  },
  signNotice: {
    label: '签发督查提醒',
    in: withUnit,
    by: ordering,
    ask: { noticeWords: text('改动后的提醒内容（不改可留空；文号签发时自动编号）', { max: 2000, lines: 4 }) },
    numbers: {
      field: 'noticeNumber',
      by: 'noticeLevel',
      series: 'supervision.noticeColours',
      pattern: 'supervision.noticeNumbers',
    },
    guards: [noDraft],
    effects: [
      { do: 'settle', request: 'noticeDraft' },
      { do: 'open', request: 'notice' },
    ],
    tells: unitDesk,
  },
  dropNotice: {
    label: '撤回提醒拟稿',
    in: withUnit,
    by: ordering,
    ask: { reason: question.reason },
    guards: [noDraft],
    effects: [{ do: 'settle', request: 'noticeDraft' }],
  },
  answerNotice: {
    label: '回复督查提醒',
    in: withUnit,
    by: [inHandlingUnit(role['unit-head'])],
    ask: { noticeReply: text('回复内容', { max: 2000, lines: 4 }).required() },
    guards: [noNotice],
    effects: [{ do: 'settle', request: 'notice' }],
    tells: office,
  },
  withdrawNotice: {
    label: '撤销督查提醒',
    in: withUnit,
    by: ordering,
    ask: { reason: question.reason },
    guards: [noNotice],
    effects: [{ do: 'settle', request: 'notice' }],
    tells: unitDesk,
  },
} satisfies ItemActions;
