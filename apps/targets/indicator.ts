import { holderOf } from '@huying/kit/access';
import { number, text } from '@huying/kit/field';
import { definePromiseKind } from '@huying/kit/promise';
import { role } from '../base/index.ts';

const statistics = holderOf(role.statistician);

/**
 * 预期目标, 经济运行: a number the year is to reach, or one that is only watched. Its values come month by month, provisional first; the
 * statistician settles it once the year's final value is there. An indicator named `rank` beside it is its place among the city's districts.
 */
export const indicator = definePromiseKind({
  id: 'indicator',
  name: '预期目标',
  numberPrefix: 'ZB',
  states: { followed: '监测中', met: '已达成', missed: '未达成', cancelled: '已取消' },
  opens: 'followed',
  ends: ['met', 'missed', 'cancelled'],
  cancelled: 'cancelled',
  steps: {
    settleMet: {
      label: '核定为达成',
      from: ['followed'],
      to: 'met',
      by: statistics,
      asks: { basis: text('核定依据', { max: 400 }).required() },
      demands: ['document'],
      official: 'done',
    },
    settleMissed: {
      label: '核定为未达成',
      from: ['followed'],
      to: 'missed',
      by: statistics,
      asks: { basis: text('核定依据', { max: 400 }).required(), reason: text('未达成原因', { max: 1000 }).required() },
      demands: ['document', 'reason'],
      official: 'not-done',
    },
  },
  lights: 'indicator-default',
  data: {
    code: text('指标代码', { max: 40, pattern: '[a-z][a-z0-9-]*' }).hint('同一指标各年代码相同，如 gdp、gdp-tertiary'),
    basis: text('口径与来源', { max: 400 }),
    rankScope: text('排名范围', { max: 80 }),
    rankOf: number('参加排名的个数', { min: 2, max: 1000, integer: true }),
  },
  completionWords: {
    'not-started': '未到统计期',
    'under-way': '推进中',
    'basically-done': '基本达成',
    done: '已达成',
    'not-done': '未达成',
    cancelled: '已取消',
  },
});
