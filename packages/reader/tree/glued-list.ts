/** Words that make a number before them a count and no mark: 5家, 2公里, 3.5%. */
const counts =
  /^(?:[家个所张条处座户名人次场亩万亿千百十项件台辆只套栋类级年月日号期米吨批宗部支组幢间里层盏棵株头口眼座路版大种部届度]|公里|公顷|平方|立方|小时|区域|村|镇|街|成|线|轮|分|元|辆|站|天|周|岁|多|余|至|以|％)/u;
const opens = /(?:实事|民心工程|民生项目)(?:项目)?(?:清单)?(?:具体)?(?:如下|有)?[：:]?\s?(?=0?1[\p{Script=Han}“])/gu;
const openedAtEnd = /(?:如下|实事(?:项目)?|清单)[：:]?\s?(?=0?1$)/u;
/** What may stand before the number of an entry; 第2小学, 近3 and 达4 are no entries. */
const behindWords = /(?![第近约达共超至到计每各])[\p{Script=Han}；。）”]/u;
/** Behind a stop: the number of the next entry, all that is left of its line, or with the zero that no count has. */
const behindStop = /(?<=[；。])\s?(?:0?[1-9]|[1-3]\d)$|(?<=[；。])\s?0[1-9](?=[\p{Script=Han}“])/gu;
const longest = 12_000;
/** A run this long is a list; a shorter one may be chance. */
const least = 3;

/** The number that sticks to the first word of an entry, 02新建…, and its length. */
export function stuckNumber(text: string): { readonly no: number; readonly length: number } | undefined {
  const found = /^0?(\d{1,2})(?=[\p{Script=Han}“])/u.exec(text);
  if (found === null || Number(found[1]) === 0 || counts.test(text.slice(found[0].length, found[0].length + 4)))
    return undefined;
  return { no: Number(found[1]), length: found[0].length };
}

/**
 * Starts of the entries of a list whose breaks were lost, so that its numbers stick to the words about them: 实事项目1新增…2改造….
 * Only numbers that count on from the first are taken, and only where what follows is no measure.
 */
export function gluedEntries(text: string): number[] {
  if (text.length > longest) return [];
  const found = [...text.matchAll(behindStop)].map(({ index }) => index);
  const end = openedAtEnd.exec(text);
  if (end !== null) found.push(end.index + end[0].length);
  const leading = stuckNumber(text);
  if (leading !== undefined) return [...found, ...entriesFrom(text, leading.length, leading.no, behindWords)];
  for (const { 0: lead, index } of [...text.matchAll(opens)].slice(0, 4)) {
    const at = index + lead.length;
    const first = text.startsWith('0', at) ? 2 : 1;
    if (counts.test(text.slice(at + first, at + first + 4))) continue;
    const entries = entriesFrom(text, at + first, 1, behindWords);
    if (entries.length + 1 >= least) return [...found, at, ...entries];
  }
  return found;
}

/** Where the numbers after `last` stand, each behind a character of `before`. */
function entriesFrom(text: string, from: number, last: number, before: RegExp): number[] {
  const found: number[] = [];
  let no = last + 1;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char < '0' || char > '9') continue;
    const digits = /^\d+/.exec(text.slice(at, at + 12))?.[0] ?? '';
    const next = text.slice(at + digits.length, at + digits.length + 4);
    const isNext = digits.length <= 2 && Number(digits) === no && before.test(text.charAt(at - 1));
    if (isNext && /^[\p{Script=Han}“]/u.test(next) && !counts.test(next)) {
      found.push(at);
      no += 1;
    }
    at += digits.length - 1;
  }
  return found;
}
