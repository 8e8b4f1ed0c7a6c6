import { before } from './clause.ts';
import type { Draft } from './token.ts';

/** Words of rise and fall; 增加值, 减税 and 降水 are nouns. */
const moves =
  /负增长|增长|提高|提升|上升|上涨|增加(?!值)|扩大|增幅|涨幅|增速|增至|增到|升至|升到|升高|新增|净增|扩增|攀升|回升|增(?![加值收设强进效信持城])|涨|(?<down>负增长|下降|压减|减少|缩短|精简|压缩|降低|降至|降到|下跌|收窄|削减|回落|下滑|降幅|跌|减(?![税排免负灾贫半压少刑速])|降(?![水雨碳本费噪尘低至到幅]))/g;
/** These change a count however far before the number they stand. */
const counting = /新增|净增|增加|减少|精简|压减|削减|增至|增到|降至|降到/;
/** The same behind the number: 8%的增长目标, 15%的降幅. */
const movesBehind =
  /^(?:以上|左右|以内)?的?(?:年均|同比|预期)?(?:(?<up>增长|增速|增幅|涨幅|升幅)|(?<down>下降|降幅|跌幅))(?![到至为了])/;
/** A rate raised to a level is the level and no growth: 提高到95%, 下降至2%. */
const toLevel = /(?<!达)(?:到|至)[^，]{0,4}$/;
const rates = /增速|增幅|涨幅|降幅|升幅|跌幅|增长率|增长速度/;
const compared =
  /(?<![同环占对可按好类相正])[比较](?!例|重|价|率|赛|拼|照|为|大|强|好|多)([^，。；比较]{1,20}?)(?:相比)?(?:分别|累计|共|实际|名义|平均|再|又|均|都|约|末)?(?=增|提|上升|上涨|下|降|减|压|缩|扩|翻|净|高|低|回|收|精|快|新|多|少|$|[近超逾约])/;
const ofBefore =
  /占((?:(?!占)[^，。；：]){0,24}?)(?:的)?(?:比重|比例|比率|比|份额)?(?:均|都|已|将|稳定)?(?:稳定在|保持在|维持在|提高到|提升到|提升至|提高至|上升到|上升至|升至|增至|下降到|降至|达到|达|超过|约为|为|至|是)?$/;
const shareWords = /率|比重|占比|比例|份额|覆盖|合格|比达|度(?:达|为|保持|提|$)|相当于/;

/** Rise or fall, growth with what it is measured against, or share: what the clause before a number says of it. */
export function change(text: string, draft: Draft, floor: number): void {
  if (draft.form === 'rank' || draft.form === 'streak' || draft.form === 'duration') {
    if (draft.form === 'duration') direct(draft, before(text, draft.from, floor, 24));
    return;
  }
  const words = before(text, draft.from, floor, 48).replace(/自然增长率/, '自然率');
  const behind = movesBehind.exec(text.slice(draft.to, draft.to + 10))?.groups;
  const move = direct(draft, words);
  if (behind !== undefined && move === undefined && draft.form === 'percent')
    draft.direction = behind.down === undefined ? 1 : -1;
  if (draft.form !== 'percent' && draft.form !== 'points' && draft.form !== 'multiple') {
    if (draft.form === 'ratio') share(draft, words);
    return;
  }
  const isLevel = move !== undefined && toLevel.test(words.slice(move - 1)) && !rates.test(words);
  const grows =
    draft.direction !== undefined &&
    !isLevel &&
    !(draft.form === 'percent' && move !== undefined && shareAfter(words, move));
  if (grows || (draft.form === 'multiple' && draft.direction !== undefined)) {
    draft.growth = growthOf(words, draft);
    if (draft.value < 0 && draft.direction !== undefined) draft.direction = -1;
  } else if (draft.form === 'percent') share(draft, words);
  else if (draft.form === 'multiple') {
    const base = /(?:是|为|达到?|相当于)([^，。；是为]{1,16}?)的$/.exec(words)?.[1];
    if (base !== undefined) draft.growth = { type: 'since', base };
  }
}

/** Sets the direction that the last verb of motion gives; returns where that verb ends. */
function direct(draft: Draft, words: string): number | undefined {
  let last: RegExpMatchArray | undefined;
  for (const match of words.matchAll(moves)) last = match;
  if (last === undefined) return undefined;
  const end = (last.index ?? 0) + last[0].length;
  const isRate = draft.form === 'percent' || draft.form === 'points' || draft.form === 'multiple';
  // 整治提升市场17个 raises no number; 提升到17个 does.
  if (!isRate && !counting.test(last[0]) && !/^(?:了|到|至|为|近|超|约|逾){0,2}$/.test(words.slice(end)))
    return undefined;
  const isDown = last.groups?.down !== undefined || last[0] === '负增长';
  draft.direction = isDown ? -1 : 1;
  return end;
}

/** 增长…占比重70%: a share word after the verb takes the percent. */
function shareAfter(words: string, move: number): boolean {
  return /占|比重|占比|率(?:达|为|保持|$)/.test(words.slice(move));
}

function growthOf(words: string, draft: Draft): NonNullable<Draft['growth']> {
  const base = baseIn(words);
  if (/年均(?!浓度|值|气温|降)|年平均(?=[增下提上递])|平均每年/.test(words))
    return base === undefined ? { type: 'annual' } : { type: 'annual', base };
  if (base !== undefined) return { type: /^(?:上年|去年|同期|上一年)/.test(base) ? 'yoy' : 'since', base };
  if (/同比|同期/.test(words)) return { type: 'yoy' };
  if (/累计/.test(words) || (draft.form === 'multiple' && /[五三十两]年/.test(words))) return { type: 'cumulative' };
  return { type: 'unstated' };
}

/** What the number is compared with: 2010年, 上年, “十一五”时期. */
export function baseIn(words: string): string | undefined {
  const match = compared.exec(words);
  const base = match?.[1]?.trim();
  return base === undefined || base === '' ? undefined : base;
}

function share(draft: Draft, words: string): void {
  const of = ofBefore
    .exec(words)?.[1]
    ?.replace(/^(?:到|了|比)/, '')
    .replace(/^(?:由|从)$/, '');
  if (of !== undefined && of !== '') draft.share = { of };
  else if (of !== undefined || shareWords.test(words)) draft.share = {};
}
