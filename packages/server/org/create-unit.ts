import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { isUniqueViolation } from '../db/index.ts';
import { append, defineOperation } from '../ledger/index.ts';
import { changeOrg, orgOf, requireRole, requireUnit, rereadOrg } from './org.ts';
import { areaCode, instant, uuid, words } from './org-schema.ts';
import { insertUnit } from './store.ts';
import { systemAdmin, type Unit } from './unit.ts';

/** Deeper trees are mistakes: district, department, bureau, team and a few to spare. */
export const deepest = 10;

export const createUnit = defineOperation({
  name: 'org.createUnit',
  summary: { zh: '新设单位', en: 'Create a unit' },
  input: Type.Object(
    {
      parent: Type.Union([uuid, Type.Null()]),
      code: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$' }),
      kind: Type.Union([
        Type.Literal('district'),
        Type.Literal('department'),
        Type.Literal('street'),
        Type.Literal('community'),
        Type.Literal('company'),
        Type.Literal('centre'),
      ]),
      name: words,
      area: Type.Optional(areaCode),
      from: Type.Optional(instant),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: uuid, path: Type.String() }),
  async run(ctx, input) {
    await requireRole(ctx, systemAdmin);
    await changeOrg(ctx);
    const parent = input.parent === null ? undefined : await requireUnit(ctx, input.parent);
    if (parent === undefined && (await orgOf(ctx)).root !== undefined) throw new HuyingError('org.secondRoot');
    const path = `${parent?.path ?? ''}/${input.code}`;
    if (path.split('/').length - 1 > deepest) throw new HuyingError('org.unitDepth', { limit: deepest });
    const unit: Unit = {
      id: ctx.id(),
      parent: input.parent,
      path,
      code: input.code,
      kind: input.kind,
      name: input.name,
      area: input.area ?? null,
      from: input.from ?? ctx.now,
      to: null,
    };
    try {
      await insertUnit(ctx.tx, ctx.tenant, unit);
    } catch (error) {
      if (isUniqueViolation(error, 'unit_tenant_code_key'))
        throw new HuyingError('org.unitCodeTaken', { code: input.code });
      throw error;
    }
    rereadOrg(ctx);
    append(ctx, { subject: unit.id, kind: 'unit', what: 'create', visibility: 'internal', body: unit });
    return { id: unit.id, path };
  },
});
