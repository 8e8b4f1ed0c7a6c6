import type { Words } from '@huying/kit/error';

/** What figures and projects write into the ledger of a promise, by its `what`. */
export const projectEvents: Readonly<Record<string, Words>> = {
  'figures-asked': { zh: '向单位要数', en: 'Figures asked for' },
  'doubt-explained': { zh: '说明存疑数据', en: 'Doubtful figure explained' },
  'stage-planned': { zh: '确定阶段计划日期', en: 'Stage planned' },
  described: { zh: '完善信息', en: 'Described' },
  imported: { zh: '导入项目阶段', en: 'Stage taken in from a list' },
  'blocker-raised': { zh: '登记堵点', en: 'Blocker told of' },
  'blocker-moved': { zh: '调整堵点责任与时限', en: 'Blocker moved' },
  'blocker-cleared': { zh: '堵点销号', en: 'Blocker cleared' },
  visited: { zh: '领导到场', en: 'Leader’s visit' },
  permit: { zh: '登记点位证照', en: 'Permit entered' },
};
