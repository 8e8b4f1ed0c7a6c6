import { before, endsAt } from './clause.ts';
import type { Draft } from './token.ts';

/** Between the members of a list; nothing at all where the mark was lost after a percent. */
const separator = /^(?:[、和及与]|以及|[，,] ?和?|)$/;
const listed = /^(?:[、和及与]|以及)$/;
/** Comparing words that rule every number of the list they open. */
const ruling = /^(?:分别)?(?:不少于|不低于|不小于|至少|不超过|不高于|不得超过|不得少于|不得低于)/;

/** What numbers of one sentence say of each other: lists, pairs, former values, stretch goals. */
export function relate(text: string, drafts: readonly Draft[]): void {
  shareUnits(text, drafts);
  for (let at = 1; at < drafts.length; at++) {
    const last = drafts[at - 1];
    const draft = drafts[at];
    if (last === undefined || draft === undefined) continue;
    const between = text.slice(last.to, Math.min(draft.from, last.to + 80));
    follow(last, draft, between);
    fromTo(text, last, draft, between);
    stretch(text, last, draft, between);
  }
  ruleLists(text, drafts);
  respective(text, drafts);
}

/** 分别为15、20和30个: the measure word stands once, behind the last number. */
function shareUnits(text: string, drafts: readonly Draft[]): void {
  for (let at = drafts.length - 1; at > 0; at--) {
    const last = drafts[at - 1];
    const draft = drafts[at];
    if (last === undefined || draft === undefined || last.unit !== '' || draft.unit === '') continue;
    if (last.form === 'count' && listed.test(text.slice(last.to, draft.from))) giveUnit(last, draft);
  }
}

/** A number right behind another one, parted by a list mark or by nothing, is said of with the same words. */
function follow(last: Draft, draft: Draft, between: string): void {
  const whole = /^[、和及与]([\p{Script=Han}]{1,8}?)的?$/u.exec(between)?.[1];
  if (whole !== undefined && last.share?.of !== undefined && draft.form === 'percent' && draft.growth === undefined)
    draft.share ??= { of: whole };
  const lost = between === '' && /[%％‰]$/.test(last.raw);
  if (between.length > 3 || !(separator.test(between) && (between !== '' || lost))) return;
  if (/^[，,]/.test(between)) return;
  if (draft.serves === 'criterion' && last.form === draft.form) last.serves = 'criterion';
  if (draft.form === last.form) {
    likewise(last, draft);
  }
}

/** The second number is of the first one's kind. */
function likewise(last: Draft, draft: Draft): void {
  if (draft.direction === undefined && last.direction !== undefined) draft.direction = last.direction;
  if (draft.growth === undefined && draft.share === undefined && last.growth !== undefined) draft.growth = last.growth;
  if (draft.share === undefined && draft.growth === undefined && last.share !== undefined) draft.share = last.share;
  if (last.cumulative === true && draft.form === last.form) draft.cumulative = true;
  if (draft.frequency === undefined && last.frequency !== undefined) draft.frequency = last.frequency;
}

function giveUnit(draft: Draft, from: Draft): void {
  draft.unit = from.unit;
  draft.form = from.form;
  draft.scale = from.scale;
}

/** 由127项压减为13项, 从5家增加到8家 */
function fromTo(text: string, last: Draft, draft: Draft, between: string): void {
  if (between.length > 28 || !/(?:由|从)[^，。；]{0,16}$/.test(before(text, last.from, 0, 20))) return;
  if (
    !/(?:增|提|压|减|降|缩|扩|升|调|变|精简|发展|翻|拓|跃|优化|整合|合并|归并|改|到|至)[^，。；\d]{0,10}(?:到|至|为|成)[^，。；\d]{0,4}$|^(?:到|至)$/.test(
      between,
    )
  )
    return;
  if (draft.unit === '个' && last.unit.startsWith('个')) giveUnit(draft, last);
  if (last.unit.replace(/^[万亿千百]+/, '') !== draft.unit.replace(/^[万亿千百]+/, '') && last.unit !== '') return;
  last.serves = 'base';
  if (draft.form === 'percent' && draft.growth === undefined && draft.share === undefined && last.share !== undefined)
    draft.share = last.share;
  draft.before = last.unit === '' ? last.value : (last.value * last.scale) / draft.scale;
}

/** 560亿元以上，力争达到635亿元 and 竭尽全力向635亿元冲刺: the second is a stretch goal beside the first. */
function stretch(text: string, last: Draft, draft: Draft, between: string): void {
  if (last.form !== draft.form || last.stretch === true) return;
  const unit = (each: Draft) => each.unit.replace(/^[万亿千百]+/, '');
  if (unit(last) !== unit(draft) && !(draft.form === 'money')) return;
  const lead = before(text, draft.from, last.to, 30).replace(/^[、\s]+/, '');
  const strives =
    /^(?:并|再|同时)?(?:力争|争取|努力|奋力|全力|竭尽全力|冲刺|挑战|确保)(?:向|实现|达到?|突破|完成|增长|冲刺|更|做到|超过|到|朝|朝着)*$/.test(
      lead,
    ) && !/^确保/.test(lead);
  if (/^(?:确保|力保)$/.test(lead)) likewise(last, draft);
  const sprints =
    /(?:冲刺|迈进|奋进|目标冲|努力)/.test(text.slice(draft.to, draft.to + 10)) &&
    /(?:向|朝着?|以)$/.test(lead) &&
    /竭尽|全力|力争|奋力|努力|^向|冲刺/.test(lead + text.slice(draft.to, draft.to + 4));
  if ((strives || sprints) && /^[^。；]*[，,、][^。；，,]*$/.test(between.slice(-40))) {
    draft.stretch = true;
    likewise(last, draft);
  }
}

/** Numbers that 分别 deals out to the subjects before it. */
function respective(text: string, drafts: readonly Draft[]): void {
  let subjects: readonly string[] = [];
  let at = 0;
  while (at < drafts.length) {
    const first = drafts[at];
    if (first === undefined) break;
    let end = at + 1;
    while (end < drafts.length && isTight(text, drafts[end - 1], drafts[end])) end++;
    const count = end - at;
    const lead = before(text, first.from, drafts[at - 1]?.to ?? 0, 80);
    const deals = lead.lastIndexOf('分别');
    if (count > 1 && (deals >= 0 || (subjects.length === count && isBare(lead)))) {
      const written = deals >= 0 ? subjectsIn(lead.slice(0, deals), count) : [];
      if (written.length > 0) subjects = written;
      else if (deals >= 0 && !isBare(lead.slice(0, deals))) subjects = [];
      deal(drafts, at, count, subjects);
    }
    at = end;
  }
}

function deal(drafts: readonly Draft[], at: number, count: number, subjects: readonly string[]): void {
  const last = drafts[at + count - 1];
  const alone = drafts.slice(at, at + count - 1).every((each) => each.comparator === '=');
  for (let index = 0; index < count; index++) {
    const draft = drafts[at + index];
    if (draft === undefined) continue;
    const subject = subjects.length === count ? subjects[index] : undefined;
    draft.respective = { index, count, ...(subject === undefined ? {} : { subject }) };
    // 分别达到90%、95%以上: the bound behind the last number holds for all that are dealt out.
    if (alone && last !== undefined && last !== draft && /(?:以上|以内|以下|左右)$/.test(last.raw))
      draft.comparator = last.comparator;
  }
}

function isTight(text: string, last: Draft | undefined, draft: Draft | undefined): boolean {
  if (last === undefined || draft === undefined || draft.from - last.to > 3) return false;
  const between = text.slice(last.to, draft.from);
  if (between === '') return /[%％‰]$/.test(last.raw);
  return /^(?:[、和及与]|以及)$/.test(between) && (draft.form === last.form || last.unit === '');
}

/** Nothing but verbs and comparisons: the list goes on about the subjects named before. */
function isBare(words: string): boolean {
  return (
    words.replace(
      /年均|同比|累计|实际|分别|均|比[^，。；]{1,12}?(?=增|提|下|降|减|上|翻|扩)|增长|提高|提升|下降|减少|增加|上升|达到?|为|[，,、\s]/g,
      '',
    ) === ''
  );
}

/** The members of a list of subjects, if there are as many as numbers: parted by 、 alone, or by 和, 与 and 及 too. */
function subjectsIn(words: string, count: number): readonly string[] {
  const clean = words.replace(/(?:同比|累计|已|均|将|比[^，、]{1,12})$/, '');
  for (const mark of [/、/, /、|以及|和(?!谐|平|睦)|及(?!时)|与/]) {
    const parts = clean.split(mark).map((each) => each.trim());
    if (parts.length === count && parts.every((each) => each !== '')) return parts;
  }
  return [];
}

/** 不少于200场…、400场…以及1000场…: the comparison rules every member that begins with its number. */
function ruleLists(text: string, drafts: readonly Draft[]): void {
  let rule: Draft | undefined;
  for (let at = 0; at < drafts.length; at++) {
    const draft = drafts[at];
    if (draft === undefined) continue;
    const last = drafts[at - 1];
    if (rule !== undefined && (last === undefined || !sameList(text, last.to, draft.from))) rule = undefined;
    if (ruling.test(draft.raw)) rule = draft;
    else if (
      rule !== undefined &&
      draft.comparator === '=' &&
      draft.form === rule.form &&
      /(?:[、和及与])$/.test(text.slice(Math.max(0, draft.from - 1), draft.from))
    )
      draft.comparator = rule.comparator;
  }
}

function sameList(text: string, from: number, to: number): boolean {
  if (to - from > 60) return false;
  for (let at = from; at < to; at++) if (endsAt(text, at)) return false;
  return true;
}
