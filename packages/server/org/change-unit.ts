import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, defineOperation } from '../ledger/index.ts';
import { deepest } from './create-unit.ts';
import { changeOrg, orgOf, requireRole, requireUnit, rereadOrg } from './org.ts';
import { nothing, uuid, words } from './org-schema.ts';
import { endUnitAt, updateUnitName, updateUnitParent } from './store.ts';
import { inForce, systemAdmin } from './unit.ts';

export const renameUnit = defineOperation({
  name: 'org.renameUnit',
  summary: { zh: '单位更名', en: 'Rename a unit' },
  input: Type.Object({ unit: uuid, name: words }, { additionalProperties: false }),
  output: nothing,
  async run(ctx, input) {
    await requireRole(ctx, systemAdmin);
    await changeOrg(ctx);
    const unit = await requireUnit(ctx, input.unit);
    await updateUnitName(ctx.tx, ctx.tenant, unit.id, input.name.zh, input.name.en);
    rereadOrg(ctx);
    await append(ctx, {
      subject: unit.id,
      kind: 'unit',
      what: 'rename',
      visibility: 'internal',
      body: { before: unit.name, after: input.name },
    });
    return {};
  },
});

export const moveUnit = defineOperation({
  name: 'org.moveUnit',
  summary: { zh: '调整单位隶属', en: 'Move a unit under another' },
  input: Type.Object({ unit: uuid, parent: uuid }, { additionalProperties: false }),
  output: Type.Object({ path: Type.String() }),
  async run(ctx, input) {
    await requireRole(ctx, systemAdmin);
    await changeOrg(ctx);
    const org = await orgOf(ctx);
    const unit = await requireUnit(ctx, input.unit);
    const parent = await requireUnit(ctx, input.parent);
    if (org.isWithin(parent.id, unit.id)) throw new HuyingError('org.unitCycle');
    const height =
      Math.max(...org.subtree(unit.id).map((one) => one.path.split('/').length)) - unit.path.split('/').length;
    if (parent.path.split('/').length + height > deepest) throw new HuyingError('org.unitDepth', { limit: deepest });
    const path = `${parent.path}/${unit.code}`;
    await updateUnitParent(ctx.tx, ctx.tenant, unit, parent.id, path);
    rereadOrg(ctx);
    await append(ctx, {
      subject: unit.id,
      kind: 'unit',
      what: 'move',
      visibility: 'internal',
      body: { before: unit.path, after: path },
    });
    return { path };
  },
});

export const endUnit = defineOperation({
  name: 'org.endUnit',
  summary: { zh: '撤销单位', en: 'End a unit' },
  input: Type.Object({ unit: uuid }, { additionalProperties: false }),
  output: nothing,
  async run(ctx, input) {
    await requireRole(ctx, systemAdmin);
    await changeOrg(ctx);
    const org = await orgOf(ctx);
    const unit = await requireUnit(ctx, input.unit);
    const notOver = (period: { readonly to: number | null }) => period.to === null || period.to > ctx.now;
    const occupied = org.children(unit.id).filter(notOver).length + org.postsIn(unit.id).filter(notOver).length;
    if (occupied > 0) throw new HuyingError('org.unitOccupied', { count: occupied });
    if (unit.to !== null && !inForce(unit, ctx.now)) return {};
    await endUnitAt(ctx.tx, ctx.tenant, unit.id, ctx.now);
    rereadOrg(ctx);
    await append(ctx, { subject: unit.id, kind: 'unit', what: 'end', visibility: 'internal', body: { to: ctx.now } });
    return {};
  },
});
