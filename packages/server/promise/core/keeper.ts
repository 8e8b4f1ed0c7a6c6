import { inTenant, rounds, theSystem } from '../../ledger/index.ts';
import { listTenants } from '../../tenant/index.ts';
import { lightsOn } from './lights.ts';
import type { PromiseServices } from './promise-services.ts';
import { openYears } from './store.ts';

const ROUND_MS = 60_000;

export interface PromiseKeeper {
  /** Computes the lights of every district whose day has turned; answers how many promises were. Tests call it with a fake clock. */
  round(): Promise<number>;
  run(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Keeps lights in step with the calendar: once a day and district, soon after midnight there and once after a start. Several processes may; doing it twice
 * does no harm.
 */
export function promiseKeeper(services: PromiseServices): PromiseKeeper {
  const done = new Map<string, string>();
  const going = rounds(
    async () => {
      await round();
      return ROUND_MS;
    },
    {
      afterFailure: ROUND_MS,
      tell: (error) => services.log.error({ reason: String(error) }, 'Lights could not be computed; trying again.'),
    },
  );

  async function round(): Promise<number> {
    let count = 0;
    for (const { code, zone } of await listTenants(services.db)) {
      if (going.stopped) break;
      // A guess at the day, without asking the district's calendar each minute: its zone is enough.
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(services.now());
      if (done.get(code) === day) continue;
      count += await inTenant(services, { tenant: code, actor: theSystem }, async (ctx) => {
        let promises = 0;
        for (const year of await openYears(ctx.tx, ctx.tenant))
          promises += (await lightsOn(ctx, services, year)).promises;
        return promises;
      });
      done.set(code, day);
    }
    return count;
  }

  return { round, run: going.run, stop: going.stop };
}
