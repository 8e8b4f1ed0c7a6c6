/** An indicator every report knows, under one name whatever a report calls it. */
export interface Indicator {
  readonly id: string;
  /** Less is better: the target is a ceiling even where no 以内 says so. */
  readonly ceiling: boolean;
}

/**
 * Names and aliases, the longer before the shorter that it holds: 单位生产总值能耗 is no 生产总值, 调查失业率 no 登记失业率.
 * 财政收入 alone is kept apart from 一般公共预算收入: the total of revenue and the budget's own revenue are two numbers.
 */
const indicators: readonly (readonly [id: string, words: RegExp, ceiling?: 'ceiling'])[] = [
  [
    'rdIntensity',
    /(?:全社会)?(?:研发|R&D|研究与试验发展)(?:经费)?(?:支出|投入|经费)*[^，。；、]{0,6}(?:(?:(?:地区|国内|全市|全区|全县|全省|市|区|县)?生产总值|GDP))(?:的)?(?:比例|比重)|(?:全社会)?(?:研发|R&D)(?:经费)?投入强度/,
  ],
  [
    'environmentIntensity',
    /环保投入[^，。；、]{0,6}(?:(?:地区|国内|全市|全区|全县|全省|市|区|县)?生产总值|GDP)(?:的)?(?:比例|比重)/,
  ],
  [
    'energyIntensity',
    /(?:单位|万元)(?:(?:地区|国内|全市|全区|全县|全省|市|区|县)?生产总值|GDP)(?:综合)?能(?:源消)?耗/,
    'ceiling',
  ],
  ['carbonIntensity', /(?:单位|万元)(?:地区)?(?:生产总值|GDP)(?:的)?(?:二氧化碳|碳)排放(?:量|强度)?/, 'ceiling'],
  ['grossPerHead', /人均(?:(?:地区|国内|全市|全区|全县|全省|市|区|县)?生产总值|GDP)/],
  ['gross', /(?:地区|国内|全市|全区|全县|全省|市|区|县)?生产总值|GDP/],
  ['industryAdded', /(?:规模以上|规上)工业(?:企业)?增加值/],
  ['industryOutput', /(?:规模以上|规上)工业(?:企业)?总?产值/],
  ['serviceRevenue', /(?:规模以上|规上)(?:其他营利性)?服务业(?:企业)?营业?收入/],
  ['fixedInvestment', /(?:全社会)?固定资产(?:完成)?投资(?:额)?|固投/],
  ['industryInvestment', /工业(?:固定资产)?投资/],
  ['retail', /社会(?:消费|销售)品零售(?:总额|额)?|社零(?:总额)?|社消零(?:总额)?/],
  ['budgetRevenue', /(?:地方|区级|市级|县级)?(?:地方)?一般公共(?:财政)?预算收入/],
  ['taxRevenue', /税收收入|税收总收入/],
  ['revenue', /(?:地方|区级|市级|县级)?(?:公共)?财政(?:总)?收入/],
  ['trade', /(?:外贸|货物贸易)?进出口(?:总额|总值)|外贸进出口/],
  ['export', /(?:外贸|自营)?出口(?:总额|总值|额)/],
  ['foreignCapital', /实际(?:利用|使用|到位)外资(?:额|金额)?|(?:利用|到位)外资/],
  ['surveyedUnemployment', /(?:城镇)?调查失业率/, 'ceiling'],
  ['registeredUnemployment', /(?:城镇)?登记失业率/, 'ceiling'],
  ['unemployment', /(?:城镇)?失业率/, 'ceiling'],
  ['newJobs', /(?:城镇)?新增(?:城镇)?就业(?:岗位|人数|人员)?/],
  ['reemployment', /(?:失业人员)?(?:实现)?再就业(?:人数)?/],
  ['consumerPrices', /居民消费价格(?:总水平|指数)?|CPI|物价(?:总水平)?/, 'ceiling'],
  ['urbanIncome', /城镇(?:常住)?居民(?:人均)?(?:可支配)?收入/],
  ['ruralIncome', /农村(?:常住)?居民(?:人均)?(?:可支配|纯)?收入|农民人均纯收入/],
  ['income', /(?:全体|城乡)?居民(?:人均)?(?:可支配)?收入/],
  ['particulates', /(?:PM2[.．]5|细颗粒物)(?:年)?(?:平?均)?(?:浓度)?/, 'ceiling'],
  ['goodAir', /(?:空气质量)?优良(?:天数)?(?:比例|比率|率)|空气(?:质量)?优良率/],
];

const pattern = new RegExp(indicators.map(([, { source }]) => `(${source})`).join('|'), 'g');

/** Without one of these words no indicator is named; most texts are told apart by it at a glance. */
const sign = /生产总值|GDP|增加值|产值|收入|投资|固投|零|出口|外资|就业|失业|价|CPI|PM|颗粒|优良|研发|研究|R&D|环保/;

/** An indicator named in a text, with its place. */
export interface Mention extends Indicator {
  readonly from: number;
  readonly to: number;
}

/** The indicators a text names, in their order. */
export function mentionsIn(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  if (!sign.test(text)) return mentions;
  for (const match of text.matchAll(pattern)) {
    const at = match.slice(1).findIndex((words) => words !== undefined);
    const known = indicators[at];
    if (known === undefined || isBase(text, match.index, match.index + match[0].length)) continue;
    mentions.push({
      id: known[0],
      ceiling: known[2] === 'ceiling',
      from: match.index,
      to: match.index + match[0].length,
    });
  }
  return mentions;
}

/** 占地区生产总值的比重 is about what takes the share; the indicator is only its base. */
function isBase(text: string, from: number, to: number): boolean {
  return (
    /占(?:全[市区县省国])?(?:的)?$/.test(text.slice(Math.max(0, from - 5), from)) ||
    /^的?(?:比重|比例|占比)/.test(text.slice(to, to + 4))
  );
}

/** Metrics that are better the lower they are, known or told by their words (能耗, 事故, 发案, 死亡率, 办理时限). */
const lowerIsBetter =
  /失业率|物价|消费价格|能耗|排放|浓度|事故|死亡|发案|警情|时限|审批时间|收入比|收入差距|倍差|负债|不良率|成本|投诉|违建存量/;

/** Whether a target for the metric is a ceiling. */
export function isCeiling(metric: string): boolean {
  const mentions = mentionsIn(metric);
  return mentions.at(-1)?.ceiling ?? lowerIsBetter.test(metric);
}

/** The part of the district a text narrows its number to (临江新片区, 东风街), where it names one by a word of its own. */
export function placeIn(text: string): string | undefined {
  return /([\p{Script=Han}]{2,8}(?:新区|片区|开发区|高新区|园区|街道|试验区|示范区|集聚区))/u.exec(text)?.[1];
}
