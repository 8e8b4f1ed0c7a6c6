import type { Words } from '@huying/kit/error';

/** What sites and evaluations write into the ledger of a promise, by its `what`. */
export const siteEvents: Readonly<Record<string, Words>> = {
  'sites-added': { zh: '登记点位', en: 'Sites added' },
  'site-changed': { zh: '修改点位信息', en: 'Site changed' },
  'site-under-way': { zh: '点位开工', en: 'Site under way' },
  'site-completed': { zh: '点位报告完工', en: 'Site reported complete' },
  'site-verified': { zh: '点位核查通过', en: 'Site verified' },
  'site-sent-back': { zh: '点位核查未通过，退回整改', en: 'Site sent back to be put right' },
  'site-cancelled': { zh: '核减点位', en: 'Site taken off the list' },
  evaluated: { zh: '登记测评结果', en: 'Evaluation entered' },
  'evaluations-published': { zh: '公布测评结果', en: 'Evaluations published' },
};
