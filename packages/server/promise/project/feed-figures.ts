import type { Ctx } from '../../ledger/index.ts';
import { readMeasures } from '../../measure/index.ts';
import { enterObservations } from '../core/observation-entry.ts';
import type { ObservationRecord } from '../core/promise-record.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { frozenAround } from '../core/record.store.ts';
import { lockMonth } from './figure.store.ts';
import { firstDayOf, lastDayOf, type Month, yearOf } from './month.ts';
import { wholeBook } from './read-sheet.ts';

/**
 * Enters, for indicators fed by a measure over cases, what the measure says of a month that is over: nobody is asked for what the system
 * counts itself. What changed since it was entered is put right; a frozen month stays as it was. Answers how many values were entered.
 */
export async function feedFigures(ctx: Ctx, services: PromiseServices, month: Month): Promise<number> {
  const world = await promiseWorldOf(ctx, services);
  if (lastDayOf(month) >= world.today || (await frozenAround(ctx.tx, ctx.tenant, firstDayOf(month))) !== undefined)
    return 0;
  await lockMonth(ctx.tx, ctx.tenant, month);
  const book = await wholeBook(ctx, month);
  const known = new Set(services.product.measures.filter(({ grain }) => grain.includes('all')).map(({ id }) => id));
  const fed = book.figures.filter(({ measure }) => measure !== null && known.has(measure));
  if (fed.length === 0) return 0;
  const measures = [...new Set(fed.map(({ measure }) => measure ?? ''))];
  const monthly = await read(ctx, services, measures, firstDayOf(month), lastDayOf(month));
  const sinceNewYear = await read(ctx, services, measures, `${yearOf(month)}-01-01`, lastDayOf(month));
  const rows = fed.flatMap((figure): ObservationRecord[] => {
    const value = (figure.mode === 'cumulative' ? sinceNewYear : monthly).get(figure.measure ?? '');
    // Nobody to be measured is no value, and never zero.
    if (value === undefined || value === null) return [];
    const present = book.valueIn(figure, month);
    if (present !== null && (present.source !== 'system' || present.value === value)) return [];
    return [
      {
        id: ctx.id(),
        promise: figure.promise,
        indicator: figure.name,
        value,
        growth: null,
        asOf: lastDayOf(month),
        source: 'system',
        standing: 'final',
        basis: figure.measure,
        corrects: present?.id ?? null,
        reason: present === null ? null : '业务数据复算后变动',
        enteredBy: ctx.actor.name,
        account: null,
        unit: null,
        at: ctx.now,
      },
    ];
  });
  await enterObservations(ctx, services, world, rows, ({ basis }) => ({ measure: basis }));
  return rows.length;
}

async function read(ctx: Ctx, services: PromiseServices, measures: readonly string[], from: string, to: string) {
  const rows = await readMeasures(ctx, services, { measures: [...measures], grain: 'all', from, to });
  return new Map(rows.map(({ measure, rate }) => [measure, rate === null ? null : Number(rate.toFixed(6))]));
}
