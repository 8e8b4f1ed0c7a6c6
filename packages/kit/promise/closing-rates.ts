import type { Day } from './day.ts';
import { type Share, shareOf } from './share.ts';

/** An item that was assigned in the period looked at, with what became of it. */
export interface ClosingItem {
  readonly id: string;
  /** As now approved; null where it has no date. */
  readonly due: Day | null;
  /** As first set. */
  readonly originalDue: Day | null;
  readonly closedOn: Day | null;
  /** Whether the closing was verified; null where nobody has looked. */
  readonly verified: boolean | null;
  readonly signDue?: Day | null;
  readonly signedOn?: Day | null;
  readonly answerDue?: Day | null;
  readonly answeredOn?: Day | null;
  readonly sentBack?: boolean;
  readonly extended?: boolean;
  readonly redone?: boolean;
  readonly reopened?: boolean;
  /** What the call-back found: true where it is as reported; null where nobody was asked. */
  readonly confirmed?: boolean | null;
}

export interface ClosingRates {
  /** 办结率: closed / all assigned. */
  readonly closed: Share;
  /** 应办结率: closed among those due. */
  readonly closedOfDue: Share;
  /** 按时办结率 against the due now approved: closed, verified and in time among those due. Open ones past due stay in the denominator. */
  readonly onTime: Share;
  /** The same against the due first set. */
  readonly onTimeOriginally: Share;
  /** 按时签收率 */
  readonly signedOnTime: Share;
  /** 按时反馈率 */
  readonly answeredOnTime: Share;
  /** 退办率 */
  readonly sentBack: Share;
  /** 延期率 */
  readonly extended: Share;
  /** 重办率 */
  readonly redone: Share;
  /** 核查通过率: passed / looked at. */
  readonly verified: Share;
  /** 回访核实率 */
  readonly confirmed: Share;
  /** 反弹率: reopened / closed. */
  readonly reopened: Share;
}

/** The closing rates of items at the end of a day. Due means due on or before that day. */
export function closingRates(items: readonly ClosingItem[], asOf: Day): ClosingRates {
  const isClosed = ({ closedOn }: ClosingItem) => closedOn !== null && closedOn <= asOf;
  const due = items.filter((item) => item.due !== null && item.due <= asOf);
  const dueOriginally = items.filter(({ originalDue }) => originalDue !== null && originalDue <= asOf);
  const closed = items.filter(isClosed);
  return {
    closed: shareOf(items, isClosed),
    closedOfDue: shareOf(due, isClosed),
    onTime: shareOf(due, (item) => item.verified === true && isBy(item.closedOn, item.due)),
    onTimeOriginally: shareOf(dueOriginally, (item) => item.verified === true && isBy(item.closedOn, item.originalDue)),
    signedOnTime: shareOf(dueBy(items, asOf, 'signDue'), ({ signedOn, signDue }) => isBy(signedOn, signDue)),
    answeredOnTime: shareOf(dueBy(items, asOf, 'answerDue'), ({ answeredOn, answerDue }) =>
      isBy(answeredOn, answerDue),
    ),
    sentBack: shareOf(items, ({ sentBack }) => sentBack === true),
    extended: shareOf(items, ({ extended }) => extended === true),
    redone: shareOf(items, ({ redone }) => redone === true),
    verified: shareOf(
      closed.filter(({ verified }) => verified !== null),
      ({ verified }) => verified === true,
    ),
    confirmed: shareOf(
      closed.filter(({ confirmed }) => confirmed !== null && confirmed !== undefined),
      ({ confirmed }) => confirmed === true,
    ),
    reopened: shareOf(closed, ({ reopened }) => reopened === true),
  };
}

function dueBy(items: readonly ClosingItem[], asOf: Day, name: 'signDue' | 'answerDue'): readonly ClosingItem[] {
  return items.filter((item) => {
    const due = item[name];
    return due !== null && due !== undefined && due <= asOf;
  });
}

function isBy(on: Day | null | undefined, due: Day | null | undefined): boolean {
  return on !== null && on !== undefined && due !== null && due !== undefined && on <= due;
}
