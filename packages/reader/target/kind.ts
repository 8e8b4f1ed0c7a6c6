import type { FoundQuantity } from '../quantity/index.ts';
import type { TargetKind } from '../report.ts';

/** 增长6%、增速保持在6%以上、下降到位: words that make a percent a rate of change. 提高到、降至 name a level instead. */
const CHANGE_BEFORE =
  /(?:增长率|增长|增速|增幅|涨幅|降幅|减幅|跌幅|上涨|上升|下降率|下降|降低率|降低|减少|压减|压缩|削减|递增|递减|提高|提升|增加|缩短|回落|缩减|减排|提速|提效|翻番|增|降|涨|减|同比)(?:幅度?|率)?(?:力争)?(?:稳定|保持|控制|维持)?(?:在|达到|达|为|均为|均达到|均|都为|都|约|不低于|不少于|不超过|高于|超过|超|突破|完成|[:：是])?$/;
const LEVEL_BEFORE =
  /(?:提高|提升|增加|增长|上升|降低|下降|压减|压缩|缩减|缩小|减少|降|增|升|达)(?:到|至)(?:[^一-龥]|约|不低于|不超过)*$/;
const CHANGE_NOUN = /(?:增速|增长率|增幅|涨幅|降幅|下降率|降低率|递增率)/;
/** Indicators that are amounts: their percent, without 占 or 率, is their growth. */
const AMOUNT_NOUN =
  /(?:生产总值|GDP|增加值|总产值|产值|预算收入|财政收入|税收(?:收入)?|零售(?:总)?额|固定资产投资|工业投资|民间投资|技改投资|基础设施投资|房地产开发投资|进出口(?:总[额值])?|外贸|可支配收入|人均收入|居民收入|纯收入|营业收入|销售额|旅游(?:总|综合)?收入|用电量|存款余额|贷款余额|消费品|实际利用外资|营收)(?:年均)?[^占比率重]{0,4}$/;
const PRICE_NOUN = /消费价格|物价|CPI/i;
const LEVEL_NOUN = /占比?|比重|比例|覆盖|普及率|达标率|合格率|满意|[^长降]率[^一-龥]*$/;

const CUMULATIVE = /累计|总数|总量|总计|总面积(?=分别|达|突破|超|稳定|扩大)|总户数|总台数|总里程/;
const MONEY_UNIT = /元$/;
/** Amounts of an indicator that is a state of the district, not a deed of the year. */
const MONEY_INDICATOR =
  /生产总值|GDP|增加值|产值|预算收入|财政收入|财政总收入|税收|收入|零售(?:总)?额|销售额|营业额|交易额|成交额|固定资产投资|工业投资|进出口|外贸|出口|存款|贷款|余额|规模|市值|消费额|低保|标准|补助|价格|工资|产出|营收|资产|生产率/;
const MONEY_DEED =
  /引进|招商|引资|利用外资|到位|签约|完成投资|年度投资|计划投资|新增|争取|筹集|筹措|发放|投入|安排|减免|减税|降费|盘活|压减|融资|投放|清收|追回/;
const STATE_VERB =
  /(?:达到|达|保持在|稳定在|维持在|突破|超过|增至|增加到|增长到|提高到|提升到|提高至|提升至|降至|降到|下降到|压减至|压缩至|压减到|压缩到|缩短至|缩短到|缩小至|缩小到|缩减至|控制在|不低于|不超过|迈上|迈过|跨越|站上|扩大到|扩大至|发展到|升至|达至|跃上|(?<=[别均率数额值量限重例准度入间])为)(?:[^一-龥]|约|近|全国|全市)*$/;
const DEED_WORD =
  /新增|新建|改建|扩建|改造|完成|培育|培训|引进|开工|竣工|签约|建成|建设|新认定|新引进|新开|新设|开展|举办|办理|发放|提供|帮扶|接待|植树|造林|拆除|整治|治理|种植|投放|安装|淘汰|孵化|新发展|吸引|招引|输送|转移就业|就业岗位/;
const STATE_MEASURE =
  /浓度|天数|时限|时间|寿命|(?<!周)岁(?!以上)|每(?:千|万|百)|人均|密度|库存|存栏|面积达|常住人口|户籍人口|保有量|产量|吞吐量|排放量|用水量|能耗|水位|拥有量|床位数|位次/;

/**
 * The kind of a target. growth: a rate of change (percent or points). share: a level in percent. cumulative: a stock counted
 * with 累计、总数、总量. new: a deed or flow of the year. level: the state of an indicator.
 * `before` and `after` are the words around the number inside its clause.
 */
export function targetKindOf(quantity: FoundQuantity, before: string, after: string): TargetKind {
  const { unit } = quantity;
  if (unit.includes('百分点')) return /^(?:左右|以上|以内)?(?:的)?差距/.test(after) ? 'share' : 'growth';
  if (quantity.form === 'percent' || /[%％‰]|^成$/.test(unit)) return percentKind(before);
  if (quantity.form === 'multiple') return 'growth';
  if (quantity.form === 'ratio') return 'level';
  if (quantity.cumulative || CUMULATIVE.test(before)) return 'cumulative';
  if (quantity.form === 'money' || MONEY_UNIT.test(unit)) return moneyKind(before, after);
  if (quantity.form === 'duration' || quantity.per !== undefined) return 'level';
  // 体检4.6万人次、演出300场: times of a service are done in the year
  if (/(?:人次|场次?|批次|车次)$/.test(unit) && !/吞吐|客流|能力/.test(before)) return 'new';
  if (DEED_WORD.test(before) && !/(?:总|数量|保有)/.test(before)) return 'new';
  if (STATE_VERB.test(before) || STATE_MEASURE.test(before)) return 'level';
  if (/[μµ微]克|毫克|分贝/.test(unit)) return 'level';
  return 'new';
}

/** 人口自然增长率 is named a growth and stated as a level, like a birth rate. */
const NATURAL = /自然增长率/;

function percentKind(before: string): TargetKind {
  if (NATURAL.test(before.slice(-40)) && !/(?:下降|降低|回落|提高)[^到至]{0,4}$/.test(before)) return 'share';
  if (LEVEL_BEFORE.test(before)) return 'share';
  if (CHANGE_BEFORE.test(before)) return 'growth';
  const tail = before.slice(-24);
  if (CHANGE_NOUN.test(tail)) return 'growth';
  if (PRICE_NOUN.test(tail)) return 'growth';
  if (LEVEL_NOUN.test(tail)) return 'share';
  return AMOUNT_NOUN.test(tail) ? 'growth' : 'share';
}

function moneyKind(before: string, after: string): TargetKind {
  if (/招商|引资|引进|到位|利用外资/.test(before)) return 'new';
  if (/固定资产投资/.test(before)) return 'level';
  if (MONEY_DEED.test(before) || MONEY_DEED.test(after)) return 'new';
  if (MONEY_INDICATOR.test(before) || MONEY_INDICATOR.test(after.slice(0, 12))) return 'level';
  return STATE_VERB.test(before) && !/投资/.test(before) ? 'level' : 'new';
}
