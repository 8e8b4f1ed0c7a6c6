import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { v5 } from 'uuid';
import { append, defineOperation } from '../../ledger/index.ts';
import { closed, daySchema, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { enterFigures } from './enter-figures.ts';
import {
  insertFrozen,
  type Period,
  selectBurden,
  selectFrozen,
  selectReleases,
  upsertRelease,
} from './figure.store.ts';
import { figureHand } from './figure-access.ts';
import { explainDoubt, selectDoubt } from './figure-doubt.store.ts';
import {
  doubtSchema,
  entrySchema,
  monthSchema,
  namedSchema,
  nullable,
  periodSchema,
  savedSchema,
} from './figure-schema.ts';
import { checkedMonth, firstDayOf, lastDayOf, monthOf, periodsAround } from './month.ts';
import { doubtViewOf, wholeBook } from './read-sheet.ts';

/** Our own name space (RFC 9562 §5.5): what happens to a period of figures is kept in a chain that goes by the period's name. */
const PERIODS = '5a0a53a6-9c54-5b0f-8a94-0b9d1a1f2c40';

export function saveFiguresOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.save',
    summary: { zh: '填报指标值', en: 'Enter the figures of a month' },
    input: Type.Object(
      { month: monthSchema, entries: Type.Array(entrySchema, { minItems: 1, maxItems: 2000 }) },
      closed,
    ),
    output: savedSchema,
    run: (ctx, input) => enterFigures(ctx, services, input),
  });
}

const periodInput = { period: periodSchema, start: daySchema };

export function freezePeriodOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.freeze',
    summary: { zh: '冻结统计期', en: 'Freeze a period' },
    input: Type.Object({ ...periodInput, reason: Type.Optional(lineSchema(400)) }, closed),
    output: Type.Object({ period: periodSchema, start: daySchema }),
    async run(ctx, { period, start, reason }) {
      const world = await promiseWorldOf(ctx, services);
      if (!figureHand(world, ctx.actor.kind).keeps) throw new HuyingError('figure.keeperOnly');
      const own = checkedPeriod({ period, start });
      const done = await insertFrozen(ctx.tx, ctx.tenant, {
        ...own,
        by: ctx.actor.name,
        reason: reason ?? null,
        at: ctx.now,
      });
      if (!done) throw new HuyingError('figure.frozenAlready', { start });
      append(ctx, {
        subject: v5(`${ctx.tenant} ${period} ${start}`, PERIODS),
        kind: 'figures',
        what: 'freeze',
        visibility: 'internal',
        body: { period, start, reason: reason ?? null },
      });
      return own;
    },
  });
}

export function releasePeriodOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.release',
    summary: { zh: '登记统计部门发布日', en: 'Say when a period is released' },
    input: Type.Object({ ...periodInput, releasedOn: daySchema, document: Type.Optional(lineSchema(200)) }, closed),
    output: Type.Object({ period: periodSchema, start: daySchema, releasedOn: daySchema }),
    async run(ctx, { period, start, releasedOn, document }) {
      const world = await promiseWorldOf(ctx, services);
      if (!figureHand(world, ctx.actor.kind).keeps) throw new HuyingError('figure.keeperOnly');
      const own = checkedPeriod({ period, start });
      // Nothing is released before it is over.
      if (releasedOn <= start) throw new HuyingError('figure.releaseEarly', { start, releasedOn });
      const release = { ...own, releasedOn, document: document ?? null, enteredBy: ctx.actor.name };
      await upsertRelease(ctx.tx, ctx.tenant, { ...release, at: ctx.now });
      append(ctx, {
        subject: v5(`${ctx.tenant} ${period} ${start}`, PERIODS),
        kind: 'figures',
        what: 'release',
        visibility: 'internal',
        body: { period, start, releasedOn, document: document ?? null },
      });
      return { ...own, releasedOn };
    },
  });
}

/** The first day of a month, a quarter or a year, and no other. */
function checkedPeriod({ period, start }: Period): Period {
  const month = checkedMonth(monthOf(start));
  if (!periodsAround(month).some((one) => one.period === period && one.start === start)) {
    throw new HuyingError('figure.period', { period, start });
  }
  return { period, start };
}

export function periodsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.periods',
    summary: { zh: '统计期状态', en: 'Frozen and released periods' },
    input: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }, closed),
    output: Type.Object({
      frozen: Type.Array(
        Type.Object({ ...periodInput, frozenBy: Type.String(), reason: nullable(Type.String()), at: Type.String() }),
      ),
      releases: Type.Array(Type.Object({ ...periodInput, releasedOn: daySchema, document: nullable(Type.String()) })),
    }),
    async run(ctx, { year }) {
      figureHand(await promiseWorldOf(ctx, services), ctx.actor.kind);
      const [from, to] = [`${year}-01-01`, `${year}-12-31`];
      const [frozen, releases] = [
        await selectFrozen(ctx.tx, ctx.tenant, from, to),
        await selectReleases(ctx.tx, ctx.tenant, from, to),
      ];
      return {
        frozen: frozen.map(({ at, ...one }) => ({ ...one, at: new Date(at).toISOString() })),
        releases: releases.map(({ period, start, releasedOn, document }) => ({ period, start, releasedOn, document })),
      };
    },
  });
}

export function explainDoubtOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.explain',
    summary: { zh: '说明存疑数据', en: 'Explain a doubtful figure' },
    input: Type.Object({ id: uuidSchema, words: lineSchema(1000) }, closed),
    output: doubtSchema,
    async run(ctx, { id, words }) {
      const world = await promiseWorldOf(ctx, services);
      const hand = figureHand(world, ctx.actor.kind);
      const doubt = await selectDoubt(ctx.tx, ctx.tenant, id);
      const book = doubt === undefined ? undefined : await wholeBook(ctx, monthOf(doubt.asOf));
      const figure = book?.figures.find(({ promise, name }) => promise === doubt?.promise && name === doubt.indicator);
      // A doubt about a figure of others is as unknown as one that is not there.
      if (doubt === undefined || figure === undefined || !hand.fills(figure))
        throw new HuyingError('figure.doubtUnknown');
      const { name, account } = ctx.actor;
      await explainDoubt(ctx.tx, ctx.tenant, id, { words, name, account, at: ctx.now });
      append(ctx, {
        subject: doubt.promise,
        kind: 'promise',
        what: 'doubt-explained',
        visibility: 'internal',
        body: { doubt: id, indicator: doubt.indicator, kind: doubt.kind, words },
      });
      return doubtViewOf({ ...doubt, words, explainedBy: name }, figure);
    },
  });
}

export function burdenOperation(services: PromiseServices) {
  return defineOperation({
    name: 'figure.burden',
    summary: { zh: '填报负担', en: 'How often units were asked for figures' },
    input: Type.Object({ from: monthSchema, to: monthSchema }, closed),
    output: Type.Object({
      months: Type.Array(Type.Object({ month: Type.String(), asked: Type.Integer(), answered: Type.Integer() })),
      units: Type.Array(
        Type.Object({
          unit: namedSchema,
          asked: Type.Integer(),
          answered: Type.Integer(),
          months: Type.Array(Type.Object({ month: Type.String(), asked: Type.Integer(), answered: Type.Integer() })),
        }),
      ),
    }),
    async run(ctx, input) {
      const world = await promiseWorldOf(ctx, services);
      figureHand(world, ctx.actor.kind);
      const { promises, org } = world;
      if (promises.reach !== 'promises') throw new HuyingError('figure.notYours');
      const [from, to] = [firstDayOf(checkedMonth(input.from)), lastDayOf(checkedMonth(input.to))];
      const rows = (await selectBurden(ctx.tx, ctx.tenant, from, to, world.calendar.zone)).filter(
        ({ unit }) => promises.units === 'all' || promises.units.includes(unit),
      );
      const total = (of: readonly { readonly asked: number; readonly answered: number }[]) =>
        of.reduce((sum, one) => ({ asked: sum.asked + one.asked, answered: sum.answered + one.answered }), {
          asked: 0,
          answered: 0,
        });
      const months = [...Map.groupBy(rows, ({ month }) => month)].map(([month, of]) => ({ month, ...total(of) }));
      const units = [...Map.groupBy(rows, ({ unit }) => unit)].map(([id, of]) => ({
        unit: { id, name: org.unit(id)?.name ?? { zh: id, en: id } },
        ...total(of),
        months: of.map(({ month, asked, answered }) => ({ month, asked, answered })),
      }));
      return {
        months,
        units: units.sort((a, b) => b.asked - a.asked || a.unit.name.zh.localeCompare(b.unit.name.zh, 'zh')),
      };
    },
  });
}
