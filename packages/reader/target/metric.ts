import type { FoundQuantity } from '../quantity/index.ts';
import type { TargetKind } from '../report.ts';
import type { Segment } from './clause.ts';
import { behindVerbs, openingVerb, withoutManner } from './verb.ts';

/** What hangs between the name of an indicator and its number: 增长、控制在、达到. */
const PREDICATE =
  /(?:(?:同比|年均|可比价|均|都|分别|力争|确保|稳定|保持|维持|控制|继续|进一步|稳步|再|基本|总体|全年|预期|预计|完成|实现)*(?:增长|增幅|增速|上涨|上升|下降|降低|减少|压减|压缩|削减|递增|提高|提升|净增|增加|缩短|缩减|缩小|扩大|回落|突破|达到|达|保持|稳定|维持|控制|超过|超|迈上|站上|跨越|高于|低于|增至|降至|减至|升至|增|降|翻)?(?:都|均|分别)*(?:到|至|在|为|了|是)?(?:约|近|超|逾|不低于|不少于|不超过|不高于|至少|高于|低于|大约|超过|年均|平均|均|[:：])*)$/;
const TRAILING =
  /(?:不少于|不低于|不超过|不高于|至少|超过|突破|达到|约|近|逾|超|共计?|总计|合计|各|年均|均|分别|为|是|在|(?<![拥所国具保享])有|(?<=[一-龥A-Z])将|设定|达|每人每[年月天]|每人|每[年月户]|[（(“"])+$/;
const LEADING_NOISE = /^(?:[、，,\s　]|以及|及|和|与|其中|全部|同时|并|使|让|对|将|把|在|的|全年|年内|今年)+/;
/** 13个、总占地面积40万平方米的项目: the size between the number and what it counts. */
const SIZED = /^[、，]?(?:总|占地|建筑|计划)?[^、，\d]{0,8}(?:面积|投资|长度|里程)[^的]{1,16}的/;
const QUOTES = /[“”"‘’']/g;
/** 注册（落地）项目: a second deed, not an aside. */
const DEED_IN_BRACKETS = /(?<=[一-龥]{2})[（(](落地|落户|开工|投产|竣工|入库)[）)](?=项目|企业)/g;
const PARENTHESES = /[（(][^（()）]*[）)]/g;
/** For, to, helping: those served stand between it and the verb; what is done for them is what is measured. */
const SERVING = /^(?:为|对|给|向|帮助|帮扶|组织|面向|在|使|让)/;
const SERVICE =
  /(?:免费)?(?:开展|提供|安装|做(?!好)|实施|进行|发放|配备|办理|配置|建设|落实|建立|新建|完成)(?:了|免费)*/;
const TAIL_OF_OBJECT = /(?:建设|工作|任务)?(?:以上|左右|以内)?$/;
const LONGEST = 40;

/**
 * A short noun phrase for what is measured, made of the words around the number; the same words give the same phrase year after
 * year. `inherited` is the phrase of the number before, for 达到500亿元、增长7% where the second has no words of its own.
 */
export function metricOf(
  quantity: FoundQuantity,
  segment: Segment,
  clauseBefore: string,
  kind: TargetKind,
  inherited: string,
): string {
  const subject = quantity.respective?.subject;
  const named = subject
    ? tidy(subject)
    : segment.leads
      ? counted(quantity, segment, clauseBefore, inherited)
      : indicator(segment.before, inherited);
  return suffixed(named, quantity, segment.before, kind);
}

/** 新增幼儿园学位1500个 → 幼儿园学位; 地区生产总值增长5% → 地区生产总值. */
function indicator(before: string, inherited: string): string {
  const bare = withoutManner(before.replace(DEED_IN_BRACKETS, '$1').replace(PARENTHESES, '').trim());
  const words = withoutSpeaker(bare.replace(LEADING_NOISE, '').replace(SAID, ''))
    .replace(FOR_WHOM, '')
    .replace(TRAILING, '')
    .replace(PREDICATE, '')
    .replace(TRAILING, '');
  if (DEED_ROW.test(words)) return words;
  const opening = openingVerb(words);
  if (opening && opening.end >= words.length && SPENT.test(opening.verb)) return opening.verb;
  if (opening && opening.end >= words.length)
    return DEED_ROW.test(`${words}项目`) && DEED_ROW.test(inherited)
      ? `${words}项目`
      : inherited || NOUN_LIKE.exec(opening.verb)?.[0] || '';
  const object = tidy(words.slice(behindVerbs(words)));
  // 再建8个
  if (ONE_DEED.test(object)) return inherited;
  // 其中覆盖率达到60%: whose rate the number before said
  if (object === '同口径' && inherited !== '') return inherited;
  if (BARE_RATE.test(object) && inherited !== '') return `${inherited.replace(RATE_END, '')}${object}`;
  return (opening && object.length <= 2 ? withDeed(opening.verb, object) : object) || inherited;
}

/** 江苏提出“十三五”期末…, 其他实事项目还包括…: who says it, not what is measured. */
const SAID =
  /^(?:[^，、\d“”]{0,12}(?:提出|明确|还包括|实事(?:项目)?包括|主要包括|具体包括)|包括)(?:了|到|至)?(?:[“"]?十[一二三四五六七]五[”"]?(?:时期)?期?末|20\d\d年底?)?[，,]?(?=[一-龥A-Z])/;
/** 为全县中小学更换节能护眼灯2400间: what they get is counted. */
const FOR_WHOM = /^(?:为|对|给|向)[^，]{2,30}?(?:免费)?(?:安装|更换|配备|提供|开展|发放|实施|建设|办理)(?=[一-龥]{2})/;
/** 签约项目, 注册落地项目: which stage of a project is counted. */
const DEED_ROW = /^(?:新?(?:签约|注册|落户|落地|开工|引进|入库)|竣工|建成|投产|完工|储备|在建){1,3}(?:项目|企业)$/;

/** 新增5家老年人助餐点 → 老年人助餐点; 为456户独居老年人开展智能水表安全监测服务 → 智能水表安全监测服务. */
function counted(quantity: FoundQuantity, segment: Segment, clauseBefore: string, inherited: string): string {
  const after = segment.after
    .replace(/^(?:以上|以下|左右|以内|多|余)*(?:的)?/, '')
    .replace(SIZED, '')
    .replace(PARENTHESES, '');
  const before = withoutSpeaker(withoutManner(segment.before.trim()).replace(LEADING_NOISE, '').replace(SAID, ''));
  if (
    SERVING.test(segment.before.replace(/^[、，,\s]+/, '')) ||
    SERVING.test(clauseBefore.replace(/^[、，,\s]+/, ''))
  ) {
    const service = SERVICE.exec(after);
    if (service) {
      const object = tidy(after.slice(service.index + service[0].length).replace(/^等/, ''));
      // 对60个小区实施改造: too short alone, the object takes along to what it is done
      if (object.length > 3) return object;
      if (object.length >= 2) return tidy(`${after.slice(0, service.index)}${object}`);
    }
  }
  const qualifier = qualifierOf(before);
  const object = tidy(after.replace(TAIL_OF_OBJECT, ''));
  const percent = quantity.form === 'percent';
  if (percent && qualifier === '' && WHAT_IS_DONE.test(object)) return tidy(`${inherited.replace(DONE, '')}${object}`);
  return tidy(`${qualifier.length > (percent ? 24 : 12) ? '' : qualifier}${object}`) || tidy(qualifier);
}

/** 区级事项100%可网办，100%可就近办: the second says of the same things what can be done with them. */
const WHAT_IS_DONE = /^(?:可|能|实现|实行|纳入|达到|完成|最多|“)/;
const DONE = /(?:可(?!支配)|能够|实现|实行|纳入|达到|完成|最多)[^，、]{1,10}$/;

/** 剩余、区属: what stands between the deed and the number and narrows down what is counted. */
function qualifierOf(before: string): string {
  const words = before
    .slice(behindVerbs(before, true))
    .replace(PARENTHESES, '')
    .replace(BEHIND_CIRCUMSTANCE, '')
    .replace(SIZE_BEFORE, '')
    .replace(TRAILING, '');
  // 五大工程、109条: what a list mark parts from the number is another thing
  return /、\s*$/.test(before) ? '' : words.slice(behindVerbs(words, true));
}

/** 某区将交付使用5所: who does it says nothing of what is counted. */
const SPEAKER = /^[一-龥]{2,8}?(?:将|拟|计划|要)/;

function withoutSpeaker(words: string): string {
  const rest = words.replace(SPEAKER, '');
  return rest !== words && openingVerb(rest) ? rest : words;
}

/** 围绕主干道加快打造3条, 总投资35亿元的80项: neither narrows down the name. */
const BEHIND_CIRCUMSTANCE =
  /^[^，]*?(?:加快|计划|全面|重点|着力|大力|积极|集中|有序|同步|将|拟)(?:新建|改建|扩建|建成|建设|新增|增设|改造|完成|打造|创建|培育|引进|招引|举办|开展|实施|启动|推进|推动|设立|开工|竣工|整治)/;
const SIZE_BEFORE = /^(?:计划|总|占地|建筑|规划){0,2}(?:投资|面积|占地)[^，、]{0,4}\d[^，、]{0,10}的/;

/** 挂号、就诊、检查、…查询一体化: the middle of a long enumeration. */
const MIDDLE = /、.*、/;

/** 签约项目, 完成投资, 新增就业: too bare alone, a short noun keeps what is done with it. */
const KEPT_DEED: readonly (readonly [RegExp, RegExp])[] = [
  [/^新增$/, /^.{1,2}$/],
  [/^(?:完成|引进|争取|吸引|新增|带动)$/, /^(?:投资|资金)$/],
  [/^(?:改造|建设|整治|绿化|拆除|征收|新建|出让|修缮)/, /^面积$/],
  [/^(?:扶持|帮扶|帮助|支持|带动|促进|安置|惠及|培训|转移)$/, /^(?:创业|就业|居民|群众|家庭|农户|人员|村民|农民)$/],
];

function withDeed(verb: string, object: string): string {
  return KEPT_DEED.some(([deeds, nouns]) => deeds.test(verb) && nouns.test(object)) ? `${verb}${object}` : object;
}

const ONE_DEED = /^[建增办引培开改修创打]$/;
const BARE_RATE = /^(?:覆盖率|达标率|完成率|合格率|占比|比例|比重|入驻率|利用率|普及率|满意率|满意度|办结率|建成率)$/;
const RATE_END = /(?:覆盖率|达标率|完成率|合格率|占比|比例|比重|总数|数量?)$/;

function tidy(words: string): string {
  const clean = words
    .replace(PARENTHESES, '')
    .replace(QUOTES, '')
    .replace(LEADING_NOISE, '')
    .replace(/[、，,。；;：:\s　（(）)]+$/, '')
    .replace(/(?:等|的)$/, '')
    .replace(/^涉及(?=[一-龥]{3})/, '')
    .replace(/[由从](?:20\d\d年)?[\d.]+[^，、]{0,8}$/, '')
    .replace(/(?:比|较)(?:20\d\d年|上年|去年|[“”十一二三四五]+时期)[^一-龥]*$/, '');
  const short = clean.length > LONGEST ? clean.replace(MIDDLE, '等') : clean;
  return short.length > LONGEST ? short.slice(-LONGEST) : short;
}

/** Money spent is no amount of what was named before. */
const SPENT = /^投[资入]$/;
/** Verbs that name what they measure when nothing else does: 投资2.3亿元. */
const NOUN_LIKE = /投资|投入|培训|服务|检测|抽检|绿化|造林|植树|就业|筛查|体检|接种/;

const NAMES_CHANGE = /(?:增速|增幅|涨幅|降幅|增长率|下降率|降低率)$/;

function suffixed(name: string, quantity: FoundQuantity, before: string, kind: TargetKind): string {
  if (kind !== 'growth' || name === '' || NAMES_CHANGE.test(name)) return name;
  if (/消费价格|物价|CPI/i.test(name)) return `${name}涨幅`;
  const falls = quantity.direction === -1 || /(?:下降|降低|减少|压减|压缩|削减|缩短|降)[^升增]{0,6}$/.test(before);
  if (quantity.form === 'points') return `${name}${falls ? '降幅' : '增幅'}`;
  return `${name}${falls ? '降幅' : '增速'}`;
}
