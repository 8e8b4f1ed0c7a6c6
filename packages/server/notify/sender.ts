import {
  claimOutbox,
  inTenant,
  nextDue,
  type OutboxItem,
  type Outcome,
  rounds,
  type Services,
  settleOutbox,
  theSystem,
} from '../ledger/index.ts';
import { listTenants } from '../tenant/index.ts';
import type { Adapter } from './adapter.ts';

export interface Sender {
  /** Sends everything that is due now and answers how many attempts were made. Tests call it with a fake clock. */
  sendDue(): Promise<number>;
  /** Runs until stopped, looking into the outboxes once a second, or at once when woken. */
  run(): Promise<void>;
  /** Something was just put into an outbox by this process. */
  wake(): void;
  /** Takes nothing more and waits for what is being sent. */
  stop(): Promise<void>;
}

/** Few, so that a slow receiver's items are sent well within their lease. */
const BATCH = 16;
const AT_ONCE = 8;
const LONGEST_SLEEP_MS = 1_000;

/**
 * Empties the districts' outboxes through adapters, each kind in a lane of its own, so that a platform that does not answer
 * keeps nobody's notices waiting. Any number of workers: an item is claimed by one. A failed one is due again after a pause that
 * doubles, in the end it is dead and listed.
 */
export function sender(services: Services, adapters: readonly Adapter[]): Sender {
  const running = new Map<string, Promise<void>>();
  const going = rounds(
    async () => {
      await look();
      return LONGEST_SLEEP_MS;
    },
    {
      afterFailure: LONGEST_SLEEP_MS,
      tell: (error) => services.log.error({ reason: String(error) }, 'The outboxes could not be read; trying again.'),
    },
  );

  async function sendDue(): Promise<number> {
    const tenants = await listTenants(services.db);
    const counts = await Promise.all(
      tenants.flatMap(({ code }) => adapters.map((adapter) => emptyLane(code, adapter))),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async function emptyLane(tenant: string, adapter: Adapter): Promise<number> {
    let sent = 0;
    while (!going.stopped) {
      const items = await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
        claimOutbox(ctx, { limit: BATCH, kinds: [adapter.kind] }),
      );
      const queue = [...items];
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let item = queue.shift(); item !== undefined; item = queue.shift()) await sendOne(tenant, adapter, item);
        }),
      );
      sent += items.length;
      if (items.length < BATCH) break;
    }
    return sent;
  }

  async function sendOne(tenant: string, adapter: Adapter, item: OutboxItem): Promise<void> {
    const outcome = await attempt(tenant, adapter, item);
    if (!outcome.sent) {
      const { kind, key, attempts } = item;
      services.log.warn({ tenant, kind, key, attempts, reason: outcome.error }, 'A message could not be sent.');
    }
    await inTenant(services, { tenant, actor: theSystem }, (ctx) => settleOutbox(ctx, item.id, outcome));
  }

  async function attempt(tenant: string, adapter: Adapter, item: OutboxItem): Promise<Outcome> {
    try {
      return await adapter.send(tenant, item);
    } catch (error) {
      return { sent: false, error: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Starts the lanes that have something due and are not at work already; does not wait for them. */
  async function look(): Promise<void> {
    for (const { code } of await listTenants(services.db)) {
      const due = await inTenant(services, { tenant: code, actor: theSystem }, (ctx) => nextDue(ctx.tx, code));
      if (due === undefined || due > services.now()) continue;
      for (const adapter of adapters) startLane(code, adapter);
    }
  }

  function startLane(tenant: string, adapter: Adapter): void {
    const lane = `${tenant} ${adapter.kind}`;
    if (running.has(lane)) return;
    const work = emptyLane(tenant, adapter)
      .then(() => undefined)
      .catch((error: unknown) => {
        services.log.error({ tenant, kind: adapter.kind, reason: String(error) }, 'An outbox could not be emptied.');
      })
      .finally(() => running.delete(lane));
    running.set(lane, work);
  }

  return {
    sendDue,
    run: going.run,
    wake: going.wake,
    async stop() {
      await going.stop();
      await Promise.all(running.values());
    },
  };
}
