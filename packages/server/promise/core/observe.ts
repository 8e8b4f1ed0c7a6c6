import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { requireNoVerifier, worksOn } from './participant.ts';
import { choice, closed, daySchema, lineSchema, uuidSchema } from './promise-draft.ts';
import type { ObservationRecord, PromiseBundle } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { frozenAround, insertObservations } from './record.store.ts';
import { lockedBundle, requireDay, requireRunning } from './requirement.ts';

/** A value of an indicator as entered. */
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

export function observeOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.observe',
    summary: { zh: '填报指标值', en: 'Enter a value of an indicator' },
    input: Type.Object(
      {
        id: uuidSchema,
        indicator: lineSchema(63),
        value: Type.Number(),
        growth: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
        asOf: daySchema,
        source: Type.Optional(choice('self', 'system', 'verified')),
        standing: Type.Optional(choice('provisional', 'final')),
        basis: Type.Optional(lineSchema(400)),
        corrects: Type.Optional(uuidSchema),
        reason: Type.Optional(lineSchema(400)),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      closed,
    ),
    output: Type.Object({ ...promiseReceiptSchema.properties, observation: Type.String() }),
    touches: ({ id }) => [id],
    async run(ctx, { id, version, source, standing = 'provisional', ...said }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, version);
      requireRunning(bundle);
      const entered = { ...said, standing, source: source ?? sourceOf(ctx, world) };
      requireSource(ctx, services, world, bundle, entered);
      const observation = await checkedObservation(ctx, world, bundle, entered);
      await insertObservations(ctx.tx, ctx.tenant, [observation]);
      const { indicator, value, growth, asOf, basis, corrects, reason } = observation;
      const kept = await keepPromise(ctx, services, world, bundle.promise, {
        what: corrects === null ? 'observed' : 'corrected',
        visibility: 'internal',
        body: {
          observation: observation.id,
          indicator,
          value,
          growth,
          asOf,
          source: observation.source,
          standing,
          basis,
          corrects,
          reason,
        },
      });
      return { ...receiptOf(kept), observation: observation.id };
    },
  });
}

function sourceOf(ctx: Ctx, { post }: PromiseWorld): ObservationRecord['source'] {
  if (ctx.actor.kind === 'system') return 'system';
  return post?.role === 'statistician' ? 'verified' : 'self';
}

/** Units say what they say themselves, the statistician what is verified, the program what it counted. */
function requireSource(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
  { indicator, source }: NewObservation,
): void {
  const isRight = { self: isUnits, system: () => ctx.actor.kind === 'system', verified: isStatistics }[source];
  if (!isRight()) throw new HuyingError('promise.source');
  if (source === 'self') requireNoVerifier(ctx, bundle);
  if (source === 'verified' && enteredBySelf(ctx, bundle, indicator)) throw new HuyingError('promise.doer');

  function isUnits(): boolean {
    if (ctx.actor.kind === 'system') return true;
    const asked = bundle.indicators.find(({ name }) => name === indicator)?.askedUnit ?? undefined;
    return (
      worksOn(services, world, bundle.promise) ||
      (asked !== undefined && worksOn(services, world, bundle.promise, asked))
    );
  }
  function isStatistics(): boolean {
    return ctx.actor.kind === 'system' || world.post?.role === 'statistician';
  }
}

function enteredBySelf({ actor }: Ctx, bundle: PromiseBundle, indicator: string): boolean {
  return bundle.observations.some(
    (one) => one.indicator === indicator && one.source === 'self' && one.account === actor.account,
  );
}

/**
 * A value as a row, held to the rules of append-only entering: a known indicator, a day that has come, a period that is not frozen, one value
 * of a source and day unless it corrects another or makes a provisional one final.
 * @throws promise.unknownIndicator, .day, .frozen, .observedBefore, .correction
 */
export async function checkedObservation(
  ctx: Ctx,
  world: PromiseWorld,
  bundle: PromiseBundle,
  said: NewObservation,
): Promise<ObservationRecord> {
  if (!bundle.indicators.some(({ name }) => name === said.indicator)) {
    throw new HuyingError('promise.unknownIndicator', { indicator: said.indicator });
  }
  requireDay(said.asOf, world.today);
  await requireOpenPeriod(ctx, world, said);
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

/** In a frozen period only the statistician corrects, with a reason. @throws promise.frozen */
async function requireOpenPeriod(ctx: Ctx, { post }: PromiseWorld, said: NewObservation): Promise<void> {
  const [frozen] = await frozenAround(ctx.tx, ctx.tenant, said.asOf);
  if (frozen === undefined) return;
  if (post?.role === 'statistician' && said.corrects !== undefined && said.reason !== undefined) return;
  throw new HuyingError('promise.frozen', { period: frozen.period, start: frozen.start });
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
