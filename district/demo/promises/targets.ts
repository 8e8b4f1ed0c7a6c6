/** How the figures of the report's expected targets went: by words of their title, what they came to when the year's aim is known. */
export interface TargetCourse {
  readonly topic: string;
  readonly code: string;
  /** Months whose figures there are: of a quarter its last. */
  readonly quarterly: boolean;
  /** Of growth: points above the aim, as the year begins and now. Of others: share of the aim reached of what is expected. */
  readonly from: number;
  readonly to: number;
}

export const targetCourses: readonly TargetCourse[] = [
  { topic: '地区生产总值', code: 'gdp-growth', quarterly: true, from: -0.2, to: 0.1 },
  { topic: '工业增加值', code: 'industry-growth', quarterly: false, from: 0.9, to: 0.4 },
  { topic: '固定资产投资', code: 'investment-growth', quarterly: false, from: 0.6, to: -2.1 },
  { topic: '社会消费品', code: 'retail-growth', quarterly: false, from: 0.3, to: -0.4 },
  { topic: '一般公共预算', code: 'revenue-growth', quarterly: false, from: -0.6, to: 0.3 },
  { topic: '城镇新增就业', code: 'jobs', quarterly: false, from: 1.08, to: 1.06 },
  { topic: 'PM2.5', code: 'pm25', quarterly: false, from: 1.18, to: 0.95 },
  { topic: '12345', code: 'hotline-on-time', quarterly: false, from: 0.985, to: 1.003 },
];

/** What the district only watches: totals whose parts make them up, and its place among the city's districts. */
export interface WatchedFigure {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly decimals: number;
  readonly quarterly: boolean;
  /** What a whole year comes to, and by how much it grows, in per cent. */
  readonly yearly: number;
  readonly growth: number;
  /** `level`: the same all year round. */
  readonly level?: true;
  readonly lead: string;
  /** Its place among eleven districts, as the year begins and now. */
  readonly rank?: readonly [number, number];
}

export const watchedFigures: readonly WatchedFigure[] = [
  {
    code: 'gdp-primary',
    title: '第一产业增加值',
    unit: '亿元',
    decimals: 2,
    quarterly: true,
    yearly: 14.6,
    growth: 2.1,
    lead: 'nyj',
  },
  {
    code: 'gdp-secondary',
    title: '第二产业增加值',
    unit: '亿元',
    decimals: 2,
    quarterly: true,
    yearly: 421.3,
    growth: 5.9,
    lead: 'kgj',
  },
  {
    code: 'gdp-tertiary',
    title: '第三产业增加值',
    unit: '亿元',
    decimals: 2,
    quarterly: true,
    yearly: 918.4,
    growth: 5.5,
    lead: 'kgj',
  },
  {
    code: 'gdp',
    title: '地区生产总值',
    unit: '亿元',
    decimals: 2,
    quarterly: true,
    yearly: 1354.3,
    growth: 5.6,
    lead: 'fgj',
    rank: [6, 5],
  },
  {
    code: 'industry-output',
    title: '规模以上工业总产值',
    unit: '亿元',
    decimals: 1,
    quarterly: false,
    yearly: 1184,
    growth: 6.2,
    lead: 'kgj',
    rank: [4, 4],
  },
  {
    code: 'investment',
    title: '固定资产投资',
    unit: '亿元',
    decimals: 1,
    quarterly: false,
    yearly: 512,
    growth: 5.9,
    lead: 'fgj',
    rank: [3, 7],
  },
  {
    code: 'retail',
    title: '社会消费品零售总额',
    unit: '亿元',
    decimals: 1,
    quarterly: false,
    yearly: 776,
    growth: 4.6,
    lead: 'kgj',
    rank: [7, 7],
  },
  {
    code: 'revenue',
    title: '一般公共预算收入',
    unit: '亿元',
    decimals: 2,
    quarterly: false,
    yearly: 70.8,
    growth: 3.3,
    lead: 'czj',
    rank: [8, 6],
  },
  {
    code: 'foreign-trade',
    title: '外贸进出口总额',
    unit: '亿元',
    decimals: 1,
    quarterly: false,
    yearly: 203,
    growth: 1.4,
    lead: 'kgj',
  },
  {
    code: 'electricity',
    title: '全社会用电量',
    unit: '亿千瓦时',
    decimals: 2,
    quarterly: false,
    yearly: 61.2,
    growth: 4.9,
    lead: 'fgj',
  },
  {
    code: 'water-quality',
    title: '清江主要断面水质优良天数比例',
    unit: '%',
    decimals: 1,
    quarterly: false,
    yearly: 91.5,
    growth: 0,
    level: true,
    lead: 'hbj',
  },
  {
    code: 'vacancy',
    title: '甲级写字楼空置率',
    unit: '%',
    decimals: 1,
    quarterly: true,
    yearly: 16.8,
    growth: 0,
    level: true,
    lead: 'kgj',
  },
];
