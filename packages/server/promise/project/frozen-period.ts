import type { Day } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import { type Period, type Release, selectReleases } from './figure.store.ts';
import { type Month, monthOf, periodsAround, yearOf } from './month.ts';

/** Answers from which day the figures of a month may be known outside; null where the statistics office has not said. */
export async function releasesOf(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  years: readonly number[],
): Promise<(month: Month) => Day | null> {
  const first = Math.min(...years);
  const last = Math.max(...years);
  const releases = await selectReleases(ctx.tx, ctx.tenant, `${first}-01-01`, `${last}-12-31`);
  return (month) => {
    const around = periodsAround(month);
    const days = releases.filter((one) => isAmong(around, one)).map(({ releasedOn }: Release) => releasedOn);
    return days.sort()[0] ?? null;
  };
}

/** The values that may be known outside on a day: those of periods released by then. */
export async function releasedAmong<Value extends { readonly asOf: Day }>(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  values: readonly Value[],
  today: Day,
): Promise<readonly Value[]> {
  if (values.length === 0) return [];
  const releasedOn = await releasesOf(
    ctx,
    values.map(({ asOf }) => yearOf(monthOf(asOf))),
  );
  return values.filter(({ asOf }) => {
    const day = releasedOn(monthOf(asOf));
    return day !== null && day <= today;
  });
}

function isAmong(around: readonly Period[], one: Period): boolean {
  return around.some(({ period, start }) => period === one.period && start === one.start);
}
