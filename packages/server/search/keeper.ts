import { rounds } from '../ledger/index.ts';
import { listTenants } from '../tenant/index.ts';
import { buildBlocks, ENOUGH, type SearchServices, waitingOf } from './build.ts';

const IDLE_MS = 15_000;
const BUSY_MS = 2_000;

/** Keeps every district's blocks until stopped: looked at every quarter of a minute, every two seconds while much comes in. */
export function searchKeeper(services: SearchServices) {
  const going = rounds(
    async () => {
      let busy = false;
      for (const { code } of await listTenants(services.db)) {
        if (going.stopped) break;
        const built = await buildBlocks(services, code);
        if (built.texts > 0) services.log.info({ tenant: code, ...built }, 'Search blocks were written.');
        busy ||= built.texts > 0 || (await waitingOf(services, code)) > ENOUGH / 4;
      }
      return busy ? BUSY_MS : IDLE_MS;
    },
    {
      afterFailure: IDLE_MS,
      tell: (error) =>
        services.log.error({ reason: String(error) }, 'Search blocks could not be written; they are tried again.'),
    },
  );
  return { run: going.run, stop: going.stop };
}
