import { type Ctx, inTenant, rounds, type Services, theSystem, togetherInTenant } from '../ledger/index.ts';
import { listTenants } from '../tenant/index.ts';
import { dueTimers, putOff, type Timer } from './store.ts';

/**
 * Carries out a rung, in one transaction: locks the subject without waiting for it, claims the timer, does the deed. Answers false where
 * there was nothing to do because another claimed it first or the subject moved on. Other subjects' rungs may share the transaction.
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

/** Due timers looked at in one go. */
const WINDOW = 1_000;
/** Subjects whose rungs are fired in one transaction; where one fails, all of them are fired one by one. */
const SLICE = 100;
/** While one slice commits, the next is fired. */
const AT_ONCE = 2;
const LONGEST_SLEEP_MS = 1_000;
const SHORTEST_SLEEP_MS = 20;

/** What became of a district's due timers: how many fired, and when the next is to be looked for (null: none waits). */
interface Fired {
  readonly count: number;
  readonly next: number | null;
}

/**
 * Fires the rungs of clocks, once each, with any number of workers: the subject's lock and the timer's row decide. The rungs of many
 * subjects share a transaction; a subject's own go one after another, in the order they are due.
 */
export function timekeeper(services: Services, handlers: Handlers): Timekeeper {
  const kinds = Object.keys(handlers);
  const going = rounds(
    async () => {
      const { next } = await fireAll();
      const wait = (next ?? Number.POSITIVE_INFINITY) - services.now();
      return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, wait));
    },
    {
      afterFailure: LONGEST_SLEEP_MS,
      tell: (error) => services.log.error({ reason: String(error) }, 'Clocks could not be read; trying again.'),
    },
  );

  async function fireAll(): Promise<Fired> {
    let count = 0;
    let next: number | null = null;
    for (const tenant of await listTenants(services.db)) {
      const fired = await fireTenant(tenant.code);
      count += fired.count;
      if (fired.next !== null) next = Math.min(fired.next, next ?? fired.next);
    }
    return { count, next };
  }

  async function fireTenant(tenant: string): Promise<Fired> {
    for (let count = 0; ; ) {
      const { due, next } = await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
        dueTimers(ctx.tx, tenant, kinds, ctx.now, WINDOW),
      );
      const [first] = due;
      if (first === undefined) return { count, next };
      const fired = await fireDue(tenant, due);
      count += fired;
      // What is left is in other hands, or another's turn has come; it is found again in a moment.
      if (fired === 0 || going.stopped) return { count, next: first.at };
    }
  }

  async function fireDue(tenant: string, due: readonly Timer[]): Promise<number> {
    const subjects = [...Map.groupBy(due, (timer) => timer.subject).values()];
    let fired = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (subjects.length > 0) fired += await fireSlice(tenant, subjects.splice(0, SLICE));
      }),
    );
    return fired;
  }

  async function fireSlice(tenant: string, slice: readonly (readonly Timer[])[]): Promise<number> {
    const [only] = slice;
    if (slice.length === 1 && only !== undefined) return fireEach(tenant, only);
    const outcomes = await togetherInTenant(
      services,
      { tenant, actor: theSystem },
      slice.map((timers) => async (ctx: Ctx) => {
        let fired = 0;
        for (const timer of timers) if (await handlers[timer.kind]?.(ctx, timer)) fired += 1;
        return fired;
      }),
    );
    let fired = 0;
    for (const [index, outcome] of outcomes.entries()) {
      fired += outcome.kind === 'done' ? outcome.answer : await fireEach(tenant, slice[index] ?? []);
    }
    return fired;
  }

  async function fireEach(tenant: string, timers: readonly Timer[]): Promise<number> {
    let fired = 0;
    for (const timer of timers) if (await fireOne(tenant, timer)) fired += 1;
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

  return { fireDue: async () => (await fireAll()).count, run: going.run, stop: going.stop };
}
