import { defineParameter } from '@huying/kit/app';

/** How a district checks its figures before they are kept. */
export const parameters = [
  defineParameter({
    name: 'targets.sums',
    label: '合计关系（总量指标代码、各分项代码、允许误差）',
    kind: 'json',
    default: [
      {
        id: 'gdp-by-industry',
        total: 'gdp',
        parts: ['gdp-primary', 'gdp-secondary', 'gdp-tertiary'],
        tolerance: 0.02,
      },
    ],
    editableBy: 'statistician',
  }),
  defineParameter({
    name: 'targets.doubts',
    label: '数据存疑的界限（jump 变动倍数、growth 增速相差点数、final 核定与初步相差百分比）',
    kind: 'json',
    default: { jump: 5, growth: 3, final: 1 },
    names: { jump: '变动倍数', growth: '增速相差点数', final: '核定与初步相差百分比' },
    editableBy: 'statistician',
  }),
  defineParameter({
    name: 'targets.askOn',
    label: '每月几日向单位要上月数据（0 为不自动）',
    kind: 'number',
    default: 1,
    min: 0,
    max: 28,
    editableBy: 'statistician',
  }),
] as const;
