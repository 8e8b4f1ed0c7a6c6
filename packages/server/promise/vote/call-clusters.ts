import { dayNumberOf, instantOf, isoDateOf } from '@huying/kit/calendar';
import { HuyingError, isHuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { reachSql } from '../../access/index.ts';
import { type World, worldOf } from '../../case/index.ts';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { orgOf } from '../../org/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { originCase } from './candidate-view.ts';
import { clusterCases, clusters } from './cluster.store.ts';
import { requireOffice } from './offices.ts';
import { closed, day, named, oneOf } from './vote-schema.ts';

const MOST_CLUSTERS = 50;
const MOST_ROWS = 500;
/** Two years. */
const MOST_DAYS = 731;

const period = { from: day, to: day };
const place = Type.Object({ code: Type.String(), name: Type.Object({ zh: Type.String(), en: Type.String() }) });

/**
 * What people ask for again and again at one place: a list of suggestions, each with its count, which opens to its cases. Nothing
 * becomes a candidate by itself. @throws vote.notYours, vote.period
 */
export function clustersOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.clusters',
    summary: { zh: '诉求集中点', en: 'Clusters of calls' },
    input: Type.Object(
      {
        ...period,
        by: Type.Optional(oneOf(['cell', 'community'])),
        minimum: Type.Optional(Type.Integer({ minimum: 2, maximum: 10_000 })),
      },
      closed,
    ),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          matter: place,
          area: place,
          calls: Type.Integer(),
          open: Type.Integer(),
          units: Type.Array(named),
          last: Type.String(),
        }),
      ),
    }),
    async run(ctx, { from, to, by = 'community', minimum = 3 }) {
      const world = await searching(ctx, services);
      const org = await orgOf(ctx);
      const digits = areaDigits(world, by, ctx.now);
      const found = await clusters(ctx.tx, ctx.tenant, {
        ...span(world, from, to),
        digits,
        minimum,
        limit: MOST_CLUSTERS,
        where: reachSql(world.reach, 7),
      });
      const called = (registry: string, code: string) => {
        const name = world.registry.last(registry, code, ctx.now)?.name;
        return { code, name: name ?? { zh: code, en: code } };
      };
      return {
        items: found.map((one) => ({
          matter: called('matter', one.matter),
          area: called('area', one.area),
          calls: one.calls,
          open: one.open,
          units: one.units.flatMap((id) => {
            const unit = org.unit(id);
            return unit === undefined ? [] : [{ id, name: unit.name }];
          }),
          last: one.last.toISOString(),
        })),
      };
    },
  });
}

/** The cases of a cluster. @throws vote.notYours, vote.period */
export function clusterRowsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.clusterCases',
    summary: { zh: '诉求集中点的工单', en: 'The cases of a cluster' },
    input: Type.Object(
      { ...period, matter: Type.String({ maxLength: 64 }), area: Type.String({ pattern: '^[A-Za-z0-9-]{1,24}$' }) },
      closed,
    ),
    output: Type.Object({ items: Type.Array(originCase), more: Type.Boolean() }),
    async run(ctx, { from, to, matter, area }) {
      const world = await searching(ctx, services);
      const found = await clusterCases(ctx.tx, ctx.tenant, {
        ...span(world, from, to),
        matter,
        area,
        limit: MOST_ROWS + 1,
        where: reachSql(world.reach, 7),
      });
      const items = found.slice(0, MOST_ROWS).map((one) => ({ ...one, openedAt: one.openedAt.toISOString() }));
      return { items, more: found.length > MOST_ROWS };
    },
  });
}

async function searching(ctx: Ctx, services: PromiseServices): Promise<World> {
  await requireOffice(ctx, 'propose');
  const world = await worldOf(ctx, services);
  if (world.reach.reach === 'none') throw new HuyingError('vote.notYours');
  return world;
}

/** From the first day's start to the last day's end in the district's zone; at most two years. */
function span({ calendar }: World, from: string, to: string): { readonly from: Date; readonly until: Date } {
  try {
    const [first, last] = [dayNumberOf(from), dayNumberOf(to)];
    if (last >= first && last - first <= MOST_DAYS) {
      const start = (date: string) => new Date(instantOf(calendar, date, '00:00'));
      return { from: start(from), until: start(isoDateOf(last + 1)) };
    }
  } catch (error) {
    if (!isHuyingError(error)) throw error;
  }
  throw new HuyingError('vote.period', { from, to });
}

/** How long the code of a cell or of a community is in this district: codes nest (12 and 15 digits after GB/T 2260). */
function areaDigits({ registry }: World, by: 'cell' | 'community', now: number): number {
  const depth = by === 'cell' ? 3 : 2;
  const found = registry
    .all('area', now)
    .find(({ path }) => path.split('/').filter((part) => part !== '').length === depth);
  return found?.code.length ?? (by === 'cell' ? 15 : 12);
}
