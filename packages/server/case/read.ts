import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits, reachSql } from '../access/index.ts';
import { append, type Ctx, defineOperation } from '../ledger/index.ts';
import { type CaseServices, currentDefinition, personalFields, pinnedDefinition } from './case-services.ts';
import { mayOpen, takesCalls } from './require-opener.ts';
import { openValue, phoneIndexes } from './sealing.ts';
import { casesOfPhone, findCase } from './store.ts';
import { hiddenFields, viewOf } from './view.ts';
import { caseViewSchema } from './view-schema.ts';
import { worldOf } from './world.ts';

const caseId = Type.String({ format: 'uuid' });

/** The case page: one read for everything on it. */
export function readOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.read',
    summary: { zh: '查看工单', en: 'Read a case' },
    input: Type.Object({ id: caseId }, { additionalProperties: false }),
    output: caseViewSchema,
    async run(ctx, { id }) {
      const { world, record } = await reachable(ctx, services, id);
      return viewOf(ctx, services, world, await pinnedDefinition(ctx.tx, record.definition), record);
    },
  });
}

/** Reads one personal field whole, for a purpose that goes into the ledger. */
export function unmaskOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.unmask',
    summary: { zh: '查看个人信息原文', en: 'Read a personal field whole' },
    input: Type.Object(
      {
        id: caseId,
        field: Type.String({ minLength: 1, maxLength: 60 }),
        purpose: Type.String({ minLength: 2, maxLength: 200 }),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({ value: Type.Union([Type.String(), Type.Null()]) }),
    async run(ctx, { id, field, purpose }) {
      const { world, record } = await reachable(ctx, services, id);
      const typed = await pinnedDefinition(ctx.tx, record.definition);
      if (!personalFields(typed.type).includes(field)) throw new HuyingError('request.invalid', { count: 1 }, NO_FIELD);
      if (world.post?.role === 'auditor' || hiddenFields(typed, record, world).has(field)) {
        throw new HuyingError('access.denied');
      }
      if (record.data[field] === undefined) return { value: null };
      append(ctx, {
        subject: id,
        kind: 'case',
        what: 'unmask',
        visibility: 'internal',
        body: {
          field,
          purpose,
          by: world.post === undefined ? null : { unit: world.post.unit, role: world.post.role },
        },
      });
      return { value: (await openValue(ctx, services, id, record.data[field])) ?? null };
    },
  });
}

const NO_FIELD = [{ path: '/field', zh: '没有这个个人信息字段', en: 'is no personal field' }];

/** Earlier cases of a telephone number, for the operator who has the caller on the line. */
export function sameCallerOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.sameCaller',
    summary: { zh: '同一来电人的历史工单', en: 'Earlier cases of the same caller' },
    input: Type.Object({ phone: Type.String({ minLength: 5, maxLength: 30 }) }, { additionalProperties: false }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          number: Type.String(),
          title: Type.String(),
          openedAt: Type.String(),
          state: Type.String(),
        }),
      ),
    }),
    async run(ctx, { phone }) {
      const world = await worldOf(ctx, services);
      if (!takesCalls(world)) throw new HuyingError('access.denied');
      const indexes = phoneIndexes(services, ctx.tenant, phone);
      const rows = await casesOfPhone(ctx.tx, ctx.tenant, indexes, reachSql(world.reach, 5), 20);
      return {
        items: rows.map(({ id, number, title, openedAt, state }) => ({
          id,
          number,
          title,
          openedAt: openedAt.toISOString(),
          state,
        })),
      };
    },
  });
}

/** The case types, those that the reader may open marked, and the definition of any hash: what the browser draws its forms from. */
export function definitionOperations(services: CaseServices) {
  const list = defineOperation({
    name: 'case.definitions',
    summary: { zh: '工单类型', en: 'Case types' },
    input: Type.Object({}, { additionalProperties: false }),
    output: Type.Array(
      Type.Object({ type: Type.String(), name: Type.Unknown(), hash: Type.String(), mayOpen: Type.Boolean() }),
    ),
    async run(ctx) {
      const world = await worldOf(ctx, services);
      return services.product.definitions.map(({ id, type, words }) => ({
        type: id,
        name: words[id],
        hash: currentDefinition(services, id).hash,
        mayOpen: mayOpen(world, type),
      }));
    },
  });
  const one = defineOperation({
    name: 'case.definition',
    summary: { zh: '工单类型定义', en: 'Definition of a case type' },
    input: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
    output: Type.Unknown(),
    run: async (ctx, { hash }) => pinnedDefinition(ctx.tx, hash),
  });
  return { definitions: list, definition: one };
}

/** The case if the reader reaches it; `case.unknown` otherwise, whether it exists or not. */
async function reachable(ctx: Ctx, services: CaseServices, id: string) {
  const world = await worldOf(ctx, services);
  const record = await findCase(ctx.tx, ctx.tenant, id);
  if (record === undefined || !admits(world.reach, record)) throw new HuyingError('case.unknown');
  return { world, record };
}
