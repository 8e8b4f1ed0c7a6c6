import { HOUR_MS } from '@huying/kit/calendar';
import type { CaseType, Value, Values } from '@huying/kit/case';
import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits, reachSql } from '../access/index.ts';
import { defineOperation } from '../ledger/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { metresBetween } from './duplicate-pairs.ts';
import { pointOf } from './on-map.ts';
import { nearbyCases } from './similar.store.ts';
import { findCase } from './store.ts';
import { type World, worldOf } from './world.ts';

const MOST = 20;

/**
 * Cases of the same matter nearby and at about the same time, which may be one and the same (并案): suggested to whoever reads the
 * case, nearest first. How near and how soon are parameters.
 */
export function similarOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.similar',
    summary: { zh: '疑似重复的工单', en: 'Cases that may be the same' },
    input: Type.Object({ id: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          number: Type.String(),
          title: Type.String(),
          state: Type.String(),
          openedAt: Type.String(),
          metres: Type.Integer(),
        }),
      ),
    }),
    async run(ctx, { id }) {
      const world = await worldOf(ctx, services);
      const record = await findCase(ctx.tx, ctx.tenant, id);
      if (record === undefined || !admits(world.reach, record)) throw new HuyingError('case.unknown');
      const { type } = await pinnedDefinition(ctx.tx, record.definition);
      const point = pointOf(record.data[type.roles.place]);
      if (point === null) return { items: [] };
      const metres = Number(world.parameter('base.similarMetres'));
      const hours = Number(world.parameter('base.similarHours'));
      const near = await nearbyCases(ctx.tx, ctx.tenant, {
        id,
        from: record.openedAt - hours * HOUR_MS,
        to: record.openedAt + hours * HOUR_MS,
        within: reachSql(world.reach, 5),
      });
      const about = codesOf(record.data, type, world);
      const items = near
        .filter(({ data }) => codesOf(data, type, world).some((code) => about.includes(code)))
        .map((one) => ({ one, metres: metresBetween(point, one) }))
        .filter((found) => found.metres <= metres)
        .sort((a, b) => a.metres - b.metres)
        .slice(0, MOST)
        .map(({ one: { longitude: _, latitude: __, data: ___, openedAt, ...row }, metres: distance }) => ({
          ...row,
          openedAt: openedAt.toISOString(),
          metres: Math.round(distance),
        }));
      return { items };
    },
  });
}

/** What a case is about, in every classification: its matter, its demand class and the matter that corresponds to the class. */
function codesOf(data: Values, type: CaseType, { registry, context }: World): readonly Value[] {
  const { [type.roles.matter]: matter, demandClass } = data;
  const corresponding =
    typeof demandClass === 'string' ? registry.last('demand-class', demandClass, context.now)?.data.matter : undefined;
  return [matter, demandClass, corresponding as Value | undefined].filter((code) => code !== undefined);
}
