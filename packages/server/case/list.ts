import type { Worklist } from '@huying/kit/app';
import { lightOf } from '@huying/kit/clock';
import { and, type Condition, isIn, parseText, property } from '@huying/kit/condition';
import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, cursorParts, cursorText, defineOperation } from '../ledger/index.ts';
import type { Unit } from '../org/index.ts';
import type { CaseServices } from './case-services.ts';
import { clockFromColumn } from './clock-column.ts';
import { thresholdsOf } from './clock-views.ts';
import { type ListedCase, type ListOrder, listTasks, taskParams } from './list.store.ts';
import { type Counted, countLists, listPage } from './list-page.store.ts';
import { lineageOf, scopeOf, taskQuery, whereOf } from './list-scope.ts';
import { searchCases } from './list-search.ts';
import { namesFor } from './names.ts';
import { type CaseRow, caseRowSchema, searchAnswerSchema } from './view-schema.ts';
import { type World, worldOf } from './world.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
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
        filter: Type.Optional(
          Type.String({
            maxLength: 4000,
            description: 'OGC CQL2 text; `now` and `inOneDay` are the moment it is asked and 24 hours after it',
          }),
        ),
        under: Type.Optional(
          Type.String({ format: 'uuid', description: 'only what lies with this unit or one below it' }),
        ),
        q: Type.Optional(
          Type.String({
            maxLength: 200,
            description:
              'a number or its end, words, a phrase in quotation marks, pinyin or initials, the last four digits of the caller’s telephone; newest first',
          }),
        ),
        order: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('newest')])),
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({
      items: Type.Array(caseRowSchema),
      next: Type.Union([Type.String(), Type.Null()]),
      answer: Type.Optional(searchAnswerSchema),
      under: Type.Optional(
        Type.Object({ zh: Type.String(), en: Type.String() }, { description: 'the name of the unit asked for' }),
      ),
    }),
    async run(ctx, input) {
      const world = await worldOf(ctx, services);
      const worklist = worklistNamed(services, input.worklist);
      const limit = input.limit ?? PAGE;
      const after = input.cursor === undefined ? null : cursorOf(input.cursor);
      const order: ListOrder = input.order ?? worklist?.order ?? 'newest';
      const typed = input.q?.trim() ?? '';
      const top = input.under === undefined ? undefined : unitNamed(world, input.under);
      const filter = filterOf(world, input.filter, top);
      const named = top === undefined ? {} : { under: top.name };
      if (typed !== '') {
        const hit = after === null || after.at === 'infinity' ? null : { id: after.id, at: Date.parse(after.at) };
        const found = await searchCases(ctx, services, world, {
          among: whereOf(world, worklist, filter),
          typed,
          after: hit,
          limit,
        });
        const { rows, next, answer } = found;
        return {
          items: rowViews(services, world, rows),
          next: next && cursorAt(next.at, next.id),
          answer,
          ...named,
        };
      }
      const owned = worklist?.shows === 'owned' && filter === undefined;
      const rows = owned
        ? await ownTasks(ctx, world, after, limit + 1)
        : await listPage(ctx.tx, ctx.tenant, {
            ...scopeOf(world, worklist, filter, order, 2),
            order,
            after,
            limit: limit + 1,
          });
      const page = rows.slice(0, limit);
      const last = rows.length > limit ? page.at(-1) : undefined;
      return {
        items: rowViews(services, world, page),
        next: last === undefined ? null : cursorAfter(last, owned ? 'step' : order),
        ...named,
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
      const counts = await countLists(
        ctx.tx,
        ctx.tenant,
        mine.map((worklist) => countOf(world, worklist)),
        COUNTED_TO,
      );
      return mine.map(({ id }, index) => {
        const count = counts[index] ?? 0;
        const name = services.product.words[`worklists/${id}`];
        return { id, name, count: Math.min(count, COUNTED_TO), capped: count > COUNTED_TO };
      });
    },
  });
}

function countOf(world: World, worklist: Worklist): (first: number) => Counted {
  if (worklist.shows === 'owned') {
    const query = taskQuery(world);
    return () => (query === null ? { of: 'nothing' } : { of: 'tasks', params: taskParams(query, lineageOf(world)) });
  }
  return (first) => ({ of: 'cases', ...scopeOf(world, worklist, undefined, worklist.order, first) });
}

function ownTasks(ctx: Ctx, world: World, after: Cursor | null, limit: number): Promise<ListedCase[]> {
  const query = taskQuery(world);
  return query === null ? Promise.resolve([]) : listTasks(ctx.tx, ctx.tenant, query, lineageOf(world), after, limit);
}

function filterOf(world: World, text: string | undefined, top: Unit | undefined): Condition | undefined {
  const given = text === undefined || text.trim() === '' ? undefined : parseText(text);
  if (top === undefined) return given;
  const below = isIn(
    property('unit'),
    world.org.subtree(top.id).map(({ id }) => id),
  );
  return given === undefined ? below : and(below, given);
}

function unitNamed({ org, post }: World, id: string): Unit {
  const unit = post === undefined ? undefined : org.unit(id);
  if (unit === undefined) throw new HuyingError('org.unitUnknown');
  return unit;
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
  return cursorAt(at?.getTime() ?? null, row.id);
}

function cursorAt(at: number | null, id: string): string {
  return cursorText([at === null ? 'infinity' : new Date(at).toISOString(), id]);
}

/** Whether a text is an instant as `cursorAt` writes it. */
function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;
}

function cursorOf(text: string): Cursor {
  const [at, id] = cursorParts(text);
  if (typeof at === 'string' && (at === 'infinity' || isInstant(at))) {
    if (typeof id === 'string' && UUID.test(id)) return { at, id };
  }
  throw new HuyingError('case.cursor');
}

/** Rows as lists show them, in words of both languages. */
export function rowViews(services: CaseServices, world: World, rows: readonly ListedCase[]): CaseRow[] {
  const names = namesFor('staff', world);
  const thresholds = thresholdsOf(world);
  return rows.map((row) => {
    const clock = row.promised && clockFromColumn(row.promised);
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
