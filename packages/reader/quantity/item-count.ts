import { after, before } from './clause.ts';
import type { FoundName } from './found.ts';
import type { Draft } from './token.ts';

const countable = /^(?:件|项|个|条|大|类|点|方面|大类)$/;
const deeds = /^[\p{Script=Han}“”、\d]{0,16}?(?:民生实事|办实事|实事|票决项目|候选项目)/u;
const aspects = /^(?:重点|主要)?(?:方面|层面|维度)/;
const nouns =
  /(?:工作|任务|行动|举措|措施|工程|战略|要求|目标|重点|原则|坚持|关系|突破|提升|计划|抓手|环节|专项|文章|硬仗|建设|问题|特点|转变|着力)[^，。；：]{0,4}$/;

/** Counts of nothing but the list that follows (15件民生实事, 五个方面, 以下十项任务：) are names and no quantities. */
export function namesOfCounts(
  text: string,
  drafts: readonly Draft[],
  names: FoundName[],
): { quantities: readonly Draft[]; names: readonly FoundName[] } {
  const counts = drafts.filter((draft) => draft.form === 'count' && draft.scale === 1 && countsItems(text, draft));
  if (counts.length === 0) return { quantities: drafts, names };
  const gone = new Set(counts);
  const added = counts.map(({ from, to, raw }): FoundName => ({ text: raw, reason: 'item-count', from, to }));
  return {
    quantities: drafts.filter((draft) => !gone.has(draft)),
    names: [...names, ...added].sort((a, b) => a.from - b.from),
  };
}

function countsItems(text: string, draft: Draft): boolean {
  if (!countable.test(draft.unit)) return false;
  const behind = after(text, draft.to, text.length, 24);
  if (deeds.test(behind) || (draft.unit === '个' && aspects.test(behind)) || draft.unit === '方面') return true;
  if (/(?:以下|下列|如下|下述)$/.test(before(text, draft.from, 0, 6))) return true;
  const mark = text.slice(draft.to + behind.length, draft.to + behind.length + 6);
  const opens = /^[：:]|^[，,](?:即|包括|分别是|具体)/.test(mark);
  return opens && draft.value <= 60 && draft.comparator === '=' && nouns.test(behind);
}
