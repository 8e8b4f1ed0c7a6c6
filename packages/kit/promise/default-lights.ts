import { defineLights, type LightRuleSet } from './light.ts';
import { amount, count, yesNo } from './light-shape.ts';

const done = yesNo('已完成');
const daysLate = count('超过截止日', '天', null);
const points = (label: string) => amount(label, '点');

const SOURCE = '平台默认规则，由区自行调整';

/** Indicators: against the path in points, growth in points, limits met or not. */
export const indicatorLights: LightRuleSet = defineLights({
  id: 'indicator-default',
  label: '指标亮灯规则（默认）',
  source: SOURCE,
  inputs: {
    of: { kind: 'choice', label: '目标类型', options: { rate: '完成率', growth: '增速', limit: '区间或上限' } },
    deltaPoints: points('完成率与序时之差'),
    growthPoints: points('增速与目标之差'),
    met: yesNo('已达目标'),
  },
  rules: [
    {
      id: 'on-path',
      light: 'green',
      words: '达到序时进度或目标要求',
      when: [
        { of: ['rate'], deltaPoints: { from: 0 } },
        { of: ['growth'], growthPoints: { from: 0 } },
        { of: ['limit'], met: true },
      ],
    },
    {
      id: 'behind',
      light: 'yellow',
      words: '低于序时进度不超过10点，或增速低于目标不超过1点',
      when: [
        { of: ['rate'], deltaPoints: { from: -10, under: 0 } },
        { of: ['growth'], growthPoints: { from: -1, under: 0 } },
      ],
    },
    {
      id: 'far-behind',
      light: 'red',
      words: '低于序时进度超过10点，或增速低于目标超过1点，或超出控制区间',
      when: [
        { of: ['rate'], deltaPoints: { under: -10 } },
        { of: ['growth'], growthPoints: { under: -1 } },
        { of: ['limit'], met: false },
      ],
    },
  ],
});

/** Tasks: by their days, and where they have a number by its path too. */
export const taskLights: LightRuleSet = defineLights({
  id: 'task-default',
  label: '任务亮灯规则（默认）',
  source: SOURCE,
  inputs: {
    done,
    daysLate,
    lateParts: count('逾期任务', '项'),
    knownPoints: points('完成率与序时之差（没有量化指标的为0）'),
  },
  rules: [
    {
      id: 'on-time',
      light: 'green',
      words: '已完成，或时限未近、各项任务未逾期且不低于序时进度',
      when: [{ done: true }, { done: false, daysLate: { under: -15 }, lateParts: { to: 0 }, knownPoints: { from: 0 } }],
    },
    {
      id: 'near-due',
      light: 'blue',
      words: '距截止日15天以内，尚未完成',
      when: [{ done: false, daysLate: { from: -15, to: 0 }, lateParts: { to: 0 }, knownPoints: { from: 0 } }],
    },
    {
      id: 'part-late',
      light: 'yellow',
      words: '有任务逾期，或低于序时进度不超过15点，总时限未到',
      when: [
        { done: false, daysLate: { to: 0 }, lateParts: { from: 1 }, knownPoints: { from: -15 } },
        { done: false, daysLate: { to: 0 }, lateParts: { to: 0 }, knownPoints: { from: -15, under: 0 } },
      ],
    },
    {
      id: 'overdue',
      light: 'red',
      words: '超过时限未完成，或低于序时进度超过15点',
      when: [
        { done: false, daysLate: { from: 1 } },
        { done: false, daysLate: { to: 0 }, knownPoints: { under: -15 } },
      ],
    },
  ],
});

/** Livelihood projects: against the path, and by the due day. */
export const livelihoodLights: LightRuleSet = defineLights({
  id: 'livelihood-default',
  label: '民生实事亮灯规则（默认）',
  source: SOURCE,
  inputs: { done, daysLate, deltaPoints: points('完成率与序时之差') },
  rules: [
    {
      id: 'on-path',
      light: 'green',
      words: '已完成，或达到序时进度',
      when: [{ done: true }, { done: false, daysLate: { to: 0 }, deltaPoints: { from: 0 } }],
    },
    {
      id: 'behind',
      light: 'yellow',
      words: '低于序时进度不超过15点',
      when: [{ done: false, daysLate: { to: 0 }, deltaPoints: { from: -15, under: 0 } }],
    },
    {
      id: 'late',
      light: 'red',
      words: '低于序时进度超过15点，或超过时限未完成',
      when: [
        { done: false, daysLate: { from: 1 } },
        { done: false, daysLate: { to: 0 }, deltaPoints: { under: -15 } },
      ],
    },
  ],
});

/** Key projects: investment against the path, the start, and how long both have lasted. */
export const projectLights: LightRuleSet = defineLights({
  id: 'project-default',
  label: '重点项目亮灯规则（默认）',
  source: SOURCE,
  inputs: {
    done,
    deltaPoints: points('完成率与序时之差'),
    monthsBehind: count('连续落后', '个月'),
    startLate: count('逾期未开工', '个月'),
  },
  rules: [
    {
      id: 'on-path',
      light: 'green',
      words: '已完成，或按期开工且达到序时进度',
      when: [{ done: true }, { done: false, deltaPoints: { from: 0 }, startLate: { to: 0 } }],
    },
    {
      id: 'behind',
      light: 'yellow',
      words: '低于序时进度不超过30点且未满三个月，或逾期未开工未满三个月',
      when: [
        { done: false, deltaPoints: { from: -30, under: 0 }, monthsBehind: { under: 3 }, startLate: { under: 3 } },
        { done: false, deltaPoints: { from: 0 }, startLate: { from: 1, under: 3 } },
      ],
    },
    {
      id: 'far-behind',
      light: 'red',
      words: '低于序时进度超过30点，或连续三个月落后，或连续三个月应开工未开工',
      when: [
        { done: false, deltaPoints: { under: -30 } },
        { done: false, deltaPoints: { from: -30, under: 0 }, monthsBehind: { from: 3 } },
        { done: false, startLate: { from: 3 } },
      ],
    },
  ],
  consequence: '红灯事项发督办函，约谈责任单位',
});

/** What a kind uses unless the district names another. */
export const defaultLights: readonly LightRuleSet[] = [indicatorLights, taskLights, livelihoodLights, projectLights];
