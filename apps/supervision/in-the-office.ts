import { choice, options, photos, text, unit } from '@huying/kit/field';
import { fields, question } from './item-fields.ts';
import type { ItemActions } from './item-names.ts';
import { noticeAnswered, partsAnswered } from './nothing-open.ts';
import { handlingSide, office, ordering, unitDesk, verifying } from './parties.ts';

const method = choice(
  '核查方式',
  options({ desk: '查阅资料', site: '现场核查', callBack: '电话回访', data: '数据比对' }),
).required();
const found = text('核查情况', { max: 2000, lines: 4 }).required();
const pictures = photos('核查照片', { max: 9 });

/** What the supervision office does, from what it takes up to what it strikes off. */
export const inTheOffice = {
  register: {
    label: '立项',
    in: ['proposed'],
    to: 'registered',
    by: ordering,
    ask: { source: fields.source, pace: fields.pace, basis: fields.basis },
    tells: office,
    primary: true,
  },
  decline: {
    label: '不予立项',
    in: ['proposed'],
    to: 'terminated',
    by: ordering,
    ask: { conclusion: text('不予立项的理由', { max: 1000, lines: 3 }).required() },
    effects: [{ do: 'result', is: 'declined' }],
  },
  assign: {
    label: '交办',
    in: ['registered'],
    to: 'assigned',
    by: office,
    ask: {
      unit: unit('牵头单位').required(),
      due: question.due,
      dispatchReason: text('交办要求', { max: 1000, lines: 3 }).required(),
    },
    effects: [{ do: 'dispatch' }],
    tells: unitDesk,
    primary: true,
  },
  goOn: {
    label: '继续办理',
    in: ['reported'],
    to: 'underway',
    by: office,
    ask: { note: text('审核意见', { max: 1000, lines: 3 }).required() },
    tells: handlingSide,
  },
  toChecking: {
    label: '提交核查',
    in: ['reported'],
    to: 'checking',
    by: office,
    ask: { note: text('核查要点', { max: 1000, lines: 3 }) },
    guards: [partsAnswered],
    tells: verifying,
    primary: true,
  },
  writeOff: {
    label: '核查通过并销号',
    in: ['checking'],
    to: 'writtenOff',
    by: verifying,
    ask: {
      method,
      verified: found,
      photos: pictures,
      result: choice('办理结果', options({ done: '已落实', lasting: '转为常态工作' })).required(),
      conclusion: text('销号意见', { max: 1000, lines: 3 }).required(),
    },
    guards: [noticeAnswered, partsAnswered],
    effects: [
      { do: 'resultAsked' },
      { do: 'release', voids: ['return', 'extension', 'hold', 'termination', 'noticeDraft'] },
    ],
    tells: [...unitDesk, ...office],
    primary: true,
    verifies: true,
  },
  redo: {
    label: '退回重办',
    in: ['checking'],
    to: 'underway',
    by: verifying,
    ask: { method, verified: found, photos: pictures, due: question.due.required() },
    effects: [{ do: 'rework' }, { do: 'restart', clock: 'whole' }],
    tells: [...handlingSide, ...office],
    verifies: true,
  },
  lookAgain: {
    label: '回头看未反弹',
    in: ['writtenOff'],
    by: verifying,
    ask: { lookedAgain: text('回头看情况', { max: 2000, lines: 3 }).required(), photos: pictures },
    tells: office,
  },
  relapse: {
    label: '回头看反弹，重新立项',
    in: ['writtenOff'],
    to: 'underway',
    by: verifying,
    ask: {
      lookedAgain: text('回头看情况', { max: 2000, lines: 3 }).required(),
      photos: pictures,
      due: question.due.required(),
    },
    tells: [...unitDesk, ...office],
  },
} satisfies ItemActions;
