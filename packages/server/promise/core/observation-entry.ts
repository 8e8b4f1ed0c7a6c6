import { localDateOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';
import { countsFrom, dueOf, monthEndOf } from '@huying/kit/promise';
import { appendAll, type Ctx } from '../../ledger/index.ts';
import { indicatorOf } from './indicator-row.ts';
import { refigurePromises } from './lights.ts';
import { requireNoVerifier, worksOn } from './participant.ts';
import type { ObservationRecord, PromiseBundle, PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import type { PromiseWorld } from './promise-world.ts';
import { type FrozenPeriod, insertObservations } from './record.store.ts';
import { requireDay } from './requirement.ts';

/** A value of an indicator as entered: on the promise's page, in a sheet, from a file, or counted by the program. */
export interface NewObservation {
  readonly indicator: string;
  readonly value: number;
  readonly growth?: number | null | undefined;
  readonly asOf: string;
  readonly source: ObservationRecord['source'];
  readonly standing: ObservationRecord['standing'];
  readonly basis?: string | undefined;
  readonly corrects?: string | undefined;
  readonly reason?: string | undefined;
}

/** What a value is held against. */
interface Holding {
  readonly services: PromiseServices;
  readonly world: PromiseWorld;
  readonly bundle: PromiseBundle;
  /** What froze the day of the value; undefined where it is open. */
  readonly frozen: FrozenPeriod | undefined;
}

/**
 * A value as a row, held to the rules of entering, whichever way it comes in: of a promise under way, of an indicator there is, on a day that has
 * come, counts and is not frozen, by whom it is asked of and who did not verify it, one of a source and day unless it corrects another or makes a
 * provisional one final. What would never count is refused here rather than kept and passed over.
 * @throws promise.notIssued, .ended, .unknownIndicator, .byMilestones, .counted, .day, .outsidePeriod, .frozen, .source, .doer, .verifier,
 *   .observedBefore, .correction
 */
export function checkedObservation(ctx: Ctx, holding: Holding, said: NewObservation): ObservationRecord {
  const { world, bundle } = holding;
  requireUnderWay(bundle, said.asOf, world);
  requireCounting(ctx, bundle, said);
  requireDay(said.asOf, world.today);
  requirePeriod(bundle, said);
  requireOpenPeriod(holding, said);
  requireSource(ctx, holding, said);
  requireNew(bundle.observations, said);
  return {
    id: ctx.id(),
    promise: bundle.promise.id,
    indicator: said.indicator,
    value: said.value,
    growth: said.growth ?? null,
    asOf: said.asOf,
    source: said.source,
    standing: said.standing,
    basis: said.basis ?? null,
    corrects: said.corrects ?? null,
    reason: said.reason ?? null,
    enteredBy: ctx.actor.name,
    account: ctx.actor.account,
    unit: world.post?.unit ?? null,
    at: ctx.now,
  };
}

/**
 * Writes checked values, tells each promise's ledger and reckons the promises anew, however many: the one way in.
 * @param more  what a row of the ledger says beside the value
 */
export async function enterObservations(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  rows: readonly ObservationRecord[],
  more: (row: ObservationRecord, at: number) => Readonly<Record<string, unknown>> = () => ({}),
): Promise<readonly PromiseRecord[]> {
  if (rows.length === 0) return [];
  const by = world.post === undefined ? null : { unit: world.post.unit, role: world.post.role };
  await insertObservations(ctx.tx, ctx.tenant, rows);
  await appendAll(
    ctx,
    rows.map((row, at) => {
      const { id, indicator, value, growth, asOf, source, standing, basis, corrects, reason } = row;
      return {
        subject: row.promise,
        kind: 'promise',
        what: corrects === null ? 'observed' : 'corrected',
        visibility: 'internal' as const,
        body: {
          observation: id,
          indicator,
          value,
          growth,
          asOf,
          source,
          standing,
          basis,
          corrects,
          reason,
          ...more(row, at),
          by,
        },
      };
    }),
  );
  return refigurePromises(ctx, services, world, [...new Set(rows.map(({ promise }) => promise))]);
}

/** Values of the month in which a promise ended come after its end; those of later months have nothing to count for. */
function requireUnderWay({ promise }: PromiseBundle, asOf: string, { calendar }: PromiseWorld): void {
  const { number, issuedOn, endedAt } = promise;
  if (issuedOn === null) throw new HuyingError('promise.notIssued', { number });
  if (endedAt === null) return;
  if (asOf > monthEndOf(localDateOf(calendar, endedAt))) throw new HuyingError('promise.ended', { number });
}

function requireCounting(ctx: Ctx, { indicators }: PromiseBundle, said: NewObservation): void {
  const indicator = indicators.find(({ name }) => name === said.indicator);
  if (indicator === undefined) throw new HuyingError('promise.unknownIndicator', { indicator: said.indicator });
  const { label, aim, measure } = indicator;
  if (aim === 'milestones') throw new HuyingError('promise.byMilestones', { label });
  if (measure !== null && ctx.actor.kind !== 'system') throw new HuyingError('promise.counted', { label });
}

function requirePeriod({ promise, indicators }: PromiseBundle, { indicator, asOf }: NewObservation): void {
  const row = indicators.find(({ name }) => name === indicator);
  if (row === undefined) return;
  const { path, label } = indicatorOf(row, promise);
  const start = countsFrom(path);
  if (asOf < start) throw new HuyingError('promise.outsidePeriod', { day: asOf, label, start, due: dueOf(path) });
}

/** In a frozen period the statistician alone puts right what is there or missing, with a reason. */
function requireOpenPeriod({ world: { post }, frozen }: Holding, said: NewObservation): void {
  if (frozen === undefined) return;
  if (post?.role === 'statistician' && said.reason !== undefined) return;
  throw new HuyingError('promise.frozen', { period: frozen.period, start: frozen.start });
}

/** Units say what they say themselves, the statistician what is verified, the program what it counted. */
function requireSource(ctx: Ctx, { services, world, bundle }: Holding, said: NewObservation): void {
  if (ctx.actor.kind === 'system') return;
  const { post, org } = world;
  const isStatistician = post?.role === 'statistician';
  const asked = bundle.indicators.find(({ name }) => name === said.indicator)?.askedUnit ?? undefined;
  const isUnits =
    worksOn(services, world, bundle.promise) ||
    (asked !== undefined && worksOn(services, world, bundle.promise, asked)) ||
    // What the statistics office itself is asked for is its own word.
    (isStatistician && org.isWithin(post.unit, asked ?? bundle.promise.leadUnit ?? ''));
  const isRight = { self: isUnits, system: false, verified: isStatistician }[said.source];
  if (!isRight) throw new HuyingError('promise.source');
  if (said.source === 'self') requireNoVerifier(ctx, bundle);
  const saidSo = bundle.observations.some(
    (one) => one.indicator === said.indicator && one.source === 'self' && one.account === ctx.actor.account,
  );
  if (said.source === 'verified' && saidSo) throw new HuyingError('promise.doer');
}

function requireNew(before: readonly ObservationRecord[], said: NewObservation): void {
  const corrected = new Set(before.map(({ corrects }) => corrects));
  const standing = before.filter((one) => one.indicator === said.indicator && !corrected.has(one.id));
  if (said.corrects !== undefined) {
    const wrong = standing.find(({ id }) => id === said.corrects);
    if (wrong === undefined || wrong.asOf !== said.asOf || said.reason === undefined) {
      throw new HuyingError('promise.correction');
    }
    return;
  }
  const same = standing.filter(({ asOf, source }) => asOf === said.asOf && source === said.source);
  const finishes = said.standing === 'final' && same.every(({ standing }) => standing === 'provisional');
  if (same.length > 0 && !finishes) {
    throw new HuyingError('promise.observedBefore', { indicator: said.indicator, day: said.asOf });
  }
}
