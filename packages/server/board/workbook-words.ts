import type { Locale, Words } from '@huying/kit/error';
import type { Ended, Renamed, Turn } from './board-schema.ts';

const WORDS = {
  data: { zh: '数据', en: 'Numbers' },
  definitions: { zh: '口径', en: 'Definitions' },
  reference: { zh: '运行监测，供参考', en: 'Operational monitoring, for reference' },
  subject: { zh: '单位', en: 'Unit' },
  district: { zh: '全区', en: 'The whole district' },
  part: { zh: '仅含导出人可见的部分', en: 'Only what the exporter may see' },
  period: { zh: '统计时段', en: 'Period' },
  running: { zh: '（未结束）', en: ' (not over)' },
  readAt: { zh: '取数时间', en: 'Read at' },
  exportedBy: { zh: '导出人', en: 'Exported by' },
  measure: { zh: '指标', en: 'Measure' },
  value: { zh: '数值', en: 'Value' },
  of: { zh: '分子', en: 'Numerator' },
  among: { zh: '分母', en: 'Denominator' },
  except: { zh: '剔除', en: 'Left out' },
  before: { zh: '上期', en: 'Before' },
  difference: { zh: '增减', en: 'Difference' },
  noise: { zh: '波动', en: 'Noise' },
  yearBefore: { zh: '上年同期', en: 'Year before' },
  name: { zh: '名称', en: 'Name' },
  whole: { zh: '合计', en: 'All' },
  none: { zh: '无应办', en: 'None due' },
  few: { zh: '样本不足', en: 'Too few' },
  date: { zh: '日期', en: 'Date' },
  rank: { zh: '名次', en: 'Rank' },
  best: { zh: '最好名次', en: 'Best rank' },
  worst: { zh: '最差名次', en: 'Worst rank' },
  was: { zh: '上期名次', en: 'Rank before' },
  score: { zh: '得分', en: 'Score' },
  weights: { zh: '权重', en: 'Weights' },
  leftOut: {
    zh: '未计入本组排名（当期没有一个单位有可计的，权重由其余指标按比例分担）',
    en: 'Not part of this ranking (none of these units had anything to count; the others carry the weight in proportion)',
  },
  apart: { zh: '样本不足，不排名', en: 'Too few to be ranked' },
  state: { zh: '环节', en: 'Step' },
  open: { zh: '在办', en: 'Open' },
  soon: { zh: '24 小时内到期', en: 'Due in 24 hours' },
  late: { zh: '超过全程时限', en: 'Past the promise' },
  stepLate: { zh: '超过环节时限', en: 'Step is late' },
  hour: { zh: '时', en: 'Hour' },
  'noise.within': { zh: '在正常波动内', en: 'Within noise' },
  'noise.beyond': { zh: '超出正常波动', en: 'Beyond noise' },
  'noise.few': { zh: '样本不足', en: 'Too few' },
  'noise.unknown': { zh: '不作判断', en: 'Not judged' },
  'parted.split': { zh: '不可比：单位已拆分', en: 'Not comparable: the unit was split' },
  'parted.ended': { zh: '不可比：单位已并出', en: 'Not comparable: the unit went into another' },
  merged: { zh: '并入', en: 'merged into' },
  succeeded: { zh: '职能由新单位承接：', en: 'succeeded by' },
  split: { zh: '拆分为', en: 'split into' },
  meaning: { zh: '含义', en: 'Meaning' },
  english: { zh: '英文名称', en: 'Chinese name' },
  englishMeaning: { zh: '英文含义', en: 'Meaning in Chinese' },
  source: { zh: '来源', en: 'Source' },
  clock: { zh: '时钟', en: 'Clock' },
  calendar: { zh: '日历', en: 'Calendar' },
  working: { zh: '工作时间', en: 'Working time' },
  natural: { zh: '自然时间', en: 'Natural time' },
  rounding: { zh: '小数位（四舍五入）', en: 'Decimal places (halves up)' },
  minimum: { zh: '最小样本', en: 'Least number' },
  better: { zh: '方向', en: 'Better' },
  'better.high': { zh: '越高越好', en: 'Higher' },
  'better.low': { zh: '越低越好', en: 'Lower' },
  'better.neither': { zh: '不分好坏', en: 'Neither' },
  fullDays: { zh: '只计已结束的日子', en: 'Only days that are over' },
  condition: { zh: '条件', en: 'Condition' },
  'part.of': { zh: '计入', en: 'counted' },
  'part.among': { zh: '分母', en: 'measured' },
  'part.except': { zh: '剔除', en: 'left out' },
  'part.until': { zh: '在此时间之前都在', en: 'there until' },
  'part.mean': { zh: '平均的是', en: 'mean of' },
  snapshot: { zh: '快照时间', en: 'Snapshot taken' },
  digest: { zh: '快照校验值 (SHA-256)', en: 'Snapshot (SHA-256)' },
  snapshotNote: {
    zh: '快照是本时段结束后发布、此后不再变动的数；校验值只证明快照。“数据”表中的数按取数时的事实统计，发布后如有更正会与快照不同，不同的在“发布值”一列列出发布时的数。',
    en: 'A snapshot is what was published once the period was over, and does not change; its hash proves the snapshot alone. The figures on “Numbers” are of the facts at the time of reading: corrected since, they may differ from it, and then “As published” says what was published.',
  },
  noSnapshot: {
    zh: '本时段没有发布的快照；“数据”表中的数按取数时的事实统计。',
    en: 'No snapshot of this period has been published; the figures on “Numbers” are of the facts at the time of reading.',
  },
  published: { zh: '发布值', en: 'As published' },
  recounted: { zh: '复核值', en: 'Recounted' },
  mark: { zh: '提示', en: 'Note' },
  recounting: { zh: '正在重新统计', en: 'Being counted anew' },
  formerly: { zh: '曾用名：', en: 'formerly ' },
  present: { zh: '现名：', en: 'now ' },
  rankNote: {
    zh: '同分同名次，其后顺延；最好、最差名次为各权重分别上下浮动 20% 时可能到达的名次范围，逐对比较得出，只会偏宽，不会偏窄。',
    en: 'Equal scores share a rank. Best and worst rank bound what is possible while every weight moves by up to 20 % on its own; found pair by pair, they may be too wide, never too narrow.',
  },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
} as const satisfies Readonly<Record<string, Words>>;

export type WorkbookText = keyof typeof WORDS;

/** How a unit ended: `2026-07-15 并入区公路局`. */
export function endedText({ on, how, into }: Ended, locale: Locale): string {
  const names = into.map((name) => name[locale]).join(locale === 'zh' ? '、' : ', ');
  return locale === 'zh' ? `${on} ${WORDS[how].zh}${names}` : `${WORDS[how].en} ${names} on ${on}`;
}

/** What a unit was called before within the period, and is called today: `曾用名：区水务局`. */
export function renamedTexts({ formerly = [], present }: Renamed, locale: Locale): readonly string[] {
  const names = formerly.map((name) => name[locale]).join(locale === 'zh' ? '、' : ', ');
  return [
    ...(formerly.length === 0 ? [] : [`${WORDS.formerly[locale]}${names}`]),
    ...(present === undefined ? [] : [`${WORDS.present[locale]}${present[locale]}`]),
  ];
}

/** Where a line changes, under its points. */
export function turnText({ on, how, with: units }: Turn, locale: Locale): string {
  const names = units.map((name) => name[locale]).join(locale === 'zh' ? '、' : ', ');
  const zh = locale === 'zh';
  switch (how) {
    case 'joined':
      return zh
        ? `${on} 起并入${names}，此前的数已含`
        : `${names} became part of it on ${on}: earlier points take it in`;
    case 'parted':
      return zh
        ? `${on} 起承接${names}拆分出的部分职能，此前的数不含`
        : `${on}: it has a part of ${names}, which was split; earlier points do not take it in`;
    default:
      return zh
        ? `${endedText({ on, how, into: [...units] }, locale)}，到此为止`
        : `${endedText({ on, how, into: [...units] }, locale)}: it ends here`;
  }
}

/** A text of the exported workbook. */
export const tellIn =
  (locale: Locale) =>
  (text: WorkbookText): string =>
    WORDS[text][locale];
