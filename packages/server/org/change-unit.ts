import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, type Ctx, defineOperation } from '../ledger/index.ts';
import { deepest } from './create-unit.ts';
import { changeOrg, orgOf, requireRole, requireUnit, rereadOrg } from './org.ts';
import { instant, line, nothing, uuid, words } from './org-schema.ts';
import { endUnitAt, insertSuccessors, updateUnitName, updateUnitParent } from './store.ts';
import { inForce, systemAdmin, type Unit } from './unit.ts';

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
    append(ctx, {
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
    append(ctx, {
      subject: unit.id,
      kind: 'unit',
      what: 'move',
      visibility: 'internal',
      body: { before: unit.path, after: path },
    });
    return { path };
  },
});

/** How many open cases a unit holds or owes something to. `case` knows; this folder stands to its left. */
export type OpenWork = (ctx: Ctx, unit: string) => Promise<number>;

/**
 * Ends a unit. One that still has units or posts below it, or open cases, goes on: what is open must be handled or go back to the dispatcher,
 * by its own people, so that it is clear at every moment who holds a case.
 */
export function endUnitOperation(openWork: OpenWork) {
  return defineOperation({
    name: 'org.endUnit',
    summary: { zh: '撤销单位', en: 'End a unit' },
    input: Type.Object({ unit: uuid }, { additionalProperties: false }),
    output: nothing,
    async run(ctx, input) {
      await requireRole(ctx, systemAdmin);
      await changeOrg(ctx);
      const unit = await requireUnit(ctx, input.unit);
      await requireIdle(ctx, unit, openWork);
      if (unit.to !== null && !inForce(unit, ctx.now)) return {};
      await endUnitAt(ctx.tx, ctx.tenant, unit.id, ctx.now);
      rereadOrg(ctx);
      append(ctx, { subject: unit.id, kind: 'unit', what: 'end', visibility: 'internal', body: { to: ctx.now } });
      return {};
    },
  });
}

/**
 * Ends a unit whose duties others go on with from an instant on, now or earlier (the paper often comes later than the day it names; ahead of
 * it nobody knows that the unit will be idle, and the refusal says what can be prepared): one unit where it is merged or goes over whole, several where it is split. Its numbers stay under its own name; what is compared with them follows.
 * A unit that has ended already is given its successors as of its end.
 */
export function succeedUnitOperation(openWork: OpenWork) {
  return defineOperation({
    name: 'org.succeedUnit',
    summary: { zh: '单位并入或拆分', en: 'Merge or split a unit' },
    input: Type.Object(
      {
        unit: uuid,
        successors: Type.Array(uuid, { minItems: 1, maxItems: 20, uniqueItems: true }),
        from: Type.Optional(instant),
        reason: line(200),
      },
      { additionalProperties: false },
    ),
    output: nothing,
    async run(ctx, { unit: id, successors, reason, ...given }) {
      await requireRole(ctx, systemAdmin);
      await changeOrg(ctx);
      const org = await orgOf(ctx);
      const unit = await requireUnit(ctx, id);
      if (org.successorsOf(id).length > 0) throw new HuyingError('org.unitSucceeded');
      const ended = unit.to !== null && !inForce(unit, ctx.now);
      const from = ended ? (unit.to ?? ctx.now) : (given.from ?? ctx.now);
      if (from > ctx.now) throw new HuyingError('org.successionAhead');
      if (from < unit.from) throw new HuyingError('org.successionDate');
      for (const one of successors) {
        const successor = await requireUnit(ctx, one);
        if (one === id || !inForce(successor, ctx.now)) throw new HuyingError('org.successorInvalid');
      }
      await requireIdle(ctx, unit, openWork);
      if (!ended) await endUnitAt(ctx.tx, ctx.tenant, id, from);
      await insertSuccessors(ctx.tx, ctx.tenant, id, successors);
      rereadOrg(ctx);
      const body = { to: from, successors, reason };
      append(ctx, { subject: id, kind: 'unit', what: 'succeed', visibility: 'internal', body });
      return {};
    },
  });
}

/** @throws org.unitOccupied, org.unitBusy */
async function requireIdle(ctx: Ctx, { id }: Unit, openWork: OpenWork): Promise<void> {
  const org = await orgOf(ctx);
  const open = await openWork(ctx, id);
  if (open > 0) throw new HuyingError('org.unitBusy', { count: open });
  const notOver = (period: { readonly to: number | null }) => period.to === null || period.to > ctx.now;
  const occupied = org.children(id).filter(notOver).length + org.postsIn(id).filter(notOver).length;
  if (occupied > 0) throw new HuyingError('org.unitOccupied', { count: occupied });
}
