import { type Calendar, type IsoDate, localDateOf } from '../calendar/index.ts';
import { holds } from '../condition/index.ts';
import type { Fact } from './fact.ts';
import type { Breakdown, Measure } from './measure.ts';

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
  const old = before === null ? null : countsOf(measure, before);
  const fresh = after === null ? null : countsOf(measure, after);
  if (old === null && fresh === null) return [];
  const oldDay = before === null || old === null ? '' : localDateOf(calendar, before.fields[measure.on] as number);
  const freshDay = after === null || fresh === null ? '' : localDateOf(calendar, after.fields[measure.on] as number);
  const changes: Contribution[] = [];
  for (const grain of breakdowns) {
    const was = before === null || old === null ? null : grainValue(before, grain);
    const is = after === null || fresh === null ? null : grainValue(after, grain);
    if (old !== null && fresh !== null && was !== null && was === is && oldDay === freshDay) {
      const [n, d, x] = [fresh.n - old.n, fresh.d - old.d, fresh.x - old.x];
      if (n !== 0 || d !== 0 || x !== 0)
        changes.push({ measure: measure.id, day: freshDay, grain, value: is, n, d, x });
      continue;
    }
    if (old !== null && was !== null) {
      changes.push({ measure: measure.id, day: oldDay, grain, value: was, n: -old.n, d: -old.d, x: -old.x });
    }
    if (fresh !== null && is !== null) {
      changes.push({ measure: measure.id, day: freshDay, grain, value: is, n: fresh.n, d: fresh.d, x: fresh.x });
    }
  }
  return changes;
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
