import type { Ctx } from '../../ledger/index.ts';
import { dutiesOf, indicatorsOf, tasksOf } from './part.store.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import {
  evidenceOfPromises,
  observationsOf,
  revisionsOf,
  siteStatesOf,
  startDatesOf,
  verificationsOf,
} from './record.store.ts';

/** Reads everything that the figures of promises are computed from: nine statements, however many promises. */
export async function loadBundles(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  promises: readonly PromiseRecord[],
): Promise<PromiseBundle[]> {
  const { tx, tenant } = ctx;
  const ids = promises.map(({ id }) => id);
  const [duties, indicators, tasks, observations, evidence, verifications, revisions, sites, starts] =
    await Promise.all([
      dutiesOf(tx, tenant, ids),
      indicatorsOf(tx, tenant, ids),
      tasksOf(tx, tenant, ids),
      observationsOf(tx, tenant, ids),
      evidenceOfPromises(tx, tenant, ids),
      verificationsOf(tx, tenant, ids),
      revisionsOf(tx, tenant, ids),
      siteStatesOf(tx, tenant, ids),
      startDatesOf(tx, tenant, ids),
    ]);
  const parts = {
    duties: byPromise(duties),
    indicators: byPromise(indicators),
    tasks: byPromise(tasks),
    observations: byPromise(observations),
    evidence: byPromise(evidence),
    verifications: byPromise(verifications),
    revisions: byPromise(revisions),
    sites: byPromise(sites),
    starts: byPromise(starts),
  };
  return promises.map((promise) => ({
    promise,
    duties: parts.duties.get(promise.id) ?? [],
    indicators: parts.indicators.get(promise.id) ?? [],
    tasks: parts.tasks.get(promise.id) ?? [],
    observations: parts.observations.get(promise.id) ?? [],
    evidence: parts.evidence.get(promise.id) ?? [],
    verifications: parts.verifications.get(promise.id) ?? [],
    revisions: parts.revisions.get(promise.id) ?? [],
    sites: parts.sites.get(promise.id) ?? [],
    start: parts.starts.get(promise.id)?.[0] ?? null,
  }));
}

/** The same of one promise. */
export async function loadBundle(ctx: Pick<Ctx, 'tx' | 'tenant'>, promise: PromiseRecord): Promise<PromiseBundle> {
  const [bundle] = await loadBundles(ctx, [promise]);
  if (bundle === undefined) throw new Error('a promise has no parts');
  return bundle;
}

function byPromise<T extends { readonly promise: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  return Map.groupBy(rows, ({ promise }) => promise);
}
