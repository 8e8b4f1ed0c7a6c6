import type { Worklist } from '@huying/kit/app';
import { type ClockState, lightOf } from '@huying/kit/clock';
import { type Columns, type Condition, compileSql, parseText } from '@huying/kit/condition';
import { HuyingError } from '@huying/kit/error';
import { plainText } from '@huying/kit/field';
import { Type } from 'typebox';
import { reachSql } from '../access/index.ts';
import { type Ctx, defineOperation } from '../ledger/index.ts';
import type { CaseServices } from './case-services.ts';
import { thresholdsOf } from './clock-views.ts';
import {
  countCases,
  countTasks,
  hasTaskSql,
  type ListedCase,
  type ListOrder,
  listCases,
  listTasks,
  type TaskQuery,
} from './list.store.ts';
import { namesFor } from './names.ts';
import { type CaseRow, caseRowSchema } from './view-schema.ts';
import { bound } from './worklist-terms.ts';
import { type World, worldOf } from './world.ts';

/** The columns that filters and worklists may name; anything else is refused, not scanned. */
export const CASE_COLUMNS: Columns = {
  number: { sql: 'c.number', type: 'text' },
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
  place: { longitude: 'c.longitude', latitude: 'c.latitude', type: 'point' },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** `HX-20260701-000123`. */
const NUMBER = /^[A-Z]{1,8}-\d{8}-\d{6,}$/;
const PAGE = 50;
const COUNTED_TO = 1000;

/** A page of cases within the reader's reach: a worklist, a CQL2 filter, words, or all three. */
export function listOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.list',
    summary: { zh: '工单列表', en: 'List cases' },
    input: Type.Object(
      {
        worklist: Type.Optional(Type.String({ maxLength: 40 })),
        filter: Type.Optional(Type.String({ maxLength: 4000, description: 'OGC CQL2 text' })),
        q: Type.Optional(Type.String({ maxLength: 100, description: 'number, or words of the title' })),
        order: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('newest')])),
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({ items: Type.Array(caseRowSchema), next: Type.Union([Type.String(), Type.Null()]) }),
    async run(ctx, input) {
      const world = await worldOf(ctx, services);
      const worklist = worklistNamed(services, input.worklist);
      const limit = input.limit ?? PAGE;
      const after = input.cursor === undefined ? null : cursorOf(input.cursor);
      const order: ListOrder = input.order ?? worklist?.order ?? 'newest';
      const owned = worklist?.shows === 'owned' && input.filter === undefined && input.q === undefined;
      const rows = owned
        ? await ownTasks(ctx, world, after, limit + 1)
        : await listCases(ctx.tx, ctx.tenant, {
            ...whereOf(world, worklist, filterOf(input.filter), input.q),
            order,
            after,
            limit: limit + 1,
          });
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: await rowViews(ctx, services, world, page),
        next: last === undefined ? null : cursorAfter(last, owned ? 'step' : order),
      };
    },
  });
}

/** The lists of the reader's menu, with how much is in them. */
export function worklistsOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.worklists',
    summary: { zh: '工作列表', en: 'Worklists' },
    input: Type.Object({}, { additionalProperties: false }),
    output: Type.Array(
      Type.Object({ id: Type.String(), name: Type.Unknown(), count: Type.Integer(), capped: Type.Boolean() }),
    ),
    async run(ctx) {
      const world = await worldOf(ctx, services);
      const mine = services.product.worklists.filter(
        ({ for: roles }) => roles?.includes(world.post?.role ?? '') ?? true,
      );
      const counted = [];
      for (const worklist of mine) {
        const count = await countOf(ctx, world, worklist);
        counted.push({
          id: worklist.id,
          name: services.product.words[`worklists/${worklist.id}`],
          count: Math.min(count, COUNTED_TO),
          capped: count > COUNTED_TO,
        });
      }
      return counted;
    },
  });
}

async function countOf(ctx: Ctx, world: World, worklist: Worklist): Promise<number> {
  if (worklist.shows === 'owned') {
    const query = taskQuery(world);
    return query === null ? 0 : countTasks(ctx.tx, ctx.tenant, query, lineageOf(world), COUNTED_TO);
  }
  const { where, params } = whereOf(world, worklist, undefined, undefined);
  return countCases(ctx.tx, ctx.tenant, where, params, COUNTED_TO);
}

function ownTasks(ctx: Ctx, world: World, after: Cursor | null, limit: number): Promise<ListedCase[]> {
  const query = taskQuery(world);
  return query === null ? Promise.resolve([]) : listTasks(ctx.tx, ctx.tenant, query, lineageOf(world), after, limit);
}

function taskQuery({ post, org }: World): TaskQuery | null {
  if (post === undefined) return null;
  return { post: post.id, role: post.role, units: org.line(post.unit).map(({ id }) => id), area: post.area };
}

function lineageOf({ post, org }: World): readonly string[] {
  return post === undefined ? [] : org.line(post.unit).map(({ id }) => id);
}

function whereOf(
  world: World,
  worklist: Worklist | undefined,
  filter: Condition | undefined,
  words: string | undefined,
): { readonly where: string; readonly params: readonly unknown[] } {
  const reach = reachSql(world.reach, 2);
  const parts = [reach.sql];
  const params: unknown[] = [...reach.params];
  if (worklist?.shows === 'owned') {
    const query = taskQuery(world);
    const tasks =
      query === null ? { sql: 'false', params: [] } : hasTaskSql(query, lineageOf(world), 2 + params.length);
    parts.push(tasks.sql);
    params.push(...tasks.params);
  }
  for (const condition of [worklist?.filter, filter]) {
    if (condition === undefined) continue;
    const compiled = compileSql(bound(condition, world), CASE_COLUMNS, 2 + params.length);
    parts.push(`(${compiled.sql})`);
    params.push(...compiled.params);
  }
  const sought = plainText(words ?? '');
  if (sought !== '') {
    // A number is looked up; only words are looked for in titles.
    const place = `$${2 + params.length}`;
    parts.push(NUMBER.test(sought) ? `c.number = ${place}` : `position(${place} in c.title) > 0`);
    params.push(sought);
  }
  return { where: parts.join(' and '), params };
}

function filterOf(text: string | undefined): Condition | undefined {
  return text === undefined || text.trim() === '' ? undefined : parseText(text);
}

function worklistNamed(services: CaseServices, id: string | undefined): Worklist | undefined {
  if (id === undefined) return undefined;
  const worklist = services.product.worklists.find((one) => one.id === id);
  if (worklist === undefined) throw new HuyingError('case.unknownWorklist', { worklist: id });
  return worklist;
}

interface Cursor {
  readonly at: string;
  readonly id: string;
}

function cursorAfter(row: ListedCase, order: ListOrder | 'step'): string {
  const at = order === 'newest' ? row.openedAt : order === 'due' ? row.dueAt : row.stepDue;
  return Buffer.from(JSON.stringify([at?.toISOString() ?? 'infinity', row.id])).toString('base64url');
}

function cursorOf(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof at === 'string' && (at === 'infinity' || new Date(at).toISOString() === at)) {
      if (typeof id === 'string' && UUID.test(id)) return { at, id };
    }
  } catch {
    // Falls through to the refusal: whatever it was, it is no cursor of ours.
  }
  throw new HuyingError('case.cursor');
}

async function rowViews(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  rows: readonly ListedCase[],
): Promise<CaseRow[]> {
  const names = await namesFor(
    ctx,
    world,
    rows.map((row) => row.handler),
  );
  const thresholds = thresholdsOf(world);
  return rows.map((row) => {
    const clock = row.promised as ClockState | null;
    return {
      id: row.id,
      number: row.number,
      type: row.type,
      title: row.title,
      state: {
        id: row.state,
        label: services.product.words[`${row.type}/states/${row.state}`] ?? { zh: row.state, en: row.state },
      },
      matter: row.matter === null ? null : (names.code('matter', row.matter) ?? names.code('demand-class', row.matter)),
      kind: row.kind,
      urgency: row.urgency,
      unit: names.unit(row.unit),
      handler: names.person(row.handler),
      area: names.area(row.area),
      openedAt: row.openedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
      due: row.dueAt?.toISOString() ?? null,
      stepDue: row.stepDue?.toISOString() ?? null,
      light: clock === null ? 'done' : lightOf(clock, world.calendar, world.context.now, thresholds),
      round: row.round,
      urged: row.urged,
      version: row.version,
    };
  });
}
