import { HOUR_MS, localDateOf } from '@huying/kit/calendar';
import { inTenant, rounds, theSystem } from '../../ledger/index.ts';
import { listTenants } from '../../tenant/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { askFigures } from './ask-figures.ts';
import { raiseLateBlockers } from './blockers.ts';
import { feedFigures } from './feed-figures.ts';
import { monthAfter, monthOf } from './month.ts';

/** The first round waits until a start is over. */
const FIRST_AFTER_MS = 2 * 60_000;

/** What became of a district's round. */
export interface FigureRound {
  readonly fed: number;
  readonly asked: number;
  readonly raised: number;
}

/**
 * What figures and projects need without anybody asking: last month's values of indicators that a measure feeds, last month's figures asked
 * of units on the day the district set, overdue blockers raised. Looked at hourly; doing it again changes nothing.
 */
export async function figureRound(services: PromiseServices, tenant: string): Promise<FigureRound> {
  const capacity = { tenant, actor: theSystem };
  const before = await inTenant(services, capacity, async (ctx) => {
    const world = await promiseWorldOf(ctx, services);
    const today = localDateOf(world.calendar, ctx.now);
    const askOn = Number(world.setting<unknown>('targets.askOn', 1));
    return { month: monthAfter(monthOf(today), -1), asks: askOn > 0 && Number(today.slice(8)) >= askOn };
  });
  const fed = await inTenant(services, capacity, (ctx) => feedFigures(ctx, services, before.month));
  const asked = before.asks
    ? (await inTenant(services, capacity, (ctx) => askFigures(ctx, services, { month: before.month }))).asked
    : 0;
  const raised = await inTenant(services, capacity, (ctx) => raiseLateBlockers(ctx, services));
  return { fed, asked, raised };
}

/** Goes round all districts, hourly, until stopped. */
export function figureKeeper(services: PromiseServices) {
  let started = false;
  const going = rounds(
    async () => {
      if (!started) {
        started = true;
        return FIRST_AFTER_MS;
      }
      for (const { code } of await listTenants(services.db)) {
        if (going.stopped) break;
        const done = await figureRound(services, code);
        if (done.fed + done.asked + done.raised > 0)
          services.log.info({ tenant: code, ...done }, 'Figures were seen to.');
      }
      return HOUR_MS;
    },
    {
      afterFailure: HOUR_MS,
      tell: (error) =>
        services.log.error({ reason: String(error) }, 'Figures could not be seen to; it is tried again.'),
    },
  );
  return { run: going.run, stop: going.stop };
}
