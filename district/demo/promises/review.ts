import type { Mood } from './pace.ts';

/** A part of a piece of work, due on a day of the year ('MM-DD'). */
export interface ReviewPart {
  readonly title: string;
  readonly due: string;
}

/** What the reviewer makes of an item that the report was read into. */
export type Reviewed =
  | { readonly is: 'dismiss'; readonly reason: string }
  /** One of the livelihood projects of the vote; left out where it is none of them. */
  | { readonly is: 'project'; readonly otherwise: string }
  | { readonly is: 'split'; readonly into: readonly { readonly title: string; readonly due: string }[] }
  | { readonly is: 'accept'; readonly due: string | null; readonly parts: readonly ReviewPart[]; readonly mood: Mood };

/** What is behind, far behind or done, by words of its title; everything else goes as planned. */
const MOODS: readonly (readonly [string, Mood])[] = [
  ['楼宇', 'slipping'],
  ['土地收储', 'slipping'],
  ['签约率', 'slipping'],
  ['散乱污', 'slipping'],
  ['充电点', 'slipping'],
  ['停车', 'slipping'],
  ['第二人民医院', 'stuck'],
];

/** The report puts four big projects into one sentence; each has a date of its own. */
const BIG_PROJECTS = [
  { title: '清江湾片区首开区动工', due: '06-30' },
  { title: '滨江东路北延线建成通车', due: '10-31' },
  { title: '区第二人民医院封顶', due: '09-30' },
  { title: '站前立交改造完工', due: '11-30' },
];

/**
 * @param item  as the reader proposed it
 * @param made  it was split off another
 */
export function reviewOf(
  item: { readonly kind: string; readonly title: string; readonly doubt: string | null; readonly due: string | null },
  made: boolean,
): Reviewed {
  const { kind, title, doubt } = item;
  if (kind === 'livelihood')
    return { is: 'project', otherwise: '民生实事由人大代表票决确定，逐项见附件，此处不重复列项。' };
  if (doubt === 'heading') return { is: 'dismiss', reason: '段首小标题，任务见其后各句。' };
  if (title.startsWith('说到就要做到')) return { is: 'dismiss', reason: '号召性表述，不是可核验的任务。' };
  const mood = MOODS.find(([topic]) => title.includes(topic))?.[1] ?? 'steady';
  if (kind === 'indicator') return { is: 'accept', due: null, parts: [], mood };
  if (!made && title.includes('清江湾')) return { is: 'split', into: BIG_PROJECTS };
  const due = made && item.due !== null ? item.due.slice(5) : '12-31';
  return { is: 'accept', due, parts: partsUntil(due, title), mood };
}

function partsUntil(due: string, title: string): readonly ReviewPart[] {
  const flood = title.includes('内涝') ? [{ title: '汛前任务完成', due: '06-30' }] : [];
  switch (due.slice(0, 2)) {
    case '06':
      return [
        { title: '完成用地和开工手续', due: '04-30' },
        { title: '举行开工并进场施工', due: '06-30' },
      ];
    case '09':
    case '10':
    case '11':
      return [
        { title: '明确节点计划和责任人', due: '03-20' },
        { title: '完成主要工程量的六成', due: '06-30' },
        { title: '完成主体工程', due },
      ];
    default:
      return [
        { title: '印发实施方案和年度清单', due: '03-31' },
        ...flood,
        { title: '完成年度任务过半', due: '07-31' },
        { title: '完成年度任务的八成', due: '10-15' },
        { title: '全面完成并组织验收', due: '12-25' },
      ];
  }
}
