import { defineLights, type LightRuleSet } from './light.ts';
import { amount, count } from './light-shape.ts';

const deltaPoints = amount('完成率与序时之差', '点');
const shortShare = amount('低于序时应完成量', '%');
const shortPoints = amount('低于序时', '点');

const yinchuan = '银川市，2025年3月';
const yinchuanActs = '黄灯、红灯按月通报，发督办函';
const sanya = '三亚市，2022年5月';
const sanyaActs = '黄灯约谈，两次黄灯由副市长约谈，红灯由市领导约谈';
const tianjin = '天津市，2022年2月';
const tianjinActs = '按月亮灯，年度循环，纳入考核';
const investmentGrowth = {
  growth: amount('增速', '%'),
  overPlan: amount('增速高于计划', '点'),
  overCity: amount('增速高于全市平均', '点'),
};

/** Rules that compare what was reached with a path or a target. */
export const publishedByPath: readonly LightRuleSet[] = [
  defineLights({
    id: 'yinchuan-path',
    label: '序时进度（银川，原文）',
    source: yinchuan,
    faulty: true,
    inputs: { deltaPoints },
    rules: [
      { id: 'met', light: 'green', words: '达到序时进度', when: [{ deltaPoints: { from: 0 } }] },
      { id: 'behind', light: 'yellow', words: '低于序时进度10至30点', when: [{ deltaPoints: { from: -30, to: -10 } }] },
      { id: 'far-behind', light: 'red', words: '低于序时进度30点以上', when: [{ deltaPoints: { under: -30 } }] },
    ],
    consequence: yinchuanActs,
  }),
  defineLights({
    id: 'yinchuan-path-mended',
    label: '序时进度（银川，补全）',
    source: yinchuan,
    mends: 'yinchuan-path',
    inputs: { deltaPoints },
    rules: [
      { id: 'met', light: 'green', words: '达到序时进度', when: [{ deltaPoints: { from: 0 } }] },
      {
        id: 'slightly-behind',
        light: 'blue',
        words: '低于序时进度不足10点，跟踪',
        when: [{ deltaPoints: { over: -10, under: 0 } }],
      },
      { id: 'behind', light: 'yellow', words: '低于序时进度10至30点', when: [{ deltaPoints: { from: -30, to: -10 } }] },
      { id: 'far-behind', light: 'red', words: '低于序时进度30点以上', when: [{ deltaPoints: { under: -30 } }] },
    ],
    consequence: yinchuanActs,
  }),
  defineLights({
    id: 'sanya-projects',
    label: '项目序时进度（三亚，原文）',
    source: `${sanya}。“低于序时进度50%以内”可指应完成量的比例，也可指百分点`,
    faulty: true,
    inputs: { shortPoints, shortShare },
    rules: [
      {
        id: 'met',
        light: 'green',
        words: '达到序时进度',
        when: [{ shortShare: { to: 0 }, shortPoints: { to: 0 } }],
      },
      {
        id: 'behind',
        light: 'yellow',
        words: '低于序时进度50%以内',
        when: [{ shortShare: { over: 0, to: 50 } }, { shortPoints: { over: 0, to: 50 } }],
      },
      {
        id: 'far-behind',
        light: 'red',
        words: '低于序时进度50%以上',
        when: [{ shortShare: { over: 50 } }, { shortPoints: { over: 50 } }],
      },
    ],
    consequence: sanyaActs,
  }),
  defineLights({
    id: 'sanya-projects-mended',
    label: '项目序时进度（三亚，按应完成量）',
    source: sanya,
    mends: 'sanya-projects',
    inputs: { shortShare },
    rules: [
      { id: 'met', light: 'green', words: '达到序时进度', when: [{ shortShare: { to: 0 } }] },
      { id: 'behind', light: 'yellow', words: '比序时应完成量少50%以内', when: [{ shortShare: { over: 0, to: 50 } }] },
      { id: 'far-behind', light: 'red', words: '比序时应完成量少50%以上', when: [{ shortShare: { over: 50 } }] },
    ],
    consequence: sanyaActs,
  }),
  defineLights({
    id: 'tianjin-investment',
    label: '固定资产投资（天津，原文）',
    source: tianjin,
    faulty: true,
    inputs: investmentGrowth,
    rules: [
      {
        id: 'both',
        light: 'green',
        words: '增速不低于计划且不低于全市平均',
        when: [{ overPlan: { from: 0 }, overCity: { from: 0 } }],
      },
      {
        id: 'either',
        light: 'yellow',
        words: '正增长，低于计划或低于全市平均',
        when: [
          { growth: { over: 0 }, overPlan: { under: 0 } },
          { growth: { over: 0 }, overCity: { under: 0 } },
        ],
      },
      { id: 'falling', light: 'red', words: '负增长', when: [{ growth: { under: 0 } }] },
    ],
    consequence: tianjinActs,
  }),
  defineLights({
    id: 'tianjin-investment-mended',
    label: '固定资产投资（天津，补全）',
    source: tianjin,
    mends: 'tianjin-investment',
    inputs: investmentGrowth,
    rules: [
      {
        id: 'both',
        light: 'green',
        words: '未下降，增速不低于计划且不低于全市平均',
        when: [{ growth: { from: 0 }, overPlan: { from: 0 }, overCity: { from: 0 } }],
      },
      {
        id: 'either',
        light: 'yellow',
        words: '未下降，低于计划或低于全市平均',
        when: [
          { growth: { from: 0 }, overPlan: { under: 0 } },
          { growth: { from: 0 }, overCity: { under: 0 } },
        ],
      },
      { id: 'falling', light: 'red', words: '负增长', when: [{ growth: { under: 0 } }] },
    ],
    consequence: tianjinActs,
  }),
  defineLights({
    id: 'tianjin-bonds',
    label: '专项债支出（天津）',
    source: `${tianjin}。自下达次月起六个月为序时`,
    inputs: { shortShare },
    rules: [
      { id: 'met', light: 'green', words: '达到支出序时', when: [{ shortShare: { to: 0 } }] },
      { id: 'behind', light: 'yellow', words: '低于支出序时30%以内', when: [{ shortShare: { over: 0, to: 30 } }] },
      { id: 'far-behind', light: 'red', words: '低于支出序时30%以上', when: [{ shortShare: { over: 30 } }] },
    ],
  }),
  defineLights({
    id: 'xinhuang-month',
    label: '月度任务（新晃）',
    source: '新晃县，2015年',
    inputs: { monthShare: amount('当月任务完成率', '%') },
    rules: [
      { id: 'met', light: 'green', words: '当月任务完成80%以上', when: [{ monthShare: { from: 80 } }] },
      { id: 'tracked', light: 'blue', words: '完成60%至80%，跟踪', when: [{ monthShare: { from: 60, under: 80 } }] },
      { id: 'yellow-card', light: 'yellow', words: '完成不足60%，黄牌', when: [{ monthShare: { under: 60 } }] },
    ],
    consequence: '黄牌取消阶段评先资格',
  }),
  defineLights({
    id: 'cityscore',
    label: '城市评分（CityScore，原文）',
    source: 'CityScore：指标值与目标值之比',
    faulty: true,
    inputs: { ratio: amount('与目标之比', '') },
    rules: [
      { id: 'above', light: 'green', words: '超过目标', when: [{ ratio: { over: 1 } }] },
      { id: 'below', light: 'red', words: '低于目标', when: [{ ratio: { under: 1 } }] },
    ],
  }),
  defineLights({
    id: 'cityscore-mended',
    label: '城市评分（CityScore，补全）',
    source: 'CityScore：指标值与目标值之比',
    mends: 'cityscore',
    inputs: { ratio: amount('与目标之比', '') },
    rules: [
      { id: 'above', light: 'green', words: '达到或超过目标', when: [{ ratio: { from: 1 } }] },
      { id: 'below', light: 'red', words: '低于目标', when: [{ ratio: { under: 1 } }] },
    ],
  }),
  defineLights({
    id: 'scotland-npf',
    label: '国家绩效框架（苏格兰）',
    source: '苏格兰国家绩效框架：最近两次数值之差，门槛逐项写明',
    inputs: { changeInThresholds: amount('变好幅度与门槛之比', '') },
    rules: [
      { id: 'better', light: 'green', words: '变好达到门槛', when: [{ changeInThresholds: { from: 1 } }] },
      { id: 'alike', light: 'yellow', words: '变化未到门槛', when: [{ changeInThresholds: { over: -1, under: 1 } }] },
      { id: 'worse', light: 'red', words: '变差达到门槛', when: [{ changeInThresholds: { to: -1 } }] },
    ],
  }),
  defineLights({
    id: 'mianyang-boards',
    label: '红黑榜（绵阳，原文）',
    source: '绵阳市，2022年。名次按其中一组：红榜前五，黑榜后四',
    faulty: true,
    inputs: mianyangInputs(),
    rules: [
      {
        id: 'red-board',
        light: 'green',
        words: '超额完成且名列前五，上红榜',
        when: [{ fulfilment: { over: 100 }, fromTop: { to: 5 } }],
      },
      {
        id: 'black-board',
        light: 'red',
        words: '未完成且名列后四，上黑榜',
        when: [{ fulfilment: { under: 100 }, fromBottom: { to: 4 }, forceMajeure: false }],
      },
    ],
  }),
  defineLights({
    id: 'mianyang-boards-mended',
    label: '红黑榜（绵阳，补全）',
    source: '绵阳市，2022年。名次按其中一组：红榜前五，黑榜后四',
    mends: 'mianyang-boards',
    inputs: mianyangInputs(),
    rules: [
      {
        id: 'red-board',
        light: 'green',
        words: '超额完成且名列前五，上红榜',
        when: [{ fulfilment: { over: 100 }, fromTop: { to: 5 } }],
      },
      {
        id: 'no-board',
        light: 'blue',
        words: '不上榜',
        when: [
          { fulfilment: { over: 100 }, fromTop: { over: 5 } },
          { fulfilment: { from: 100, to: 100 } },
          { fulfilment: { under: 100 }, fromBottom: { over: 4 } },
          { fulfilment: { under: 100 }, forceMajeure: true },
        ],
      },
      {
        id: 'black-board',
        light: 'red',
        words: '未完成且名列后四，上黑榜',
        when: [{ fulfilment: { under: 100 }, fromBottom: { to: 4 }, forceMajeure: false }],
      },
    ],
  }),
];

function mianyangInputs() {
  return {
    fulfilment: amount('目标完成率', '%'),
    fromTop: count('名次', '', 1),
    fromBottom: count('倒数名次', '', 1),
    forceMajeure: { kind: 'yesNo', label: '不可抗力' },
  } as const;
}
