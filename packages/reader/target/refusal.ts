import type { FoundQuantity } from '../quantity/index.ts';
import type { Reckoning } from '../statement/index.ts';
import type { Segment, Stretch } from './clause.ts';

/** Why a number in a sentence of the plan is no target. */
export type Refusal =
  | 'rank'
  | 'past'
  | 'base'
  | 'attribute'
  | 'threshold'
  | 'existing'
  | 'list-count'
  | 'circumstance'
  | 'duration'
  | 'single'
  | 'bare';

/** What is known of a number when the question is put. */
export interface Candidate {
  readonly text: string;
  readonly quantity: FoundQuantity;
  readonly clause: Stretch;
  readonly segment: Segment;
  /** What the words say of the time of this clause. */
  readonly time: Reckoning | null;
  /** The number right before this one in the same clause, if any. */
  readonly previous: FoundQuantity | undefined;
  /** The number right after it in the same clause, if any. */
  readonly next: FoundQuantity | undefined;
  /** Whether that number before was taken as a target. */
  readonly previousTaken: boolean;
}

/** 规划面积、总投资、年产…N的X: the number describes the thing and does not promise it. */
const ATTRIBUTE =
  /(?:总投资额?|计划总?投资|投资总额|投资额?|总规模|规模|总?(?:占地|用地|建筑|规划|使用|经营|营业|建设|展览|场馆|核心区)?面积|占地|全长|总长|长度?|宽|高|深|容积|库容|容量|设计|日处理能力?|日供水(?:能力)?|年产(?:值|能|量)?|年处理(?:能力)?|年(?:营业|主营业务|销售)收入|产能|产值|年纳税额?|税收|营收|估值|市值|注册资本(?:金)?|概算|估算|预算|可容纳|容纳|拥有|设有|含有?|含|包含)(?:达到|达|约为|约|近|逾|超过?|为|共|不低于|不少于|在)?$/;
const NAMED_INVESTMENT =
  /(?:总投资额?|概算(?:总)?投资|估算(?:总)?投资|概算|估算)(?:达到|达|约为|约|近|逾|超过?|为|共)?$/;
/** 签约项目60个、总投资100亿元: nothing before it, so it sums up the projects just counted. */
const SUM_OF_PROJECTS = /^(?:计划|协议|合同|预计|累计)?(?:总投资额?|投资总额)/;
const PROJECTS = /项目|签约|招商|引进|引资/;
/** 日处理120吨垃圾处理中心: without 能力 these words size the thing behind the number. */
const CAPACITY = /(?:日处理|日供水|日产|年产|年处理|可容纳|容纳|储量|蓄水)(?:约|达|近|超)?$/;
/** 亿元级企业、10亿元以上项目、亿元楼: a class of things, its number is a floor and no promise. */
const CLASS_AFTER =
  /^(?:以上|以下|以内|级|级别|规模)?的?[“"]?(?:重大|重点|产业|工业|制造业|服务业|优质|规上|规模以上|大型|骨干|龙头|标志性|引领性|头部|税收|先进制造业|农业|特色|商务|楼宇|高端|外资|内资|新|企业|经济|税源|主导|支柱|战略性新兴|链主|单体|在建|招商(?:引资)?){0,3}(?:项目|企业|产业(?!园)|集群|楼宇?|大楼|工程(?!投资)|园区|镇|村|公司|商圈|大户|总部|单位|平台|市场主体|产业链|品牌|大单品|专业镇|县|强镇|强村)(?!投资|资金|贷款|基金|补贴|产值|增加值|收入|税收)/;
const CLASS_MARK = /^(?:级|级别)/;

/** 评论0条: a count of the page. */
const PAGE_COUNT = /(?:评论|浏览|点赞|跟帖|转发|回复)(?:量|数)?[:：]?$/;

/** Places and people of a size: 养殖场、基地、大户. */
const SIZED_THING =
  /(?:场|基地|户|企业|项目|厂|园区?|小区|村|镇|合作社|主体|工程|楼宇|公司|平台|单位|养殖小区|水库|市场)$/;

/** 沿线1公里、周边3公里内: where, not how much. */
const AROUND = /(?:沿线|沿岸|两侧|周边|半径|方圆|最后|纵深)$/;
const EXISTING_BEFORE =
  /(?:全区|全市|全县|全省|全镇|全域|辖区内?|区内|市内|县内|境内|区属|市属|县属|现有|原有|已有|既有|其余|其他|已建成|已投用|在建|已签约)(?:的|共|内)?$/;
/** Verbs that turn to those who exist already; the number counts them and nothing is to be delivered in that number. */
const TURNING_TO =
  /^(?:[^，,。]{0,8})?(?:引导|鼓励|支持|依托|发挥|动员|联合|面向|整合|围绕|用好|带动|发动|凝聚|借助|利用)/;

const LIST_NOUN =
  /^[大]?(?:个)?(?:方面|工作方面|重点(?:工作|任务|方面)|方面(?:的)?(?:重点)?工作|主要任务|(?:市级|区级|县级|省级|重点|政府|年度|为民)*(?:民生实事|实事|民心工程)|(?:重点)?民生(?:工程|项目|微?实事|事项|实事项目)|(?:为民办)?实事项目|办实事|工作(?:任务|要点)|字(?:方针|要求|诀))/;
/** 候选项目…共计15项, 民生实事共10件. */
const PROJECTS_BEFORE = /候选项目|实事(?:项目)?(?:[^，,。；;]{0,12}(?:共计?|总计|合计)|为|有|数量)?$/;
/** 17项…为民办实事项目, 15项候选项目: the length of a list, whoever's list it is. */
const PROJECTS_AFTER = /^[^，,、。；;]{0,24}?(?:实事|候选项目|民心工程|惠民工程)/;
const SLOGAN_NOUN =
  /^(?:大|项|个|条|张|位)?(?:重大?)?(?:行动|工程|攻坚战?|战略|计划|体系|机制|制度|原则|理念|意识|自信|维护|关系|底线|红线|防线|品牌|集群|任务|功能|中心|革命|关键|环节|领域|抓手|优势|定位|支柱|主导产业|重点产业|产业(?:集群|链)?|板块|片区|走廊|轴|带|导向|统筹|结合)/;

/** 围绕…、依托…、以…为抓手: the circumstance of a deed, not the deed. */
const CIRCUMSTANCE =
  /^(?:要|将|我们|并|继续|紧紧|牢牢|充分|积极|深入|全面|切实|进一步|持续)*(?:围绕|依托|聚焦|发挥|抢抓|抓住|把握|紧扣|按照|根据|随着|立足|结合|利用|借助|面对|对照|坚持(?!每)|抓好|承接|锚定|瞄准|用好|借力|贯彻|落实(?=[^，。]{0,20}(?:精神|部署|要求|会议))|学习|以(?![上下内及来])[^，,。]{0,30}(?:为(?:[^，,。]{0,4})(?:抓手|重点|契机|目标|引领|主|核心|支撑|依托|载体|牵引|突破口|主线|基础|龙头|导向|着力点|切入点)))/;

/** 围绕主干道加快打造3条: behind its circumstance a deed stands with its manner, right before the number. */
const DEED_BEHIND =
  /(?:加快|全面|重点|着力|大力|积极|集中|有序|分批|同步|再|计划|力争|确保)(?:新建|改建|扩建|建成|建设|新增|增设|改造|完成|打造|创建|培育|引进|举办|开展|实施|启动|推进|推动|设立|开工|竣工|整治)$/;

/** 收入比控制在1.8左右: what a number without a unit needs before it. */
const STATED =
  /(?:达到|达|控制在|保持在|稳定在|缩小到|缩小至|降至|降到|为|突破|提高到|人数|指数|户数|总数|新增|增加)(?:[^一-龥]|约|不低于|不超过|不少于)*$/;

/** What a Chinese numeral must stand behind to be a promise: deeds, or a row of names that it sums up (甲、乙、丙等三个). */
export const DEED =
  /新建|改建|扩建|建成|建设|新增|增设|增加|改造|完成|打造|创建|培育|引进|举办|开展|实施|启动|推进|推动|设立|组建|开工|竣工|认定|整治|建立|新开|提升|实现|布局|(?:等|突破|达到|达|超过?|迈上|跨越|冲刺)$/;
/** 为两千户家庭实施改造: those served stand before the deed. */
const SERVED = /[为对给向帮助]$/;
/** 实施百栋楼宇更新工程: a round word in the name of a campaign. */
const ROUND_NAME = /^[十百千万]+$/;

/** 由30%提高到45%, 从2021年2平方米提升至…: the first number is where it starts. */
const STARTING = /[由从](?:(?:20\d\d年|去年|上年)[底末初]?的?|目前的?|现在?的?)?$/;
const RISEN =
  /^[^，,。；;\d]{0,4}(?:提高|提升|增加|增长|扩大|压减|压缩|缩短|缩减|精简|减少|下降|降低|降|减|升|增|上升|拓展|调整)[^，,。；;\d]{0,4}(?:到|至|为)/;
const LIMIT_WORD =
  /压减|压缩|缩短|控制|不超过|不少于|不低于|以内|之内|降至|降到|减至|办结|限时|响应|平均|用时|时限|时间|时长|提速|达到|寿命|内完成|学时|课时|每[天日周月年人]/;
/** 提前3个月、用两年时间: how long, not how much. */
const SPAN_BEFORE = /(?:提前|延长|连续|历时|用|为期|未来|今后|过去|新一轮|近)$/;
const LONG_SPAN = /^(?:年|周年|年度|世纪|年代|月|个月|天|日|周|星期|季度|届|次|期|分钟|小时|岁)$/;

/** Null when the number is a target; else the reason why not. The rules are of language, in the order in which they are surest. */
export function refusalOf(candidate: Candidate): Refusal | null {
  const { text, quantity, clause, segment, time, previous, next, previousTaken } = candidate;
  const before = text.slice(clause.from, quantity.from);
  const after = text.slice(quantity.to, clause.to);
  const head = text.slice(clause.from, clause.to);
  if (quantity.form === 'ratio' && /[:：∶][\d.]+[:：∶]/.test(quantity.raw)) return 'rank';
  if (quantity.form === 'rank' || quantity.form === 'streak') return 'rank';
  if (/[居列进跻]前$|排名前?$|第$|前$/.test(before) && /^(?:位|名|强|列)/.test(quantity.unit + after)) return 'rank';
  if (/^(?:的)?(?:人口|住户|比例)?抽样/.test(after)) return 'attribute';
  if (/^[^，,。]{0,24}(?:的?基础上|基数上)/.test(after) && /在[^，,]{0,60}$/.test(before)) return 'base';
  if (STARTING.test(segment.before) && RISEN.test(after)) return 'base';
  if (quantity.form === 'duration' && (SPAN_BEFORE.test(before) || !isLimit(quantity, head))) return 'duration';
  if (/^(?:周年|年期|年制|年级|届|期)/.test(quantity.unit + after.slice(0, 2))) return 'duration';
  if (time?.time === 'past' && (time.strong || !/(?:确保|力争|争取|达到|目标|实现|完成|增长到)/.test(before)))
    return 'past';
  if (/^[项件个大]?$/.test(quantity.unit) && PROJECTS_AFTER.test(after)) return 'list-count';
  if (/^[项件类个]$/.test(quantity.unit) && !segment.leads && PROJECTS_BEFORE.test(before)) return 'list-count';
  if (/^[名位]$/.test(quantity.unit) && /^(?:市|区|县|省|全国)?(?:人大代表|政协委员|代表|委员)/.test(after))
    return 'list-count';
  if (LIST_NOUN.test(quantity.unit.replace(/^[项个件大]/, '') + after) || LIST_NOUN.test(after)) return 'list-count';
  if (quantity.form !== 'multiple' && isChinese(text, quantity)) {
    const counted = quantity.value * quantity.scale;
    // 太乙、子午、五台3个街道: a name that ends where the number begins
    if (counted <= 1 || next?.from === quantity.to) return 'single';
    if (!DEED.test(text.slice(clause.from, quantity.digitsFrom)) && !(SERVED.test(segment.before) && DEED.test(after)))
      return 'single';
    const digits = text.slice(quantity.digitsFrom, quantity.digitsTo);
    if (ROUND_NAME.test(digits) && /(?:工程|行动|计划|活动)$/.test(after)) return 'list-count';
    if (SLOGAN_NOUN.test(quantity.unit + after) || SLOGAN_NOUN.test(after)) return 'list-count';
  }
  if (
    CIRCUMSTANCE.test(before) &&
    !DEED_BEHIND.test(before) &&
    !/目标|达到|增长|提高到/.test(
      text.slice(quantity.from - 4 < clause.from ? clause.from : quantity.from - 4, clause.to),
    )
  ) {
    return 'circumstance';
  }
  const near = segment.before;
  const adjacent = previous !== undefined && previous.to === quantity.from;
  if (/^的/.test(after.replace(/^(?:以上|以下|左右|以内)/, '')) && (ATTRIBUTE.test(near) || adjacent))
    return 'attribute';
  // 占地50亩、投资3亿元的厂房: the row of sizes ends in 的
  if (next && ATTRIBUTE.test(near) && /^的/.test(text.slice(next.to, next.to + 1))) return 'attribute';
  if (
    NAMED_INVESTMENT.test(near) &&
    !(
      previousTaken &&
      SUM_OF_PROJECTS.test(near) &&
      !segment.leads &&
      PROJECTS.test(text.slice(Math.max(0, clause.from - 60), quantity.from))
    )
  )
    return 'attribute';
  if (quantity.form === 'measure' && /^[日天]$/.test(quantity.per ?? '') && segment.leads) return 'attribute';
  if (CLASS_MARK.test(after) || (isSized(quantity) && CLASS_AFTER.test(after))) {
    if (CLASS_MARK.test(after) || quantity.comparator !== '=' || quantity.scale >= 1e8 || /\d/.test(after))
      return 'threshold';
  }
  // 500头以上规模养殖场4个: the size of those that the number behind them counts
  if (
    /以上$/.test(quantity.raw) &&
    isSized(quantity) &&
    next !== undefined &&
    /^的?[一-龥]{2,12}$/.test(text.slice(quantity.to, next.from)) &&
    SIZED_THING.test(text.slice(quantity.to, next.from))
  )
    return 'threshold';
  // 超230个50户以上木质房屋村寨: the second number says how large each of the first is
  if (adjacent && /^(?:以上|以下)/.test(text.slice(quantity.digitsTo + quantity.unit.length)) && segment.leads)
    return 'threshold';
  if (/^制(?!造|定|度|作|品|冷|氢|药)/.test(after)) return 'threshold';
  if (/^(?:千伏|伏|V|kV|KV)$/.test(quantity.unit)) return 'threshold';
  if (quantity.unit === '班' && /规模$/.test(near)) return 'attribute';
  if (PAGE_COUNT.test(near)) return 'list-count';
  if (CAPACITY.test(near) && segment.leads) return 'attribute';
  if (/(?:公里|米|里)$/.test(quantity.unit) && AROUND.test(near) && segment.leads) return 'attribute';
  if (EXISTING_BEFORE.test(near) && TURNING_TO.test(before)) return 'existing';
  if (quantity.unit === '' && quantity.scale === 1 && !(STATED.test(near) && !segment.leads)) return 'bare';
  return null;
}

function isChinese(text: string, quantity: FoundQuantity): boolean {
  return !/\d/.test(text.slice(quantity.digitsFrom, quantity.digitsTo));
}

function isSized(quantity: FoundQuantity): boolean {
  return quantity.form === 'money' || /(?:元|亩|平方米|公顷|千瓦|吨|人|头|只|羽|尾)$/.test(quantity.unit);
}

function isLimit(quantity: FoundQuantity, clause: string): boolean {
  if (/年$/.test(quantity.unit)) return /寿命|年限|教育年限|受教育/.test(clause);
  return (
    (quantity.comparator !== '=' || LIMIT_WORD.test(clause)) &&
    (!LONG_SPAN.test(quantity.unit) || LIMIT_WORD.test(clause))
  );
}
