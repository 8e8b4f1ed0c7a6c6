import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits } from '../access/index.ts';
import { defineOperation } from '../ledger/index.ts';
import { linksOf } from '../link/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { caseRows } from './named-rows.ts';
import { findCase, findCases } from './store.ts';
import { caseRowSchema } from './view-schema.ts';
import { worldOf } from './world.ts';

/** Followers shown; the rest are counted. */
const MOST = 100;

/** What a case was merged into, and what was merged into it: as far as the reader may see, the others counted. */
export function mergedOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.merged',
    summary: { zh: '并案：主件与随办的工单', en: 'The main case of a case, and the cases that follow it' },
    input: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
    output: Type.Object({
      /** Null where it follows none, and where its main case is not one the reader may see. */
      into: Type.Union([caseRowSchema, Type.Null()]),
      intoUnseen: Type.Boolean({ description: 'It follows a case that the reader may not see.' }),
      /** In the order in which they joined, at most a hundred. */
      followers: Type.Array(caseRowSchema),
      unseen: Type.Integer({ description: 'followers that the reader may not see' }),
      count: Type.Integer({ description: 'all that were merged into it' }),
      waiting: Type.Integer({ description: 'those of them that wait for its answer' }),
    }),
    async run(ctx, { id }) {
      const world = await worldOf(ctx, services);
      const record = await findCase(ctx.tx, ctx.tenant, id);
      if (record === undefined || !admits(world.reach, record)) throw new HuyingError('case.unknown');
      const { type } = await pinnedDefinition(ctx.tx, record.definition);
      const merged = (await linksOf(ctx, id)).filter(({ kind }) => kind === 'merged');
      const intoId = merged.find(({ from }) => from.id === id)?.to.id;
      const joined = merged.flatMap(({ from }) => (from.id === id ? [] : [from.id]));
      const found = await findCases(ctx.tx, ctx.tenant, intoId === undefined ? joined : [intoId, ...joined]);
      const byId = new Map(found.map((one) => [one.id, one]));
      const isSeen = (one: string | undefined) => {
        const other = one === undefined ? undefined : byId.get(one);
        return other !== undefined && admits(world.reach, other);
      };
      const seen = joined.filter(isSeen);
      const shown = seen.slice(0, MOST);
      const rows = await caseRows(
        ctx,
        services,
        world,
        intoId !== undefined && isSeen(intoId) ? [intoId, ...shown] : shown,
      );
      return {
        into: rows.get(intoId ?? '') ?? null,
        intoUnseen: intoId !== undefined && !isSeen(intoId),
        followers: shown.flatMap((one) => rows.get(one) ?? []),
        unseen: joined.length - seen.length,
        count: joined.length,
        waiting: joined.filter((one) => byId.get(one)?.state === type.merging?.follows).length,
      };
    },
  });
}
