import { defineParameter, type ParameterDeclaration } from '@huying/kit/app';

/**
 * What a district sets for its messages; compose adds them to the catalogue. A text may name `{district}`, `{number}`, `{due}`,
 * `{answer}` and `{code}`; a line with a name that has no value is left out.
 */
export const notifyParameters: readonly ParameterDeclaration[] = [
  defineParameter({
    name: 'notify.smsTexts',
    label: '短信模板',
    kind: 'json',
    default: {
      accepted: '【{district}】您的诉求已受理，编号 {number}。\n预计 {due} 前办结。',
      extended: '【{district}】您的诉求 {number} 经批准延长办理时限。\n新的办结时间为 {due}。',
      closed: '【{district}】您的诉求 {number} 已办结。\n答复：{answer}',
      declined: '【{district}】您的诉求 {number} 不予受理。\n理由：{answer}',
      proposalAssigned: '【{district}】您提出的建议提案已交办，编号 {number}。\n预计 {due} 前答复。',
      proposalExtended: '【{district}】您提出的建议提案 {number} 经批准延期答复。\n新的答复时间为 {due}。',
      proposalReplied: '【{district}】您提出的建议提案 {number} 已答复。\n{answer}',
      opinionAnswered: '【{district}】感谢您对民生实事的建议（{number}）。\n{answer}',
      code: '【{district}】验证码 {code}，用于查询 {number}，10 分钟内有效。如非本人操作，请忽略。',
    },
    names: {
      accepted: '受理',
      extended: '延期',
      closed: '办结',
      declined: '不予受理',
      proposalAssigned: '建议提案交办',
      proposalExtended: '建议提案延期',
      proposalReplied: '建议提案答复',
      opinionAnswered: '征集意见答复',
      code: '验证码',
    },
    editableBy: 'system-admin',
  }),
  defineParameter({
    name: 'notify.smsLength',
    label: '短信最多字数',
    kind: 'number',
    default: 300,
    min: 70,
    max: 1_000,
    editableBy: 'system-admin',
  }),
];

/** The English of the labels and of the codes, by the name of the parameter. */
export const notifyParameterWords: Readonly<Record<string, string>> = {
  'notify.smsTexts': 'Texts of messages by SMS',
  'notify.smsTexts/names/accepted': 'Accepted',
  'notify.smsTexts/names/extended': 'Extended',
  'notify.smsTexts/names/closed': 'Closed',
  'notify.smsTexts/names/declined': 'Not accepted',
  'notify.smsTexts/names/proposalAssigned': 'Proposal: assigned',
  'notify.smsTexts/names/proposalExtended': 'Proposal: extended',
  'notify.smsTexts/names/proposalReplied': 'Proposal: answered',
  'notify.smsTexts/names/opinionAnswered': 'Opinion: answered',
  'notify.smsTexts/names/code': 'One-time code',
  'notify.smsLength': 'Longest text of an SMS, characters',
};
