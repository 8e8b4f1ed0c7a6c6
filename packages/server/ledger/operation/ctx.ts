import type { Locale } from '@huying/kit/error';
import type { Db, Log, Tx } from '../../db/index.ts';
import { withTenant } from '../../tenant/index.ts';
import { takeNumber } from '../number/take-number.ts';

/** Who acts. `post` is the post a person acts through; `name` is what timelines show. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'partner' | 'public';
  readonly account: string | null;
  readonly post: string | null;
  readonly name: string;
}

/** The program itself: clocks, jobs, imports. */
export const theSystem: Actor = { kind: 'system', account: null, post: null, name: '系统' };

/** What the server lends to operations. `compose` adds the adapters. */
export interface Services {
  readonly db: Db;
  /** Epoch milliseconds UTC. */
  now(): number;
  /** A new uuid v7. */
  id(): string;
  readonly log: Log;
}

/** What an operation has in its hands: one open transaction of one district, one moment, one actor. */
export interface Ctx {
  readonly tx: Tx;
  readonly tenant: string;
  /** The moment of the operation, epoch milliseconds UTC; the same throughout. */
  readonly now: number;
  id(): string;
  readonly actor: Actor;
  readonly locale: Locale;
  /** Runs after the commit, never after a rollback; a failure there is logged and changes nothing. */
  afterCommit(work: () => void): void;
  /** The next human number of a kind and day (YYYY-MM-DD in the district's zone): `HX-20260701-000123`. Gaps happen, repeats do not. */
  number(kind: string, day: string): Promise<string>;
}

/** In whose name something is done. */
export interface Capacity {
  readonly tenant: string;
  readonly actor: Actor;
  readonly locale?: Locale;
}

/** Runs `work` in one transaction of one district. For operations, see runOperation; this is for jobs and clocks. */
export async function inTenant<T>(services: Services, capacity: Capacity, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const after: (() => void)[] = [];
  const result = await withTenant(services.db, capacity.tenant, (tx) => work(contextOf(services, capacity, tx, after)));
  doAfter(services, after);
  return result;
}

/** What an operation is given for its transaction; what it wants done after the commit is put into `after`. */
export function contextOf(services: Services, capacity: Capacity, tx: Tx, after: (() => void)[]): Ctx {
  const { tenant, actor, locale = 'zh' } = capacity;
  return {
    tx,
    tenant,
    now: services.now(),
    id: () => services.id(),
    actor,
    locale,
    afterCommit: (one) => after.push(one),
    number: (kind, day) => takeNumber(services.db, tenant, kind, day),
  };
}

/** Does what was wanted after the commit; a failure is logged and changes nothing. */
export function doAfter(services: Services, after: readonly (() => void)[]): void {
  for (const one of after) {
    try {
      one();
    } catch (error) {
      services.log.error({ reason: String(error) }, 'Something to be done after the commit failed.');
    }
  }
}
