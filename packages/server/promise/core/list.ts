import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { cursorParts, cursorText, defineOperation } from '../../ledger/index.ts';
import { listPromises } from './list.store.ts';
import { closed, daySchema, lineSchema, uuidSchema } from './promise-draft.ts';
import { promiseReachSql } from './promise-reach.ts';
import { ECONOMIC, promiseRows, showsLights } from './promise-row.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseRowSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';

const PAGE = 50;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Yes or no as a query carries it. */
const flag = Type.Optional(Type.Union([Type.Boolean(), Type.Literal('true'), Type.Literal('false')]));

/** A page of the promises the reader reaches, narrowed as asked. */
export function listOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.list',
    summary: { zh: '目标任务列表', en: 'List promises' },
    input: Type.Object(
      {
        year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
        kind: Type.Optional(lineSchema(40)),
        light: Type.Optional(lineSchema(20)),
        state: Type.Optional(lineSchema(40)),
        official: Type.Optional(lineSchema(20)),
        schedule: Type.Optional(lineSchema(20)),
        unit: Type.Optional(uuidSchema),
        leader: Type.Optional(uuidSchema),
        disagrees: flag,
        published: flag,
        dueBy: Type.Optional(daySchema),
        report: Type.Optional(uuidSchema),
        q: Type.Optional(Type.String({ maxLength: 100 })),
        cursor: Type.Optional(Type.String({ maxLength: 200 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      },
      closed,
    ),
    output: Type.Object({ items: Type.Array(promiseRowSchema), next: Type.Union([Type.String(), Type.Null()]) }),
    async run(ctx, { unit, q = '', cursor, limit = PAGE, disagrees, published, ...filter }) {
      const world = await promiseWorldOf(ctx, services);
      const words = q.trim().split(/\s+/).filter(Boolean).slice(0, 6);
      const inside = world.promises.reach === 'promises';
      // Nobody finds by a light what nobody shows them.
      if (!showsLights(world) && filter.light !== undefined) return { items: [], next: null };
      if (!inside && disagrees !== undefined) return { items: [], next: null };
      const records = await listPromises(
        ctx.tx,
        ctx.tenant,
        (first) => promiseReachSql(world.promises, first),
        {
          ...filter,
          ...(!inside && filter.light !== undefined ? { butKind: ECONOMIC } : {}),
          disagrees: yesNo(disagrees),
          published: yesNo(published),
          ...(unit === undefined ? {} : { units: world.org.subtree(unit).map(({ id }) => id) }),
          ...(words.length === 0 ? {} : { words }),
        },
        cursor === undefined ? null : cursorOf(cursor),
        limit + 1,
      );
      const page = records.slice(0, limit);
      const last = records.length > limit ? page.at(-1) : undefined;
      return {
        items: promiseRows(services, world, page),
        next: last === undefined ? null : cursorText([last.year, last.number, last.id]),
      };
    },
  });
}

function yesNo(given: boolean | 'true' | 'false' | undefined): boolean | undefined {
  return given === undefined ? undefined : given === true || given === 'true';
}

function cursorOf(text: string): { readonly year: number; readonly number: string; readonly id: string } {
  const [year, number, id] = cursorParts(text);
  if (Number.isInteger(year) && typeof number === 'string' && typeof id === 'string' && UUID.test(id)) {
    return { year: Number(year), number, id };
  }
  throw new HuyingError('promise.cursor');
}
