import { HOUR_MS, localDateOf } from '@huying/kit/calendar';
import { type CaseServices, worldOf } from '../case/index.ts';
import { inTenant, rounds, theSystem } from '../ledger/index.ts';
import { listTenants } from '../tenant/index.ts';
import { fold } from './fold.ts';
import { publishPeriods } from './publishing.ts';
import { lastWeek, recount } from './recount.ts';
import { remake } from './remaking.ts';

/** How long changes may wait: soon where there were some, up to the latest where there were none. */
const SOON_MS = 1_000;
const LATEST_MS = 10_000;
/** How often it is looked whether there is another district, and whether another day has begun. */
const LOOK_MS = 60_000;
/** Where a district's numbers cannot be kept up, it is tried again later and later, up to this. */
const FAILED_LATEST_MS = HOUR_MS;

interface Kept {
  next: number;
  pause: number;
  failures: number;
  /** The day for which the day's work was done, and when that was looked at. */
  day: string | null;
  looked: number;
}

/** What keeps the numbers up beside the operations that make them. */
export interface MeasureKeeper {
  /** Does what is due; answers in how many milliseconds to look again. */
  round(): Promise<number>;
  run(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Folds changes of numbers into their cells, publishes the periods that are over, looks every night whether the last week's numbers
 * are right, and counts anew what was declared anew. Any number of processes may; doing it twice does no harm.
 */
export function measureKeeper(services: CaseServices): MeasureKeeper {
  const kept = new Map<string, Kept>();
  let listed = Number.NEGATIVE_INFINITY;
  const going = rounds(round, {
    afterFailure: LATEST_MS,
    tell: (error) =>
      services.log.error({ reason: reasonOf(error) }, 'The districts whose numbers are kept could not be read.'),
  });

  async function round(): Promise<number> {
    const now = services.now();
    if (now - listed >= LOOK_MS) {
      for (const { code } of await listTenants(services.db)) {
        if (kept.has(code)) continue;
        kept.set(code, { next: now, pause: SOON_MS, failures: 0, day: null, looked: Number.NEGATIVE_INFINITY });
      }
      listed = now;
    }
    for (const [tenant, state] of kept) {
      if (going.stopped) return 0;
      if (state.next <= now) await keep(tenant, state, now);
    }
    const next = Math.min(...[...kept.values()].map((state) => state.next), listed + LOOK_MS);
    return Math.max(100, next - services.now());
  }

  /** One district that cannot be kept up holds up no other. */
  async function keep(tenant: string, state: Kept, now: number): Promise<void> {
    try {
      const folded = await foldAll(tenant);
      state.pause = folded > 0 ? SOON_MS : Math.min(state.pause * 2, LATEST_MS);
      if (now - state.looked >= LOOK_MS) {
        await daily(tenant, state);
        state.looked = now;
      }
      state.failures = 0;
      state.next = services.now() + state.pause;
    } catch (error) {
      state.failures += 1;
      state.next = services.now() + Math.min(LATEST_MS * 2 ** state.failures, FAILED_LATEST_MS);
      services.log.error({ tenant, reason: reasonOf(error) }, 'Keeping numbers up failed; it is tried again.');
    }
  }

  async function foldAll(tenant: string): Promise<number> {
    for (let sum = 0; ; ) {
      const { folded, more } = await inTenant(services, { tenant, actor: theSystem }, (ctx) => fold(ctx));
      sum += folded;
      if (!more || going.stopped) return sum;
    }
  }

  async function daily(tenant: string, state: Kept): Promise<void> {
    const { day, week } = await inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      const world = await worldOf(ctx, services);
      return { day: localDateOf(world.calendar, ctx.now), week: lastWeek(world, ctx.now) };
    });
    if (state.day === day) return;
    await remake(services, tenant, () => going.stopped);
    if (going.stopped) return;
    await publishPeriods(services, tenant);
    // At the start others wait for this machine; the numbers are looked at when the next day begins.
    if (state.day !== null) await recount(services, tenant, week);
    state.day = day;
  }

  return { round, run: going.run, stop: going.stop };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
