import type { Outcome } from '../../db/index.ts';
import { withTenantShared } from '../../tenant/index.ts';
import { type Capacity, type Ctx, contextOf, doAfter, type Services } from './ctx.ts';

/**
 * Runs several works in one transaction of one district, with one commit; see `sharedTransaction` for what each may do and what may
 * become of it. A work that is to be run again has left nothing behind.
 */
export async function togetherInTenant<T>(
  services: Services,
  capacity: Capacity,
  works: readonly ((ctx: Ctx) => Promise<T>)[],
): Promise<readonly Outcome<T>[]> {
  const after = works.map((): (() => void)[] => []);
  const outcomes = await withTenantShared(
    services.db,
    capacity.tenant,
    works.map((work, index) => (tx) => work(contextOf(services, capacity, tx, after[index] ?? []))),
  );
  for (const [index, { kind }] of outcomes.entries()) if (kind === 'done') doAfter(services, after[index] ?? []);
  return outcomes;
}
