import { choice, instant, options, personName, phone, photos, place, text, tree, unit, yesNo } from '@huying/kit/field';
import { results } from './states.ts';

const demandKinds = options({
  consultation: '咨询',
  request: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
});
const urgencies = options({ ordinary: '一般', supply: '水电气热', danger: '危及安全' });

/** Questions that more than one form puts, said once. */
export const question = {
  matter: choice('事项类别', tree('matter')),
  condition: choice('立案条件', tree('condition', { under: 'matter' })),
  demandKind: choice('诉求类型', demandKinds),
  urgency: choice('紧急程度', urgencies),
  complainedUnit: unit('被诉求单位'),
  solved: choice('是否解决', options({ yes: '已解决', no: '未解决', unreached: '未接通' })),
  satisfied: choice(
    '是否满意',
    options({ satisfied: '满意', fair: '基本满意', dissatisfied: '不满意', none: '未评价' }),
  ),
  cityDue: instant('市平台时限'),
  place: place('事发地点'),
  reason: text('理由', { max: 500, lines: 3 }).required(),
  opinion: text('审批意见', { max: 500 }),
  /** How a ticket ends that a unit has handled. */
  result: choice(
    '办理结果',
    options({ fixed: results.fixed, explained: results.explained, unresolved: results.unresolved }),
  ).required(),
  answer: text('答复来电人', { max: 2000, lines: 4 }).required(),
} as const;

/** Everything a ticket holds. */
export const fields = {
  title: text('标题', { max: 80 }).required(),
  words: text('诉求内容', { max: 4000, lines: 6 }).required(),
  demandKind: question.demandKind.required(),
  demandClass: choice('诉求分类', tree('demand-class')).required(),
  channel: choice(
    '来源渠道',
    options({
      phone: '12345 来电',
      city: '市平台转来',
      web: '网站',
      letter: '信件',
      mayor: '市长信箱',
      opinion: '民意网',
    }),
  ).required(),
  urgency: question.urgency,
  place: question.place,
  caller: personName('来电人'),
  phone: phone('联系电话'),
  confidential: yesNo('要求保密'),
  complainedUnit: question.complainedUnit,
  before: photos('现场照片', { max: 9 }),
  cityNumber: text('市平台编号', { max: 40 }),
  cityDue: question.cityDue,
  matter: question.matter,
  condition: question.condition,
  unit: unit('主办单位'),
  dispatchReason: text('派单依据', { max: 500 }),
  handled: text('处置情况', { max: 2000, lines: 4 }),
  after: photos('处置后照片', { max: 9 }),
  verified: text('核查情况', { max: 1000, lines: 3 }),
  answer: text('答复内容', { max: 2000, lines: 4 }),
  solved: question.solved,
  satisfied: question.satisfied,
} as const;

/** What is filled in while the caller is on the line, or comes with the ticket. */
export const intake = [
  'title',
  'words',
  'demandKind',
  'demandClass',
  'channel',
  'urgency',
  'place',
  'caller',
  'phone',
  'confidential',
  'complainedUnit',
  'before',
  'cityNumber',
  'cityDue',
] as const satisfies readonly (keyof typeof fields)[];
