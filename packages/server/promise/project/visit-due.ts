import { dayNumberOf, isoDateOf, weekdayOf } from '@huying/kit/calendar';
import type { Day } from '@huying/kit/promise';
import { firstDayOf, lastDayOf, monthAfter, monthOf } from './month.ts';

export type VisitRhythm = 'week' | 'month' | 'quarter';

/** A leader's duty to go and see a project, since a day. */
export interface VisitDuty {
  readonly promise: string;
  /** The leader's post. */
  readonly leader: string;
  readonly since: Day;
  readonly every: VisitRhythm;
}

/** How a duty stands in the period that runs now. */
export interface VisitDue extends VisitDuty {
  readonly from: Day;
  readonly until: Day;
  /** The latest visit of all. */
  readonly last: Day | null;
  /** A visit within the period. */
  readonly done: boolean;
  /** Whole periods before this one, one after another, without a visit. */
  readonly missed: number;
}

/** Periods looked back upon. */
const MOST_MISSED = 53;

export function visitDueOf(duty: VisitDuty, visits: readonly Day[], asOf: Day): VisitDue {
  const sorted = visits.filter((day) => day <= asOf).sort();
  const within = ({ from, until }: Span) => sorted.some((day) => day >= from && day <= until);
  const now = spanAround(asOf, duty.every);
  let missed = 0;
  for (let span = spanBefore(now, duty.every); span.from >= duty.since; span = spanBefore(span, duty.every)) {
    if (missed === MOST_MISSED || within(span)) break;
    missed += 1;
  }
  return { ...duty, ...now, last: sorted.at(-1) ?? null, done: within(now), missed };
}

interface Span {
  readonly from: Day;
  readonly until: Day;
}

/** The week (Monday first), month or quarter a day lies in. */
function spanAround(day: Day, every: VisitRhythm): Span {
  switch (every) {
    case 'week': {
      const number = dayNumberOf(day);
      const monday = number - (weekdayOf(number) - 1);
      return { from: isoDateOf(monday), until: isoDateOf(monday + 6) };
    }
    case 'month': {
      const month = monthOf(day);
      return { from: firstDayOf(month), until: lastDayOf(month) };
    }
    case 'quarter': {
      const month = monthOf(day);
      const first = monthAfter(month, -((Number(month.slice(5)) - 1) % 3));
      return { from: firstDayOf(first), until: lastDayOf(monthAfter(first, 2)) };
    }
    default:
      return every satisfies never;
  }
}

function spanBefore(span: Span, every: VisitRhythm): Span {
  return spanAround(isoDateOf(dayNumberOf(span.from) - 1), every);
}
