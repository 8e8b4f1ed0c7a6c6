import type { CaseRecord, CaseType, Step } from '@huying/kit/case';
import { type FactWorld, type Moment, momentsOf } from '@huying/kit/measure';
import type { Gathered } from '../db/index.ts';
import type { Ctx } from '../ledger/index.ts';
import type { RegistryView } from '../registry/index.ts';
import type { PastCase } from './bulk.ts';
import type { CaseServices } from './case-services.ts';
import type { World } from './world.ts';

/** What happened to one case, in order. */
export interface Happening {
  /** A new id, for what may be written about it. */
  readonly id: string;
  readonly type: string;
  readonly moments: readonly Moment[];
  readonly world: FactWorld & Pick<World, 'calendar'>;
}

/** Says what happened to a case of which it knows what was said before. */
export type Teller = (on: Pick<Ctx, 'tx' | 'tenant'>, happening: Happening) => void;

/**
 * Where the engine says what happened, in the transaction in which it does. Whoever counts it stands to the right on the line and is
 * put in by compose; the engine knows nothing of numbers.
 */
export interface FactSink {
  /** Case types of which facts are wanted. */
  readonly types: ReadonlySet<string>;
  /** For a case of which nothing was said before. */
  readonly fromNew: Teller;
  /** Reads what was said of a case so far. */
  readonly from: Gathered<{ readonly tenant: string; readonly subject: string }, Teller>;
}

const nobody: Teller = () => undefined;

/** Who is to be told of the next step of a case; read before anything of the step is written. */
export async function tellerOf(
  { tx, tenant }: Pick<Ctx, 'tx' | 'tenant'>,
  { facts }: Pick<CaseServices, 'facts'>,
  type: string,
  before: CaseRecord | null,
): Promise<Teller> {
  if (!facts.types.has(type)) return nobody;
  return before === null ? facts.fromNew : tx.gather(facts.from, { tenant, subject: before.id });
}

/** Says what a step did to a case. */
export function tellStep(
  ctx: Ctx,
  teller: Teller,
  world: World,
  before: CaseRecord | null,
  step: Pick<Step, 'from' | 'asked'> & { readonly action: string | null },
  after: CaseRecord,
): void {
  const moment: Moment = {
    at: ctx.now,
    action: step.action,
    from: step.from,
    asked: step.asked,
    reopened: before !== null && before.closedAt !== null && after.closedAt === null,
    after,
  };
  tell(ctx, teller, world, after.type, [moment]);
}

/** Says everything that happened to a case that has a past already. */
export function tellPast(
  ctx: Ctx,
  teller: Teller,
  world: World,
  type: CaseType,
  { record, steps }: Pick<PastCase, 'record' | 'steps'>,
): void {
  tell(ctx, teller, world, type.id, momentsOf(type, record.id, steps));
}

function tell(ctx: Ctx, teller: Teller, { calendar, registry }: World, type: string, moments: readonly Moment[]): void {
  teller(ctx, { id: ctx.id(), type, moments, world: { calendar, streetOf: streetsOf(registry, ctx.now) } });
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
