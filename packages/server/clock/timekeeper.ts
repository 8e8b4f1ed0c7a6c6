import { type Ctx, inTenant, rounds, type Services, theSystem } from '../ledger/index.ts';
import { listTenants } from '../tenant/index.ts';
import { dueTimers, nextTimer, putOff, type Timer } from './store.ts';

/**
 * Carries out a rung, in one transaction: locks the subject, claims the timer, does the deed. Answers false where there
 * was nothing to do because another claimed it first or the subject moved on.
 */
export type Handler = (ctx: Ctx, timer: Timer) => Promise<boolean>;

/** Engines' handlers by the kind of their subjects; `compose` registers them. */
export type Handlers = Readonly<Record<string, Handler>>;

export interface Timekeeper {
  /** Fires everything that is due now; answers how many rungs fired. Tests call it with a fake clock. */
  fireDue(): Promise<number>;
  /** Runs until stopped: fires, sleeps until the next timer is due (a second at most, since other processes set timers too). */
  run(): Promise<void>;
  stop(): Promise<void>;
}

const BATCH = 200;
const AT_ONCE = 4;
const LONGEST_SLEEP_MS = 1_000;
const SHORTEST_SLEEP_MS = 20;

/** Fires the rungs of clocks, once each, with any number of workers: the subject's lock and the timer's row decide. */
export function timekeeper(services: Services, handlers: Handlers): Timekeeper {
  const kinds = Object.keys(handlers);
  const going = rounds(
    async () => {
      await fireDue();
      return untilNext();
    },
    {
      afterFailure: LONGEST_SLEEP_MS,
      tell: (error) => services.log.error({ reason: String(error) }, 'Clocks could not be read; trying again.'),
    },
  );

  async function fireDue(): Promise<number> {
    let fired = 0;
    for (const tenant of await listTenants(services.db)) fired += await fireTenant(tenant.code);
    return fired;
  }

  async function fireTenant(tenant: string): Promise<number> {
    let fired = 0;
    for (let full = true; full && !going.stopped; ) {
      const due = await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
        dueTimers(ctx.tx, tenant, kinds, ctx.now, BATCH),
      );
      // A subject's rungs go one after another in the order they are due: side by side they would find its lock taken.
      const queue = [...Map.groupBy(due, (timer) => timer.subject).values()];
      let settled = 0;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let timers = queue.shift(); timers !== undefined; timers = queue.shift()) {
            for (const timer of timers) if (await fireOne(tenant, timer)) settled += 1;
          }
        }),
      );
      fired += settled;
      // What is left of a full batch is in other hands; asking again at once would only find it again.
      full = due.length === BATCH && settled > 0;
    }
    return fired;
  }

  async function fireOne(tenant: string, timer: Timer): Promise<boolean> {
    const handler = handlers[timer.kind];
    if (handler === undefined) return false;
    try {
      return await inTenant(services, { tenant, actor: theSystem }, (ctx) => handler(ctx, timer));
    } catch (error) {
      services.log.error(
        { tenant, ...timer, reason: String(error) },
        'A rung could not be carried out; it is put off.',
      );
      await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
        putOff(ctx.tx, tenant, timer, ctx.now, String(error)),
      );
      return false;
    }
  }

  async function untilNext(): Promise<number> {
    let next = Number.POSITIVE_INFINITY;
    for (const { code } of await listTenants(services.db)) {
      const at = await inTenant(services, { tenant: code, actor: theSystem }, (ctx) => nextTimer(ctx.tx, code, kinds));
      if (at !== null) next = Math.min(next, at);
    }
    return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, next - services.now()));
  }

  return { fireDue, run: going.run, stop: going.stop };
}
