import { after, before } from './clause.ts';
import type { Draft } from './token.ts';

const stock = /累计|总计|共计|合计/;
/** Of things counted, not of money: the total of an economy is its level. */
const stockOfThings = /总数|总量|总规模|保有量|增至|增加到|增长到/;
const often = /每(?:半|两|三|[0-9]+)?(?:学年|年度|年|个?月|季度|季|周|天|日|学期|旬)(?![均度])/g;
const each =
  /每((?:[十百千万亿]{0,2})(?:名|个|户|平方公里|家|人)?[^，。；每\d]{0,8}?(?:人口|人员|户|人|家庭|床|班|亩|平方公里|元|儿童|青年|老人|老年人|学生|辆|公里))[^，。；每]{0,16}$/;
const things =
  /^的?(?:[\p{Script=Han}]{0,6}?)(?:项目|企业|楼宇|产业|集群|园区|平台|公司|商户|大户|镇|村|街道|单位|机构|高企|楼|工程|小区|住宅|道路|电梯|房屋|建筑)(?!投资|建设投)/u;
const estimate = /预计|初步核算|初步统计|初步测算|初步预计|快报|预估|估算|。|；/g;

/** Stock or flow, how often, for how many, and numbers that only serve others. */
export function setting(text: string, draft: Draft, floor: number): void {
  const words = before(text, draft.from, floor, 40);
  const counted = draft.form === 'count' || draft.form === 'money' || draft.form === 'measure';
  if (counted && (stock.test(words) || (draft.form !== 'money' && stockOfThings.test(words)))) draft.cumulative = true;
  if (draft.form !== 'rank' && draft.form !== 'streak' && draft.frequency === undefined) {
    const last = words.match(often)?.at(-1);
    if (last !== undefined) draft.frequency = last;
  }
  if (draft.per === undefined) {
    const per = each.exec(words)?.[1];
    if (per !== undefined) draft.per = per;
  }
  const behind = after(text, draft.to, text.length, 24);
  if (/^[^，]{0,10}的?基础上/.test(behind) && /在/.test(before(text, draft.from, 0, 40))) draft.serves = 'base';
  else if (/^(?:增长|发展)?目标/.test(behind) && /(?:超额|提前)?完成|规划|制定/.test(words) && draft.form === 'percent')
    draft.serves = 'base';
  else if (isCriterion(draft, behind)) draft.serves = 'criterion';
}

/** Money or years with a bound, right before the things that are counted: 10亿元以上项目20个. */
function isCriterion(draft: Draft, behind: string): boolean {
  if (draft.form === 'money' && /以上$/.test(draft.raw) && /^\d{1,4}[个家宗户]/.test(behind)) return true;
  if (draft.form === 'money' || (draft.form === 'duration' && /年$/.test(draft.unit)))
    return (draft.comparator !== '=' || /年$/.test(draft.unit) || /^级/.test(behind)) && things.test(behind);
  if (/^(?:千伏|英寸|纳米)$/.test(draft.unit)) return /^\p{Script=Han}/u.test(behind);
  if (draft.form === 'count') return draft.comparator !== '=' && /^的?(?:自然村|行政村|村庄)/.test(behind);
  if (draft.form === 'measure')
    return /^(?:范围|半径)/.test(behind) || (/以下$/.test(draft.raw) && things.test(behind));
  return (
    draft.form === 'duration' &&
    draft.value === 24 &&
    /^(?:自助|不打烊|营业|值班|值守|热线|全天|便利|智能)/.test(behind)
  );
}

/** Numbers after 预计 or 初步核算 are provisional until the sentence ends. */
export function provisional(text: string, drafts: readonly Draft[]): void {
  let isProvisional = false;
  let at = 0;
  for (const match of text.matchAll(estimate)) {
    while (at < drafts.length && (drafts[at]?.from ?? 0) < match.index) mark(drafts[at++], isProvisional);
    isProvisional = match[0] !== '。' && match[0] !== '；';
  }
  while (at < drafts.length) mark(drafts[at++], isProvisional);
}

function mark(draft: Draft | undefined, isProvisional: boolean): void {
  if (draft !== undefined && isProvisional) draft.provisional = true;
}
