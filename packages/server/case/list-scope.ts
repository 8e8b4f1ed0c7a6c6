import type { Worklist } from '@huying/kit/app';
import { type Columns, type Condition, compileSql, isNull, property } from '@huying/kit/condition';
import { type Predicate, reachSql } from '../access/index.ts';
import { DUE_ORDER, hasTaskSql, type ListOrder, STEP_DUE, type TaskQuery } from './list.store.ts';
import type { Among } from './list-page.store.ts';
import { bound } from './worklist-terms.ts';
import type { World } from './world.ts';

/** The columns that filters and worklists may name; anything else is refused, not scanned. */
export const CASE_COLUMNS: Columns = {
  number: { sql: 'c.number', type: 'text' },
  type: { sql: 'c.type', type: 'text' },
  state: { sql: 'c.state', type: 'text' },
  result: { sql: 'c.result', type: 'text' },
  matter: { sql: 'c.matter', type: 'text' },
  kind: { sql: 'c.kind', type: 'text' },
  urgency: { sql: 'c.urgency', type: 'text' },
  channel: { sql: 'c.channel', type: 'text' },
  satisfied: { sql: 'c.satisfied', type: 'text' },
  title: { sql: 'c.title', type: 'text' },
  unit: { sql: 'c.unit', type: 'uuid' },
  handler: { sql: 'c.handler', type: 'uuid' },
  area: { sql: 'c.area', type: 'text' },
  round: { sql: 'c.round', type: 'number' },
  openedAt: { sql: 'c.opened_at', type: 'instant' },
  closedAt: { sql: 'c.closed_at', type: 'instant' },
  due: { sql: 'c.due_at', type: 'instant' },
  stepDue: { sql: STEP_DUE, type: 'instant' },
  place: { longitude: 'c.longitude', latitude: 'c.latitude', type: 'point' },
};

/** Columns by whose value cases are found without looking at others. */
const INDEXED = new Set(['number', 'state', 'matter', 'urgency', 'satisfied', 'unit', 'handler']);

/** A list as the database is asked for it: along which rows, and which of them. */
export interface ListScope {
  readonly among: Among;
  /** Condition over `c`. */
  readonly where: Predicate;
}

/**
 * Which cases a list holds and along what they are read: a unit's, or those of units asked for, along the units' own, in their order, so
 * that neither the rest of the district nor the rest of their past is looked at; an area's along each place in it; the district's along the
 * whole. However it is read, it is what `whereOf` says. Parameters are numbered from `first`.
 */
export function scopeOf(
  world: World,
  worklist: Worklist | undefined,
  filter: Condition | undefined,
  order: ListOrder,
  first: number,
): ListScope {
  const conditions = conditionsOf(world, worklist, filter);
  const open = order === 'due' || conditions.some(isOpen);
  const owned = worklist?.shows === 'owned';
  const others = open ? [...conditions.filter((one) => !isOpen(one)), IS_OPEN] : conditions;
  const whole = (): ListScope => ({
    among: { by: 'cases' },
    where: predicateOf(world, owned, others, first, ALONG_CASES),
  });
  const { reach } = world;
  if (reach.reach !== 'cases') return whole();
  const reached = reach.units;
  const asked = conditions.flatMap((one) => unitsAsked(one) ?? []);
  const narrowed = conditions.some(unitsAsked) && (reached === 'all' || asked.every((unit) => reached.includes(unit)));
  const units = narrowed ? asked : reached;
  if (units === 'all') {
    const plain = conditions.length === 0 && !owned && order === 'newest';
    return plain && reach.area !== null ? { among: { by: 'areas', ...rangeOf(reach.area) }, where: ANY } : whole();
  }
  // Where other columns find the cases, of the whole past, these do; the units asked for are what is gone along.
  const found = (one: Condition) => isFound(one) && !(narrowed && unitsAsked(one) !== null);
  if (owned || (!open && conditions.some(found))) return whole();
  const anybodys: World = { ...world, reach: { ...reach, units: 'all' } };
  const where = predicateOf(anybodys, false, open ? others.slice(0, -1) : others, first, ALONG_UNITS);
  return { among: { by: open ? 'open-of-units' : 'units', units }, where };
}

const IS_OPEN = isNull(property('closedAt'));
const ANY: Predicate = { sql: 'true', params: [] };

function rangeOf(area: string): { readonly from: string; readonly to: string } {
  const [from, to] = reachSql({ reach: 'cases', units: 'all', area }, 1).params;
  return { from: String(from), to: String(to) };
}

/** The whole condition over `c`: the reader's reach, the worklist, the filter; its parameters begin with $2. */
export function whereOf(
  world: World,
  worklist: Worklist | undefined,
  filter: Condition | undefined,
): { readonly where: string; readonly params: readonly unknown[] } {
  const owned = worklist?.shows === 'owned';
  const { sql, params } = predicateOf(world, owned, conditionsOf(world, worklist, filter), 2, ALONG_CASES);
  return { where: sql, params };
}

/** Columns by which the rows a list is read along stand in order: a range of them ends the reading. */
interface Along {
  readonly openedAt: string;
  /** When a case is due; 'infinity' where it is due at no time. */
  readonly due: string;
}

const ALONG_CASES: Along = { openedAt: 'c.opened_at', due: DUE_ORDER };
const ALONG_UNITS: Along = { openedAt: 's.opened_at', due: 's.open_due' };

function predicateOf(
  world: World,
  owned: boolean,
  conditions: readonly Condition[],
  first: number,
  along: Along,
): Predicate {
  const reach = reachSql(world.reach, first);
  const parts = [reach.sql];
  const params: unknown[] = [...reach.params];
  if (owned) {
    const query = taskQuery(world);
    const tasks =
      query === null ? { sql: 'false', params: [] } : hasTaskSql(query, lineageOf(world), first + params.length);
    parts.push(tasks.sql);
    params.push(...tasks.params);
  }
  const bounded = conditions.some(isDueBefore);
  for (const condition of conditions) {
    const columns: Columns = {
      ...CASE_COLUMNS,
      openedAt: { sql: along.openedAt, type: 'instant' },
      // What is due at no time is not due before anything: only there, or where that must hold too, may it stand as infinity.
      ...(isDueBefore(condition) || (bounded && isDueAfter(condition))
        ? { due: { sql: along.due, type: 'instant' } }
        : {}),
    };
    const compiled = compileSql(condition, columns, first + params.length);
    parts.push(`(${compiled.sql})`);
    params.push(...compiled.params);
  }
  return { sql: parts.filter((part) => part !== 'true').join(' and ') || 'true', params };
}

/** All the conditions of a list, each of which must hold. */
function conditionsOf(world: World, worklist: Worklist | undefined, filter: Condition | undefined): Condition[] {
  return [worklist?.filter, filter].flatMap((one) => (one === undefined ? [] : conjuncts(bound(one, world))));
}

/** The parts of a condition all of which must hold. */
function conjuncts(condition: Condition): readonly Condition[] {
  return typeof condition !== 'boolean' && condition.op === 'and' ? condition.args.flatMap(conjuncts) : [condition];
}

function isOpen(condition: Condition): boolean {
  return typeof condition !== 'boolean' && condition.op === 'isNull' && condition.args[0].property === 'closedAt';
}

const isDueBefore = (condition: Condition) => isDue(condition, ['<', '<=', 't_before']);
const isDueAfter = (condition: Condition) => isDue(condition, ['>', '>=', 't_after']);

function isDue(condition: Condition, signs: readonly string[]): boolean {
  if (typeof condition === 'boolean' || !signs.includes(condition.op)) return false;
  const [left, right] = condition.args as readonly unknown[];
  return isProperty(left, 'due') && typeof right === 'object' && right !== null && 'timestamp' in right;
}

/** The units of which one is asked for; null where a condition asks for none. */
function unitsAsked(condition: Condition): readonly string[] | null {
  if (typeof condition === 'boolean' || (condition.op !== '=' && condition.op !== 'in')) return null;
  const [left, right] = condition.args as readonly [unknown, unknown];
  const units: readonly unknown[] = Array.isArray(right) ? right : [right];
  return isProperty(left, 'unit') && units.every((unit) => typeof unit === 'string') ? units : null;
}

function isProperty(operand: unknown, name: string): boolean {
  return typeof operand === 'object' && operand !== null && 'property' in operand && operand.property === name;
}

function isFound(condition: Condition): boolean {
  if (typeof condition === 'boolean' || (condition.op !== '=' && condition.op !== 'in')) return false;
  const [left] = condition.args;
  return typeof left === 'object' && 'property' in left && INDEXED.has(left.property);
}

/** What the reader has to do; null without a post. */
export function taskQuery({ post, org }: World): TaskQuery | null {
  if (post === undefined) return null;
  return { post: post.id, role: post.role, units: org.line(post.unit).map(({ id }) => id), area: post.area };
}

/** The reader's unit with all above it: whatever was handled by one of them is not theirs to verify. */
export function lineageOf({ post, org }: World): readonly string[] {
  return post === undefined ? [] : org.line(post.unit).map(({ id }) => id);
}
