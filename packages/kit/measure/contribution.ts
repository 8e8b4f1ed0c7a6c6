import { type Calendar, type IsoDate, localDateOf } from '../calendar/index.ts';
import { holds } from '../condition/index.ts';
import type { Fact } from './fact.ts';
import { minus, plus } from './figure.ts';
import { type Breakdown, endOfStock, type Measure } from './measure.ts';

/** What one fact adds to one cell: `n` to the count above, `d` to the count below, `x` to those left out. */
export interface Contribution extends Counts {
  readonly measure: string;
  readonly day: IsoDate;
  readonly grain: Breakdown;
  /** Id of the unit, code of the area, matter or channel; empty for `all`; of a breakdown within another both, with a blank between. */
  readonly value: string;
}

export interface Counts {
  readonly n: number;
  readonly d: number;
  readonly x: number;
}

export const NOTHING: Counts = { n: 0, d: 0, x: 0 };
const ONE: Counts = { n: 1, d: 0, x: 0 };
const ABOVE: Counts = { n: 1, d: 1, x: 0 };
const BELOW: Counts = { n: 0, d: 1, x: 0 };
const LEFT_OUT: Counts = { n: 0, d: 0, x: 1 };
const CAME: Counts = { n: 1, d: 1, x: 0 };
const WENT: Counts = { n: -1, d: 0, x: 0 };

/**
 * The cells in which a fact stands, and what it adds there. The only place where counting is decided: what is kept up step by
 * step, a recount from all facts and the list of cases behind a number all ask here. Days are the district's own.
 */
export function contributionsOf(
  measure: Measure,
  fact: Fact,
  calendar: Calendar,
  breakdowns: readonly Breakdown[] = breakdownsOf(measure),
): readonly Contribution[] {
  return changesBetween(measure, null, fact, calendar, breakdowns);
}

/**
 * What changes in the cells when a fact takes the place of another of the same subject (null: there was, or is, none): what the
 * old one added is taken back, what the new one adds is put in, and where both stand alike nothing is said.
 */
export function changesBetween(
  measure: Measure,
  before: Fact | null,
  after: Fact | null,
  calendar: Calendar,
  breakdowns: readonly Breakdown[] = breakdownsOf(measure),
): readonly Contribution[] {
  const old = before === null ? [] : marksOf(measure, before, calendar);
  const fresh = after === null ? [] : marksOf(measure, after, calendar);
  if (old.length === 0 && fresh.length === 0) return [];
  const gone = old.map(({ day, ...counts }) => ({ day, ...minus(NOTHING, counts) }));
  // Most facts are new, or begin to count: only where something counted before is there anything to put together.
  const stayed = old.length === 0 ? fresh : fresh.length === 0 ? gone : together([...fresh, ...gone]);
  const changes: Contribution[] = [];
  for (const grain of breakdowns) {
    const was = before === null ? null : grainValue(before, grain);
    const is = after === null ? null : grainValue(after, grain);
    const put = (value: string, marks: readonly Mark[]) => {
      for (const { day, n, d, x } of marks) changes.push({ measure: measure.id, day, grain, value, n, d, x });
    };
    if (was !== null && was === is) put(is, stayed);
    else {
      if (was !== null) put(was, gone);
      if (is !== null) put(is, fresh);
    }
  }
  return changes;
}

/** What a fact adds on one day. */
interface Mark extends Counts {
  readonly day: IsoDate;
}

/**
 * The days on which a fact counts. One of a stock comes on one day and goes on another, so that the sum up to the end of a day is how
 * many there were then; `d` says how many came, for a reader who is not to count those of a day that is not over.
 */
function marksOf(measure: Measure, fact: Fact, calendar: Calendar): readonly Mark[] {
  const counts = countsOf(measure, fact);
  if (counts === null) return [];
  const day = localDateOf(calendar, fact.fields[measure.on] as number);
  const until = endOfStock(measure);
  if (until === undefined) return [{ day, ...counts }];
  const end = fact.fields[until];
  if (typeof end !== 'number') return [{ day, ...CAME }];
  const last = localDateOf(calendar, end);
  // Gone by the end of the day on which it would have come: at the end of no day was it there.
  return last <= day
    ? []
    : [
        { day, ...CAME },
        { day: last, ...WENT },
      ];
}

/** Marks of one day as one, without those that come to nothing. */
function together(marks: readonly Mark[]): readonly Mark[] {
  const days = new Map<IsoDate, Mark>();
  for (const mark of marks) days.set(mark.day, { ...plus(days.get(mark.day) ?? NOTHING, mark), day: mark.day });
  return [...days.values()].filter(({ n, d, x }) => n !== 0 || d !== 0 || x !== 0);
}

/** What a fact adds to a measure wherever it stands; null where it is not among those measured. */
export function countsOf({ form, fact: kind, on }: Measure, { kind: own, fields }: Fact): Counts | null {
  if (own !== kind || typeof fields[on] !== 'number') return null;
  if ('count' in form) return holds(form.count, fields) ? ONE : null;
  if ('stock' in form) return holds(form.stock, fields) ? ONE : null;
  if ('mean' in form) {
    const amount = fields[form.mean];
    return typeof amount === 'number' && holds(form.among, fields) ? { n: amount, d: 1, x: 0 } : null;
  }
  const { of, among, except } = form.ratio;
  if (!holds(among, fields)) return null;
  if (except !== undefined && holds(except, fields)) return LEFT_OUT;
  return holds(of, fields) ? ABOVE : BELOW;
}

/** Everything a measure is kept by. */
function breakdownsOf({ grain, cross }: Measure): readonly Breakdown[] {
  return cross === undefined ? grain : [...grain, ...cross];
}

/**
 * Where a fact stands in a breakdown; null where it stands nowhere (no unit yet, no place known). What has a unit and no matter yet stands
 * under the unit without one, so that the matters of a unit add up to its number.
 */
export function grainValue(fact: Fact, grain: Breakdown): string | null {
  switch (grain) {
    case 'unit.matter':
      return pairOf(fact.unit, fact.matter);
    case 'unit.channel':
      return pairOf(fact.unit, fact.channel);
    case 'street.matter':
      return pairOf(fact.street, fact.matter);
    case 'all':
      return '';
    case 'cell':
      return fact.area;
    default:
      return fact[grain];
  }
}

function pairOf(first: string | null, second: string | null): string | null {
  return first === null ? null : pairOfValues(first, second ?? '');
}

/** One value of a breakdown within another; the second is empty where there is none yet. */
export function pairOfValues(first: string, second: string): string {
  return `${first} ${second}`;
}

/** Both values of a breakdown within another. */
export function valuesOfPair(pair: string): readonly [first: string, second: string] {
  const at = pair.indexOf(' ');
  return [pair.slice(0, at), pair.slice(at + 1)];
}
