import { localDateOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';
import {
  type Contribution,
  type Counts,
  contributionsOf,
  type Fact,
  type Grain,
  type Measure,
} from '@huying/kit/measure';
import { type CaseServices, caseRows, type World, worldOf } from '../case/index.ts';
import { type Ctx, cursorParts, cursorText } from '../ledger/index.ts';
import { factsWithin } from './counting.ts';
import { daysCounted, freshDay } from './days-counted.ts';
import type { PagedFact } from './fact.store.ts';
import { foundRows } from './found-rows.ts';
import { bookOf } from './measure-book.ts';
import { type Days, periodsOf } from './period.ts';
import { headsOf, readMeasures } from './reading.ts';
import type { RowsBehind, RowsRequest } from './reading-schema.ts';
import { inheritedScope, type Scope, scopeOf, scopeSql, visibleSql, type Where } from './scope.ts';
import { stablePeriods, type UnitHistory, unitHistory } from './unit-history.ts';

const PAGE = 50;
type Part = RowsRequest['part'];

/**
 * The cases behind a number, newest first and page by page: those counted above (`of`), all that were measured (`among`), those of them
 * that are not counted above (`others`), those left out (`except`). Decided fact by fact by the rule that made the number. Throws
 * measure.unknown, .grain, .part, .period, .cursor.
 */
export async function rowsBehind(ctx: Ctx, services: CaseServices, request: RowsRequest): Promise<RowsBehind> {
  const { id, part, grain, value = '', by, code = '', from, to, alongFrom, alongTo, limit = PAGE } = request;
  const world = await worldOf(ctx, services);
  const { measure } = bookOf(services.product).counted(id);
  if (!partsOf(measure).includes(part)) throw new HuyingError('measure.part', { measure: id, part });
  const history = await unitHistory(ctx, world.org, world.calendar);
  const [period] = periodsOf({ from, to });
  if (period === undefined) throw new HuyingError('measure.period', { from, to });
  if (by !== undefined && grain !== 'unit' && grain !== 'street')
    throw new HuyingError('measure.grain', { measure: id, grain: by });
  const along = grain === 'unit' && by === undefined && alongFrom !== undefined && alongTo !== undefined;
  const lineDays = along ? { from: alongFrom, to: alongTo } : null;
  const asked = { measures: [id], from, to, ...(lineDays === null ? {} : { along: lineDays }) };
  const number = () =>
    readMeasures(
      ctx,
      services,
      by !== undefined && (grain === 'unit' || grain === 'street')
        ? { ...asked, grain: by, values: [code], within: { grain, value } }
        : { ...asked, grain, ...(grain === 'all' ? {} : { values: [value] }) },
    );
  const [row] = await number();
  if (row === undefined) return { items: [], total: 0, found: null, hidden: 0, next: null };
  const isSystem = ctx.actor.kind === 'system';
  const own = scopeOf(world, isSystem);
  const scope = lineDays === null ? own : inheritedScope(own, world.org);
  const line = lineDays === null ? null : history.lineage(value, lineDays);
  const today = localDateOf(world.calendar, ctx.now);
  const days = daysCounted(measure, period, today);
  const fresh = freshDay(measure, period, today);
  const belongs = membership(
    history,
    scope,
    grain,
    headsOf(value, line),
    'stock' in measure.form ? [days] : stablePeriods(history, days),
  );
  const counts: Counting = (fact) => {
    const [came, went] = contributionsOf(measure, fact, world.calendar, ['all']);
    if (came === undefined || came.day < days.from || came.day > days.to) return null;
    if (came.day === fresh?.from || (went !== undefined && went.day <= days.to)) return null;
    const one = 'stock' in measure.form ? { ...came, d: 0 } : came;
    const stands = amountIn(part, measure, one) > 0 && belongs(fact, one.day);
    return stands && (by === undefined || (fact[by] ?? '') === code) ? one : null;
  };

  const placed = both(scopeSql(scope, 8), (first) => grainSql(grain, value, belongs.units, first), 8);
  const counted = by === undefined ? placed : both(placed, (first) => crossSql(by, code, first), 8);
  const seen = both(counted, (first) => visibleSql(world.reach, isSystem, first), 8);
  const found: { fact: PagedFact; one: Contribution }[] = [];
  const after = request.cursor === undefined ? null : cursorOf(request.cursor);
  for await (const fact of factsWithin(ctx.tx, ctx.tenant, measure.fact, days, seen, 500, after)) {
    const one = counts(fact);
    if (one !== null) found.push({ fact, one });
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1)?.fact : undefined;
  const rows = await caseRows(ctx, services, world, [...new Set(page.map(({ fact }) => fact.subject))]);
  const everything =
    isSystem || (world.reach.reach === 'cases' && world.reach.units === 'all' && world.reach.area === null);
  const total = totalOf(part, measure, row);
  const factsOf = (where: Where) => factsWithin(ctx.tx, ctx.tenant, measure.fact, days, where);
  return {
    items: page.flatMap(({ fact, one }) => {
      const open = rows.get(fact.subject);
      const { no, unit, fields } = fact;
      const { day, n, d, x } = one;
      const name = unit === null ? null : (world.org.unit(unit)?.name ?? null);
      return open === undefined ? [] : [{ case: open, no, unit: name, day, n, d, x, fields }];
    }),
    total,
    // Of a part of the cases nobody could tell a number that is wrong from a case that is not the reader's.
    found:
      everything && request.cursor === undefined
        ? await foundRows({
            row,
            amountOf: (one) => totalOf(part, measure, one),
            read: async () => (await number())[0],
            facts: factsOf(counted),
            stands: (fact) => counts(fact) !== null,
          })
        : null,
    hidden: everything ? 0 : await countOf(factsOf(barredFrom(counted, world)), counts),
    next: last === undefined ? null : cursorAfter(last),
  };
}

function barredFrom(own: Where, { reach }: World): Where {
  return both(
    own,
    (first) => {
      const { sql, params } = visibleSql(reach, false, first);
      return { sql: `not coalesce(${sql}, false)`, params };
    },
    8,
  );
}

/** What a fact adds to the number that is opened; null where it does not stand behind it. */
type Counting = (fact: Fact) => Contribution | null;

async function countOf(facts: AsyncIterable<Fact>, counts: Counting): Promise<number> {
  let count = 0;
  for await (const fact of facts) if (counts(fact) !== null) count += 1;
  return count;
}

/** The parts of a number that have cases behind them. */
function partsOf({ form }: Measure): readonly Part[] {
  if ('ratio' in form)
    return ['of', 'among', 'others', ...(form.ratio.except === undefined ? [] : ['except' as const])];
  return 'mean' in form ? ['among'] : ['of'];
}

function amountIn(part: Part, { form }: Measure, { n, d, x }: Counts): number {
  if ('mean' in form) return d;
  switch (part) {
    case 'of':
      return n;
    case 'among':
      return d;
    case 'others':
      // A number that is wrong may have more above than below.
      return Math.max(0, d - n);
    case 'except':
      return x;
    default:
      return part satisfies never;
  }
}

const totalOf = amountIn;

interface Membership {
  (fact: Fact, day: string): boolean;
  /** Units that may belong at any time; null where the breakdown is another. */
  readonly units: readonly string[] | null;
}

/** Whether a fact stands in a value of a breakdown: of a unit, if its own unit hung below it on the day it counts. */
function membership(
  history: UnitHistory,
  scope: Scope,
  grain: Grain,
  heads: readonly string[],
  parts: readonly Days[],
): Membership {
  if (grain !== 'unit') return Object.assign(() => true, { units: null });
  const trees = parts.map((part) => ({
    ...part,
    units: new Set(heads.flatMap((head) => [...history.subtreeOn(head, part.to)])),
  }));
  const units = [...new Set(trees.flatMap((tree) => [...tree.units]))].filter(
    (unit) => scope.sees === 'all' || scope.units === null || scope.units.has(unit),
  );
  const belongs = ({ unit }: Fact, day: string) =>
    unit !== null && trees.some((tree) => day >= tree.from && day <= tree.to && tree.units.has(unit));
  return Object.assign(belongs, { units });
}

const COLUMNS = { street: 'f.street', cell: 'f.area', matter: 'f.matter', channel: 'f.channel' } as const;

function grainSql(grain: Grain, value: string, units: readonly string[] | null, first: number): Where {
  if (grain === 'all') return { sql: 'true', params: [] };
  if (grain === 'unit') return { sql: `f.unit = any($${first}::uuid[])`, params: [units ?? []] };
  return { sql: `${COLUMNS[grain]} = $${first}`, params: [value] };
}

/** Of those of a unit or street, those of one matter or channel; of none yet where the code is empty. */
function crossSql(by: NonNullable<RowsRequest['by']>, code: string, first: number): Where {
  if (code === '') return { sql: `${COLUMNS[by]} is null`, params: [] };
  return { sql: `${COLUMNS[by]} = $${first}`, params: [code] };
}

function both(one: Where, other: (first: number) => Where, first: number): Where {
  const next = other(first + one.params.length);
  return { sql: `${one.sql} and ${next.sql}`, params: [...one.params, ...next.params] };
}

interface Cursor {
  readonly till: string;
  readonly subject: string;
  readonly no: number;
}

function cursorAfter({ till, subject, no }: Cursor): string {
  return cursorText([till, subject, no]);
}

function cursorOf(text: string): Cursor {
  const [till, subject, no] = cursorParts(text);
  const isDay = typeof till === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(till);
  const isSubject = typeof subject === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subject);
  if (isDay && isSubject && typeof no === 'number' && Number.isInteger(no) && no >= 0 && no < 32_767)
    return { till, subject, no };
  throw new HuyingError('measure.cursor');
}
