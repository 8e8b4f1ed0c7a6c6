import { choice, date, files, instant, options, personName, phone, place, text, tree, unit } from '@huying/kit/field';

const opinions = options({ satisfied: '满意', basically: '基本满意', not: '不满意' });

/** Questions that more than one form puts, said once. */
export const question = {
  reason: text('理由', { max: 500, lines: 3 }).required(),
  note: text('审批意见', { max: 500 }),
  attitude: choice('对办理态度', opinions),
  outcome: choice('对办理结果', opinions),
} as const;

/** Everything a proposal holds. Who proposes is personal information, sealed as callers are. */
export const fields = {
  title: text('标题', { max: 200 }).required(),
  kind: choice('类别', options({ suggestion: '人大代表建议', proposal: '政协提案', motion: '议案转建议' })).required(),
  session: text('届次', { max: 80 }).required(),
  officialNumber: text('建议提案编号', { max: 40 }).required(),
  words: text('内容', { max: 8000, lines: 8 }).required(),
  matter: choice('事项类别', tree('matter')),
  place: place('涉及地点'),
  proposer: personName('领衔人').required(),
  phone: phone('联系电话'),
  coSigners: text('联名人', { max: 500 }).mask('all'),
  publication: choice('是否公开', options({ full: '全文公开', summary: '摘要公开', none: '不公开' })),
  files: files('附件', { max: 9 }),
  unit: unit('主办单位'),
  due: instant('答复时限'),
  dispatchReason: text('交办依据', { max: 500, lines: 2 }),
  contactKind: choice('沟通方式', options({ meeting: '面谈', telephone: '电话', letter: '书面' })),
  contactNote: text('沟通情况', { max: 2000, lines: 3 }),
  answer: text('答复内容', { max: 8000, lines: 8 }),
  answerNumber: text('答复文号', { max: 40 }),
  answerFiles: files('答复文件', { max: 5 }),
  signedBy: text('签发人', { max: 40 }),
  expectedOn: date('预计办成日期'),
  attitude: question.attitude,
  outcome: question.outcome,
  followUp: text('跟踪情况', { max: 2000, lines: 3 }),
} as const;

/** What comes with it when the congress or the conference hands it over. */
export const intake = [
  'title',
  'kind',
  'session',
  'officialNumber',
  'words',
  'matter',
  'place',
  'proposer',
  'phone',
  'coSigners',
  'publication',
  'files',
  'unit',
] as const satisfies readonly (keyof typeof fields)[];
