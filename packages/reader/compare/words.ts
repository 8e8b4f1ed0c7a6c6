/** Words that say whose number it is or what is done with it, not what it counts. */
const idle =
  /全市|全区|全县|全省|[区市县辖]区?内|全镇|全街|全国|全年|年内|年底前?|今年|本年度?|我区|我市|我县|本区|本市|辖区|新增加?|新建设?|新引进|新引入|新认定|新培育|新改扩?建|新开工|改扩?建|扩建|完成|实现|达到|突破|推动|推进|建成|建设|打造|开展|提升|提高|增长|下降|增加|减少|上涨|降低|累计|总数|共计|力争|确保|争取|预计|组织|举办|核发|颁发|整治|治理|加快|继续|不断|积极|大力|全面|深入|持续|以上|以内|以下|左右|不少于|不低于|超过|分别|同比|年均|保持|稳定|控制|等/g;
/** One thing under several names, brought under one before words are compared. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [
    /(?:既有)?(?:多层)?(?:住宅|老旧小区|老旧住宅|居民楼|住宅楼)?(?:(?:加装|增设|加建)电梯|电梯加装)(?:工程)?/g,
    '加装电梯',
  ],
  [/《?(?:建设工程)?规划许可证?》?/g, '规划许可'],
  [/(?:国家|国家级)?高新技术企业|(?<![A-Za-z\p{Script=Han}])高企/gu, '高新技术企业'],
  [/(?:交通)?(?:拥堵|堵乱|易堵|堵)(?:节?点|点位|路段)/g, '交通拥堵点'],
  [/(?:公共)?(?:停车)?(?:泊位|车位)|停车位/g, '停车泊位'],
  [/违建|违法建筑|违章建筑/g, '违法建设'],
  [/保障性住房|保障性租赁住房|保障性安居住房/g, '保障房'],
  [/城镇老旧小区|老旧住宅小区/g, '老旧小区'],
  [/公共厕所/g, '公厕'],
];
const aliased = /电梯|规划许可|高新|高企|堵|泊位|车位|停车位|违建|违法建|违章建|保障性|老旧|厕所/;
const number = /[\d.,，％%~～-]+|[一二三四五六七八九十百千万亿]{1,12}(?=[个家所处座间名人户件项条张台套辆次场亩])/g;
const countWord = /^(?:万|亿)?(?:[个家所处座间名人户件项条张台套辆次场亩元]|公里|平方米|平方公里|人次|批次)/;

/**
 * What a number counts, as pairs of neighbouring characters and Latin words; pairs need no dictionary and forgive a word more or less.
 */
export function tokensOf(text: string): readonly string[] {
  const named = aliased.test(text) ? aliases.reduce((words, [alias, name]) => words.replace(alias, name), text) : text;
  const bare = named.replace(number, ' ').replace(idle, ' ');
  const tokens = new Set<string>();
  for (const [word] of bare.matchAll(/\p{Script=Han}+|[A-Za-z][A-Za-z0-9.+]*/gu)) {
    if (/^[A-Za-z]/.test(word)) tokens.add(word.toUpperCase());
    else {
      const run = word.replace(countWord, '');
      for (let at = 0; at + 1 < run.length; at += 1) tokens.add(run.slice(at, at + 2));
    }
  }
  return [...tokens];
}

/** Words ready to be held against others: their tokens and how much they weigh together. */
export interface Weighed {
  readonly tokens: ReadonlyMap<string, number>;
  readonly weight: number;
}

export type Weigh = (tokens: readonly string[]) => Weighed;

/** Weighs tokens by their rarity among the given lists: rare ones tell much, common ones little. */
export function weighing(lists: readonly (readonly string[])[]): Weigh {
  const weights = new Map<string, number>();
  for (const tokens of lists) for (const token of tokens) weights.set(token, (weights.get(token) ?? 0) + 1);
  const all = lists.length + 1;
  for (const [token, seen] of weights) weights.set(token, Math.log(1 + all / (1 + seen)));
  const unseen = Math.log(1 + all);
  return (tokens) => weighedBy(tokens, (token) => weights.get(token) ?? unseen);
}

/** Every token weighs the same. */
export function evenly(tokens: readonly string[]): Weighed {
  return weighedBy(tokens, () => 1);
}

function weighedBy(tokens: readonly string[], weigh: (token: string) => number): Weighed {
  const weighed = new Map<string, number>();
  let weight = 0;
  for (const token of tokens) {
    const one = weigh(token);
    weighed.set(token, one);
    weight += one;
  }
  return { tokens: weighed, weight };
}

/** Shared weight in proportion to the mean of both: 1 for the same words, 0 for none in common. */
export function likenessOf(left: Weighed, right: Weighed): number {
  if (left.weight === 0 || right.weight === 0) return 0;
  let shared = 0;
  for (const [token, weight] of left.tokens) if (right.tokens.has(token)) shared += weight;
  return (shared / left.weight + shared / right.weight) / 2;
}
