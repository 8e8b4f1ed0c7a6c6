import { defineLights, type LightRuleSet } from './light.ts';
import { count, yesNo } from './light-shape.ts';

const yinchuan = '银川市，2025年3月';
const startLate = count('逾期未开工', '个月');
const excused = yesNo('有正当理由');
const recorded = yesNo('已入库');
const sinceStart = count('开工后', '个月');
const overdue = yesNo('逾期');
const nearDue = yesNo('临近时限');
const behind = yesNo('进度滞后或质量不高');
const suqian = '宿迁市，2025年';

/** Rules over steps, reminders, months in a row and judgements. */
export const publishedByStep: readonly LightRuleSet[] = [
  defineLights({
    id: 'yinchuan-start',
    label: '按期开工（银川，原文）',
    source: yinchuan,
    faulty: true,
    inputs: { startLate, excused },
    rules: [
      { id: 'as-planned', light: 'green', words: '按计划开工', when: [{ startLate: { to: 0 } }] },
      {
        id: 'not-started',
        light: 'yellow',
        words: '计划当月开工，无正当理由未开工',
        when: [{ startLate: { from: 1, to: 1 }, excused: false }],
      },
      { id: 'three-months', light: 'red', words: '连续三个月未开工', when: [{ startLate: { from: 3 } }] },
    ],
  }),
  defineLights({
    id: 'yinchuan-start-mended',
    label: '按期开工（银川，补全）',
    source: yinchuan,
    mends: 'yinchuan-start',
    inputs: { startLate, excused },
    rules: [
      { id: 'as-planned', light: 'green', words: '按计划开工', when: [{ startLate: { to: 0 } }] },
      {
        id: 'excused',
        light: 'blue',
        words: '有正当理由未开工，不满三个月',
        when: [{ startLate: { from: 1, under: 3 }, excused: true }],
      },
      {
        id: 'not-started',
        light: 'yellow',
        words: '无正当理由未开工，不满三个月',
        when: [{ startLate: { from: 1, under: 3 }, excused: false }],
      },
      { id: 'three-months', light: 'red', words: '连续三个月未开工', when: [{ startLate: { from: 3 } }] },
    ],
  }),
  defineLights({
    id: 'yinchuan-record',
    label: '开工后入库（银川，原文）',
    source: yinchuan,
    faulty: true,
    inputs: { recorded, sinceStart },
    rules: [
      { id: 'recorded', light: 'green', words: '已入库', when: [{ recorded: true }] },
      {
        id: 'one-month',
        light: 'yellow',
        words: '开工一个月未入库',
        when: [{ recorded: false, sinceStart: { from: 1, to: 1 } }],
      },
      {
        id: 'two-months',
        light: 'red',
        words: '开工两个月未入库',
        when: [{ recorded: false, sinceStart: { from: 2, to: 2 } }],
      },
    ],
  }),
  defineLights({
    id: 'yinchuan-record-mended',
    label: '开工后入库（银川，补全）',
    source: yinchuan,
    mends: 'yinchuan-record',
    inputs: { recorded, sinceStart },
    rules: [
      {
        id: 'recorded',
        light: 'green',
        words: '已入库，或开工未满一个月',
        when: [{ recorded: true }, { recorded: false, sinceStart: { under: 1 } }],
      },
      {
        id: 'one-month',
        light: 'yellow',
        words: '开工满一个月未入库',
        when: [{ recorded: false, sinceStart: { from: 1, under: 2 } }],
      },
      {
        id: 'two-months',
        light: 'red',
        words: '开工满两个月未入库',
        when: [{ recorded: false, sinceStart: { from: 2 } }],
      },
    ],
  }),
  defineLights({
    id: 'sanya-districts',
    label: '各区月度任务（三亚）',
    source: '三亚市，2022年5月',
    inputs: { monthsMissed: count('连续未完成月度任务', '个月') },
    rules: [
      { id: 'met', light: 'green', words: '完成月度任务', when: [{ monthsMissed: { to: 0 } }] },
      { id: 'missed', light: 'yellow', words: '未完成月度任务', when: [{ monthsMissed: { from: 1, under: 2 } }] },
      {
        id: 'missed-twice',
        light: 'red',
        words: '连续两个月未完成月度任务',
        when: [{ monthsMissed: { from: 2 } }],
      },
    ],
  }),
  defineLights({
    id: 'sanming-steps',
    label: '逾期环节（三明）',
    source: '三明市，2017年。只及逾期的环节；次序为公布内容，逐次升级为本平台写法',
    inputs: { reminders: count('逾期亮灯', '次', 1), special: yesNo('特别事项') },
    rules: [
      {
        id: 'first',
        light: 'blue',
        words: '环节逾期，首次亮灯',
        when: [{ reminders: { to: 1 }, special: false }],
      },
      {
        id: 'second',
        light: 'orange',
        words: '环节逾期，再次亮灯',
        when: [{ reminders: { over: 1, to: 2 }, special: false }],
      },
      {
        id: 'third',
        light: 'red',
        words: '环节逾期，多次亮灯，或属特别事项',
        when: [{ reminders: { over: 2 }, special: false }, { special: true }],
      },
    ],
  }),
  defineLights({
    id: 'suqian-due',
    label: '时限（宿迁，原文）',
    source: suqian,
    faulty: true,
    inputs: { overdue, nearDue, behind },
    rules: [
      { id: 'near', light: 'blue', words: '临近时限', when: [{ nearDue: true }] },
      { id: 'behind', light: 'yellow', words: '进度滞后或质量不高', when: [{ behind: true }] },
      { id: 'overdue', light: 'red', words: '超过时限', when: [{ overdue: true }] },
    ],
  }),
  defineLights({
    id: 'suqian-due-mended',
    label: '时限（宿迁，补全）',
    source: suqian,
    mends: 'suqian-due',
    inputs: { overdue, nearDue, behind },
    rules: [
      {
        id: 'usual',
        light: 'green',
        words: '时限未近，进度正常',
        when: [{ overdue: false, behind: false, nearDue: false }],
      },
      {
        id: 'near',
        light: 'blue',
        words: '临近时限',
        when: [{ overdue: false, behind: false, nearDue: true }],
      },
      { id: 'behind', light: 'yellow', words: '进度滞后或质量不高', when: [{ overdue: false, behind: true }] },
      { id: 'overdue', light: 'red', words: '超过时限', when: [{ overdue: true }] },
    ],
  }),
  defineLights({
    id: 'huating-rectification',
    label: '整改逾期（华亭）',
    source: '华亭县，2017年。只及整改期满之后',
    inputs: { reminders: count('期满后亮灯', '次', 1) },
    rules: [
      { id: 'first', light: 'blue', words: '整改期满未完成', when: [{ reminders: { to: 1 } }] },
      { id: 'second', light: 'yellow', words: '再次期满未完成', when: [{ reminders: { over: 1, to: 2 } }] },
      { id: 'third', light: 'red', words: '多次期满未完成', when: [{ reminders: { over: 2 } }] },
    ],
    consequence: '红灯约谈',
  }),
  defineLights({
    id: 'guangyuan-milestones',
    label: '节点（广元）',
    source: '广元市，2018年。只及滞后的节点',
    inputs: {
      outlook: {
        kind: 'choice',
        label: '预计',
        options: { recoverable: '滞后，可按期赶上', unlikely: '难以按期完成' },
      },
    },
    rules: [
      { id: 'slow', light: 'yellow', words: '进度缓慢，可按期赶上', when: [{ outlook: ['recoverable'] }] },
      { id: 'unlikely', light: 'red', words: '难以按期完成', when: [{ outlook: ['unlikely'] }] },
    ],
    consequence: '两次黄灯发函并扣1分；红灯扣2分，由领导约谈并问责',
  }),
  defineLights({
    id: 'gmpp-confidence',
    label: '重大项目五级判断（英国）',
    source: '英国政府重大项目库，至2021年为五级',
    inputs: {
      confidence: {
        kind: 'choice',
        label: '按期交付',
        options: {
          highly: '极可能',
          probable: '很可能',
          feasible: '可行，有重大问题',
          doubt: '存疑',
          unachievable: '看来无法实现',
        },
      },
    },
    rules: [
      { id: 'green', light: 'green', words: '按期交付极可能', when: [{ confidence: ['highly'] }] },
      { id: 'amber-green', light: 'blue', words: '按期交付很可能', when: [{ confidence: ['probable'] }] },
      { id: 'amber', light: 'yellow', words: '按期交付可行，有重大问题', when: [{ confidence: ['feasible'] }] },
      { id: 'amber-red', light: 'orange', words: '按期交付存疑', when: [{ confidence: ['doubt'] }] },
      { id: 'red', light: 'red', words: '按期交付看来无法实现', when: [{ confidence: ['unachievable'] }] },
    ],
  }),
  defineLights({
    id: 'gmpp-confidence-three',
    label: '重大项目三级判断（英国）',
    source: '英国政府重大项目库，2021年后为三级',
    inputs: {
      confidence: {
        kind: 'choice',
        label: '按期交付',
        options: { highly: '极可能', feasible: '可行，有重大问题', unachievable: '看来无法实现' },
      },
    },
    rules: [
      { id: 'green', light: 'green', words: '按期交付极可能', when: [{ confidence: ['highly'] }] },
      { id: 'amber', light: 'yellow', words: '按期交付可行，有重大问题', when: [{ confidence: ['feasible'] }] },
      { id: 'red', light: 'red', words: '按期交付看来无法实现', when: [{ confidence: ['unachievable'] }] },
    ],
  }),
];
