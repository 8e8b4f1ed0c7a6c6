import type { Words } from '../error/index.ts';
import type { Day } from './day.ts';
import { type Share, shareOf } from './share.ts';

export type ResultCode = 'A' | 'B' | 'C' | 'D';

/** What the four letters of a reply mean; places use two books, and only A and D mean the same in both. */
export interface CodeBook {
  readonly id: string;
  readonly source: Words;
  readonly codes: Readonly<Record<ResultCode, Words>>;
}

export const codeBooks: readonly CodeBook[] = [
  {
    id: 'planned-apart',
    source: { zh: '三份市级办理情况报告所用', en: 'As used in the reports of three cities' },
    codes: {
      A: { zh: '所提问题已经解决', en: 'Solved' },
      B: { zh: '正在解决或已着手解决', en: 'In progress or begun' },
      C: { zh: '已列入计划解决', en: 'Planned' },
      D: { zh: '留作参考', en: 'Kept for reference' },
    },
  },
  {
    id: 'later-apart',
    source: { zh: '地方办理办法（fsou 170104）所用', en: 'As used in a local rule of handling (fsou 170104)' },
    codes: {
      A: { zh: '所提问题已经解决', en: 'Solved' },
      B: { zh: '正在解决或已列入计划解决', en: 'In progress or planned' },
      C: { zh: '因条件限制需待以后解决', en: 'Later, because conditions are lacking' },
      D: { zh: '留作参考', en: 'Kept for reference' },
    },
  },
];

/** True where a letter means the same in both books, so that numbers of it may stand side by side. */
export function isComparable(code: ResultCode, book: string, other: string): boolean {
  return book === other || code === 'A' || code === 'D';
}

export type Satisfaction = 'satisfied' | 'basically' | 'not';

/** A suggestion that the unit leads, and what became of it. */
export interface ProposalItem {
  readonly id: string;
  /** The first contact with the lead proposer, and whether it was more than a phone call. */
  readonly metOn: Day | null;
  readonly metInPerson: boolean;
  readonly due: Day | null;
  readonly repliedOn: Day | null;
  readonly code: ResultCode | null;
  /** The code it had at the end of its year, where it was B or C then. */
  readonly formerCode?: ResultCode | null;
  /** The form that came back; null where none has. */
  readonly form: { readonly handling: Satisfaction | null; readonly outcome: Satisfaction | null } | null;
}

export interface ProposalRates {
  /** 见面率: contact before the reply among all led. */
  readonly met: Share;
  readonly phoneCounts: boolean;
  readonly replied: Share;
  /** Among those due by the day. */
  readonly repliedOnTime: Share;
  /** Forms returned / all replied: printed with every satisfaction rate. */
  readonly returned: Share;
  /** 满意率 with the work of handling and with the result: satisfied alone, and with basically satisfied, each of the forms that say so. */
  readonly handling: { readonly strict: Share; readonly broad: Share };
  readonly outcome: { readonly strict: Share; readonly broad: Share };
  /** 解决率: A / all. */
  readonly solved: Share;
  /** 转化率: those that were B or C and are A now. */
  readonly converted: Share;
  readonly classes: Readonly<Record<ResultCode, readonly string[]>>;
  /** In no class yet; with the classes they make up all. */
  readonly unclassed: readonly string[];
}

/**
 * The rates of a year's suggestions at the end of a day.
 * @param phoneCounts  whether a phone call counts as having met; said beside the rate
 */
export function proposalRates(items: readonly ProposalItem[], asOf: Day, phoneCounts: boolean): ProposalRates {
  const isReplied = ({ repliedOn }: ProposalItem) => repliedOn !== null && repliedOn <= asOf;
  const replied = items.filter(isReplied);
  const returned = replied.filter(({ form }) => form !== null);
  const satisfaction = (about: 'handling' | 'outcome') => {
    const said = returned.filter(({ form }) => (form?.[about] ?? null) !== null);
    return {
      strict: shareOf(said, ({ form }) => form?.[about] === 'satisfied'),
      broad: shareOf(said, ({ form }) => form?.[about] !== 'not'),
    };
  };
  const ofClass = (code: ResultCode) => items.filter((item) => item.code === code).map(({ id }) => id);
  return {
    met: shareOf(items, (item) => metBeforeReply(item, asOf, phoneCounts)),
    phoneCounts,
    replied: shareOf(items, isReplied),
    repliedOnTime: shareOf(
      items.filter(({ due }) => due !== null && due <= asOf),
      ({ repliedOn, due }) => repliedOn !== null && due !== null && repliedOn <= due,
    ),
    returned: shareOf(replied, ({ form }) => form !== null),
    handling: satisfaction('handling'),
    outcome: satisfaction('outcome'),
    solved: shareOf(items, ({ code }) => code === 'A'),
    converted: shareOf(
      items.filter(({ formerCode }) => formerCode === 'B' || formerCode === 'C'),
      ({ code }) => code === 'A',
    ),
    classes: { A: ofClass('A'), B: ofClass('B'), C: ofClass('C'), D: ofClass('D') },
    unclassed: items.filter(({ code }) => code === null).map(({ id }) => id),
  };
}

/** A contact on the day of the reply counts; one after it does not. */
function metBeforeReply({ metOn, metInPerson, repliedOn }: ProposalItem, asOf: Day, phoneCounts: boolean): boolean {
  if (metOn === null || metOn > asOf || (!metInPerson && !phoneCounts)) return false;
  return repliedOn === null || metOn <= repliedOn;
}
