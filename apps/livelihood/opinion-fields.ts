import { choice, files, number, options, personName, phone, place, text, tree } from '@huying/kit/field';

/** Everything an opinion holds. Who gave it is personal information, sealed as callers are. */
export const fields = {
  title: text('建议事项', { max: 120 }).required(),
  words: text('意见内容', { max: 4000, lines: 6 }).required(),
  /** How it came. A cluster is what the district itself read out of many calls. */
  channel: choice(
    '来源渠道',
    options({
      web: '网上征集',
      phone: '12345 来电',
      letter: '信件',
      meeting: '座谈走访',
      deputy: '人大代表',
      member: '政协委员',
      cluster: '诉求聚类',
    }),
  ).required(),
  year: number('征集年度', { min: 2000, max: 2100, integer: true }).required(),
  domain: choice(
    '民生领域',
    options({
      education: '教育',
      health: '医疗健康',
      eldercare: '养老托幼',
      housing: '住房与老旧小区',
      transport: '交通出行',
      environment: '环境与绿化',
      employment: '就业社保',
      culture: '文化体育',
      safety: '公共安全',
      convenience: '便民服务',
      other: '其他',
    }),
  ),
  matter: choice('事项类别', tree('matter')),
  place: place('涉及地点'),
  proposer: personName('提出人'),
  phone: phone('联系电话'),
  /** Of a cluster: how many calls, and the numbers of some of them. */
  calls: number('涉及诉求件数', { min: 1, max: 100_000, integer: true }),
  callNumbers: text('诉求工单编号', { max: 2000, lines: 2 }),
  files: files('附件', { max: 9 }),
  candidate: text('建议项目编号', { max: 40 }),
  answer: text('答复内容', { max: 2000, lines: 4 }),
  toldBy: choice(
    '告知方式',
    options({ phone: '电话', letter: '书面', deputy: '当面或通过联络机构', published: '公开反馈' }),
  ),
} as const;

/** What an opinion comes with, from the portal, the hotline, a deputy or a cluster of calls. */
export const intake = [
  'title',
  'words',
  'channel',
  'year',
  'domain',
  'matter',
  'place',
  'proposer',
  'phone',
  'calls',
  'callNumbers',
  'files',
] as const satisfies readonly (keyof typeof fields)[];
