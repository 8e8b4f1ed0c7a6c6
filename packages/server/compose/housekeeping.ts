import { DAY_MS, HOUR_MS } from '@huying/kit/calendar';
import { type FileServices, sweepFiles } from '../file/index.ts';
import { type IdentityServices, sweepSessions } from '../identity/index.ts';
import { rounds, sweepKeys, writeAnchor } from '../ledger/index.ts';
import { listTenants } from '../tenant/index.ts';
import type { Worker } from './program-services.ts';

/** A request is not repeated a month later; until then its key is kept. */
const KEYS_KEPT_MS = 30 * DAY_MS;
/** The first round waits until a start is over. */
const FIRST_AFTER_MS = 5 * 60_000;

/** What must be done daily, looked at hourly: anchors of the ledger, and what is over swept away. Doing it twice does no harm. */
export function housekeeping(services: FileServices & IdentityServices): Worker & { round(): Promise<void> } {
  let started = false;
  const going = rounds(
    async () => {
      if (!started) {
        started = true;
        return FIRST_AFTER_MS;
      }
      await round();
      return HOUR_MS;
    },
    {
      afterFailure: HOUR_MS,
      tell: (error) =>
        services.log.error(
          { reason: error instanceof Error ? error.name : 'unknown' },
          'Housekeeping failed; it is tried again.',
        ),
    },
  );

  async function round(): Promise<void> {
    const { db, log, now } = services;
    await sweepSessions(services);
    for (const { code } of await listTenants(db)) {
      if (going.stopped) return;
      const anchor = await writeAnchor(db, code, { now: now() });
      const keys = await sweepKeys(db, code, now() - KEYS_KEPT_MS);
      const files = await sweepFiles(services, code);
      log.info({ tenant: code, anchor: anchor.day, heads: anchor.heads, keys, ...files }, 'Housekeeping is done.');
    }
  }

  return { round, run: going.run, stop: going.stop };
}
