import { DAY_MS, type Instant, localDateOf } from '../calendar/index.ts';
import { type Basis, givenLimit, type Limit, limitFrom, parseLimit, startClock, unitsOf } from '../clock/index.ts';
import type { CaseContext, CaseRecord, Value } from './case-record.ts';
import type { ClockSpec, LimitSource } from './case-type.ts';

/** A limit found for a clock, and the rule it comes from. */
interface Found {
  readonly limit: Limit;
  readonly basis: Basis;
}

const SINCE: Basis = { since: { zh: '起算', en: 'counted from' } };

/** A city's deadline that leaves the district no time of its own still leaves it this: a clock must run. */
const LEAST_SECONDS = 60;

/**
 * The limit with which a clock of the case starts now, or null where the case brings none along. Limits of filing
 * conditions count seconds of working time; the hotline's own are dates (the day after receipt is day 1).
 */
export function limitOf(
  spec: Pick<ClockSpec, 'limit' | 'inside'>,
  record: CaseRecord,
  context: CaseContext,
): Found | null {
  const found = sourceLimit(spec.limit, record, context);
  if (found === null || spec.inside === undefined) return found;
  const outer = instantAmong(record.data[spec.inside.field]);
  if (outer === null) return found;
  const margin = parseLimit(String(context.parameter(spec.inside.margin))).limit;
  const latest = outer - unitsOf(margin) * 1000;
  const own = startClock(context.calendar, { at: context.now, limit: found.limit, basis: SINCE }).state.promise.at;
  if (own <= latest) return found;
  const bound = Math.max(latest, context.now + LEAST_SECONDS * 1000);
  return {
    limit: givenLimit(context.now, bound),
    basis: { ...SINCE, rule: { zh: '市平台时限', en: 'the deadline of the city’s platform' } },
  };
}

function sourceLimit(source: LimitSource, record: CaseRecord, context: CaseContext): Found | null {
  switch (source.from) {
    case 'parameter':
      return { limit: textLimit(String(context.parameter(source.name)), context), basis: SINCE };
    case 'table': {
      const table = context.parameter(source.name);
      const key = record.data[source.by];
      if (typeof key !== 'string' && source.otherwise !== undefined) {
        return sourceLimit(source.otherwise, record, context);
      }
      const text = textAt(table, typeof key === 'string' ? key : '*') ?? textAt(table, '*');
      return text === null ? null : { limit: textLimit(text, context), basis: SINCE };
    }
    case 'filingCondition': {
      const code = record.data[source.field];
      const limits = typeof code === 'string' ? context.filingLimits(code) : undefined;
      const text = limits?.[Math.min(record.stage, limits.length - 1)];
      if (text === undefined) return sourceLimit(source.otherwise, record, context);
      return {
        limit: parseLimit(text).limit,
        basis: { ...SINCE, rule: { zh: `立案条件 ${String(code)}`, en: `filing condition ${String(code)}` } },
      };
    }
    case 'given': {
      const until = source.field === 'heldUntil' ? record.heldUntil : instantAmong(record.data[source.field]);
      if (until === null) return source.otherwise === undefined ? null : sourceLimit(source.otherwise, record, context);
      const bound = Math.max(until, context.now + LEAST_SECONDS * 1000);
      return { limit: givenLimit(context.now, bound), basis: SINCE };
    }
    default:
      return source satisfies never;
  }
}

/** A limit as a district writes it, for a clock that starts now. */
function textLimit(text: string, { calendar, now }: CaseContext): Limit {
  return limitFrom(text, 'dates', localDateOf(calendar, now));
}

/** The fields of a case on which the limit of a clock depends. */
export function limitFields({ limit, inside }: Pick<ClockSpec, 'limit' | 'inside'>): readonly string[] {
  return [...sourceFields(limit), ...(inside === undefined ? [] : [inside.field])];
}

function sourceFields(source: LimitSource): readonly string[] {
  switch (source.from) {
    case 'parameter':
      return [];
    case 'table':
      return [source.by, ...(source.otherwise === undefined ? [] : sourceFields(source.otherwise))];
    case 'given':
    case 'filingCondition':
      return [source.field, ...(source.otherwise === undefined ? [] : sourceFields(source.otherwise))];
    default:
      return source satisfies never;
  }
}

function textAt(table: Value, key: string): string | null {
  if (table === null || typeof table !== 'object' || Array.isArray(table)) return null;
  const text = (table as { readonly [key: string]: Value })[key];
  return typeof text === 'string' ? text : null;
}

function instantAmong(value: Value | undefined): Instant | null {
  return typeof value === 'number' ? value : null;
}

/** The amount, in the clock's own pace, that moves its due by so many working days: dates stay dates, seconds stay seconds. */
export function daysAsLimit(limit: Limit, due: Instant, days: number, context: CaseContext): Limit {
  if (limit.counting === 'dates')
    return limit.unit === 'workingDays' ? working(days, 'dates') : calendarDays(limit, due, days, context);
  if (limit.unit === 'workingHours' || limit.unit === 'workingDays') return working(days, 'seconds');
  return givenLimit(due, dueAfter(due, days, context));
}

const working = (amount: number, counting: 'dates' | 'seconds'): Limit => ({ amount, unit: 'workingDays', counting });

function calendarDays(limit: Limit, due: Instant, days: number, context: CaseContext): Limit {
  const later = dueAfter(due, days, context);
  return { amount: Math.round((later - due) / DAY_MS), unit: limit.unit, counting: 'dates' } as Limit;
}

function dueAfter(due: Instant, days: number, context: CaseContext): Instant {
  return startClock(context.calendar, { at: due, limit: working(days, 'dates'), basis: SINCE }).state.promise.at;
}
