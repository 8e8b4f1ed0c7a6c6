import { choice, date, files, instant, number, options, place, text, tree, unit, yesNo } from '@huying/kit/field';

/** Questions that more than one form puts, said once. */
export const question = {
  /** When it must be written off; absent, the limit of its pace or its source counts. */
  due: instant('办结时限'),
  reason: text('理由', { max: 500, lines: 3 }).required(),
  opinion: text('审批意见', { max: 500 }),
  noticeLevel: choice('提醒等级', options({ near: '临近到期', behind: '进度滞后', overdue: '逾期未结' })),
} as const;

/** Everything a supervision item holds. */
export const fields = {
  title: text('督查事项', { max: 200 }).required(),
  /** Where it comes from; each kind has a limit of its own. */
  source: choice(
    '来源',
    options({
      promise: '目标任务',
      minutes: '会议纪要',
      document: '文件',
      instruction: '领导批示',
      other: '其他交办',
    }),
  ).required(),
  /** How hard it presses, where that and not the source sets the limit. */
  pace: choice(
    '时限档次',
    options({
      urgent: '紧急',
      ordinary: '一般',
      hard: '疑难',
      seven: '13710 一般事项',
      major: '13710 重大事项',
    }),
  ),
  /** Number and date of the minutes, document or instruction. */
  basis: text('依据（文号、日期）', { max: 200 }),
  issuer: text('批示或交办人', { max: 80 }),
  words: text('原文', { max: 4000, lines: 4 }),
  page: number('原文页码', { min: 1, max: 9999, integer: true }),
  /** The promise it follows from: its id and number, and the id, name and due day of the part that is late. */
  promise: text('目标任务标识', { max: 60 }),
  promiseNumber: text('目标任务编号', { max: 40 }),
  part: text('任务环节标识', { max: 60 }),
  partTitle: text('任务环节', { max: 200 }),
  partDue: date('任务环节时限'),
  matter: choice('事项类别', tree('matter')),
  place: place('地点'),
  files: files('附件', { max: 9 }),
  /** The lead unit: proposed when it is entered, given with the assignment. */
  unit: unit('牵头单位'),
  due: question.due,
  dispatchReason: text('交办要求', { max: 1000 }),
  progress: text('办理情况', { max: 4000, lines: 6 }),
  evidence: files('佐证材料', { max: 20 }),
  finished: yesNo('是否申请销号'),
  verified: text('核查情况', { max: 2000, lines: 4 }),
  conclusion: text('销号意见', { max: 1000, lines: 3 }),
  lookedAgain: text('回头看情况', { max: 2000, lines: 3 }),
  noticeLevel: question.noticeLevel,
  noticeWords: text('提醒内容', { max: 2000, lines: 4 }),
  noticeNumber: text('文号', { max: 40 }),
  noticeReply: text('回复内容', { max: 2000, lines: 4 }),
} as const;

/**
 * What an item is entered with, by the supervision office or, from a promise whose part is overdue, by the program itself:
 * `title` and `source` are required; `due` is an instant (epoch milliseconds), `partDue` a day, `unit` the id of the lead unit.
 */
export const intake = [
  'title',
  'source',
  'pace',
  'basis',
  'issuer',
  'words',
  'page',
  'promise',
  'promiseNumber',
  'part',
  'partTitle',
  'partDue',
  'matter',
  'place',
  'files',
  'unit',
  'due',
] as const satisfies readonly (keyof typeof fields)[];
