import type { CaseRecord, CaseType, Step } from '@huying/kit/case';
import { type FactWorld, type Moment, momentsOf } from '@huying/kit/measure';
import type { Gathered } from '../db/index.ts';
import type { Ctx } from '../ledger/index.ts';
import type { RegistryView } from '../registry/index.ts';
import type { PastCase } from './bulk.ts';
import type { CaseServices } from './case-services.ts';
import type { World } from './world.ts';

/** What happened to one case, in order; `fresh` where nothing was said of it before. */
export interface Happening {
  readonly tenant: string;
  /** A new id, for what may be written about it. */
  readonly id: string;
  readonly type: string;
  readonly fresh: boolean;
  readonly moments: readonly Moment[];
  readonly world: FactWorld & Pick<World, 'calendar'>;
}

/**
 * Where the engine says what happened, in the transaction in which it does. Whoever counts it stands to the right on the line and is
 * put in by compose; the engine knows nothing of numbers.
 */
export interface FactSink {
  /** Case types of which facts are wanted. */
  readonly types: ReadonlySet<string>;
  readonly happened: Gathered<Happening, void>;
}

/** Says what a step did to a case. */
export async function tellStep(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  before: CaseRecord | null,
  step: Pick<Step, 'from' | 'asked'> & { readonly action: string | null },
  after: CaseRecord,
): Promise<void> {
  if (!services.facts.types.has(after.type)) return;
  const moment: Moment = {
    at: ctx.now,
    action: step.action,
    from: step.from,
    asked: step.asked,
    reopened: before !== null && before.closedAt !== null && after.closedAt === null,
    after,
  };
  await ctx.tx.gather(services.facts.happened, {
    tenant: ctx.tenant,
    id: ctx.id(),
    type: after.type,
    fresh: before === null,
    moments: [moment],
    world: { calendar: world.calendar, streetOf: streetsOf(world.registry, ctx.now) },
  });
}

/** Says everything that happened to cases that have a past already. */
export async function tellPast(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  type: CaseType,
  cases: readonly Pick<PastCase, 'record' | 'steps'>[],
): Promise<void> {
  if (!services.facts.types.has(type.id) || cases.length === 0) return;
  const said = { calendar: world.calendar, streetOf: streetsOf(world.registry, ctx.now) };
  await services.facts.happened.run(
    ctx.tx,
    cases.map(({ record, steps }) => ({
      tenant: ctx.tenant,
      id: ctx.id(),
      type: type.id,
      fresh: true,
      moments: momentsOf(type, record.id, steps),
      world: said,
    })),
  );
}

const streets = new WeakMap<RegistryView, Map<string, string | null>>();

/** The street of an area, by the registry of areas: the first code on the way to it. */
export function streetsOf(registry: RegistryView, now: number): (area: string) => string | null {
  let known = streets.get(registry);
  if (known === undefined) {
    known = new Map();
    streets.set(registry, known);
  }
  const map = known;
  return (area) => {
    let street = map.get(area);
    if (street === undefined) {
      street = registry.last('area', area, now)?.path.split('/')[1] ?? null;
      map.set(area, street);
    }
    return street;
  };
}
