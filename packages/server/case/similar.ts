import { HOUR_MS } from '@huying/kit/calendar';
import { type CaseRecord, type CaseType, type MergingBar, mergingBar, type Value, type Values } from '@huying/kit/case';
import { HuyingError, type Words } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits, reachSql } from '../access/index.ts';
import { defineOperation } from '../ledger/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { metresBetween } from './duplicate-pairs.ts';
import { pointOf } from './on-map.ts';
import { nearbyCases } from './similar.store.ts';
import { findCase, findCases } from './store.ts';
import { type World, worldOf } from './world.ts';

const MOST = 20;
const words = Type.Object({ zh: Type.String(), en: Type.String() });

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
          barred: Type.Union([words, Type.Null()], {
            description: 'why the case asked of cannot be merged into it, whoever asks; null where it can',
          }),
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
      const nearest = near
        .filter(({ data }) => codesOf(data, type, world).some((code) => about.includes(code)))
        .map((one) => ({ one, metres: metresBetween(point, one) }))
        .filter((found) => found.metres <= metres)
        .sort((a, b) => a.metres - b.metres)
        .slice(0, MOST);
      const ids = nearest.map(({ one }) => one.id);
      const records = type.merging === undefined ? [] : await findCases(ctx.tx, ctx.tenant, ids);
      const mains = new Map(records.map((main) => [main.id, main]));
      const items = nearest.map(({ one, metres: distance }) => ({
        id: one.id,
        number: one.number,
        title: one.title,
        state: one.state,
        openedAt: one.openedAt.toISOString(),
        metres: Math.round(distance),
        barred: barredWords(type, record, mains.get(one.id)),
      }));
      return { items };
    },
  });
}

function barredWords(type: CaseType, record: CaseRecord, main: CaseRecord | undefined): Words | null {
  const bar = main === undefined ? null : mergingBar(type, record, main);
  return bar === null ? null : NOT_INTO[bar];
}

/** Why a case cannot be merged into another, as the button beside that one says it. */
const NOT_INTO: Readonly<Record<MergingBar, Words>> = {
  itself: { zh: '就是本单', en: 'it is this case itself' },
  follows: {
    zh: '它本身已随另一件办理，请打开它查看主件，并入那一件',
    en: 'it follows another one itself; open it to see its main case, and merge into that one',
  },
  unanswered: {
    zh: '它已办结，没有可以答复本单来电人的结果',
    en: 'it is closed, with nothing that answers the caller of this case',
  },
  closedBefore: {
    zh: '它在本单登记之前已办结；问题仍在的，请先重新打开它',
    en: 'it was closed before this case was opened; if the trouble persists, reopen it first',
  },
};

/** What a case is about, in every classification: its matter, its demand class and the matter that corresponds to the class. */
function codesOf(data: Values, type: CaseType, { registry, context }: World): readonly Value[] {
  const { [type.roles.matter]: matter, demandClass } = data;
  const corresponding =
    typeof demandClass === 'string' ? registry.last('demand-class', demandClass, context.now)?.data.matter : undefined;
  return [matter, demandClass, corresponding as Value | undefined].filter((code) => code !== undefined);
}
