import type { LightRuleSet, PastLight } from '@huying/kit/promise';
import { Type } from 'typebox';
import { setTimers } from '../../clock/index.ts';
import { writeAll } from '../../db/index.ts';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireRole } from '../../org/index.ts';
import { loadBundles } from './bundle.ts';
import { type Course, type Figures, figuresOf, keptCourse } from './figures.ts';
import { computed } from './keep.ts';
import { fixLights, lightPastOf, updateFigures } from './light.store.ts';
import { choice, closed, daySchema } from './promise-draft.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { raiseDisagreements } from './raise.ts';
import { requireDay } from './requirement.ts';
import { ruleSetFor } from './rule-set.ts';
import { FOLLOWED, shownLight } from './shown-light.ts';
import { lockPromises, openYears, promisesOfYear, touchPromises } from './store.ts';
import { timersOf } from './timers.ts';
import { subjectOfYear } from './year-subject.ts';

/** What a recomputation did. */
export interface Lit {
  readonly promises: number;
  readonly lights: Readonly<Record<string, number>>;
  /** Lights fixed for the first time, where it was asked. */
  readonly fixed: number;
}

export function lightsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.lights',
    summary: { zh: '重新计算亮灯', en: 'Compute the lights anew' },
    input: Type.Object(
      {
        year: Type.Integer({ minimum: 2000, maximum: 2100 }),
        /** `fixed` keeps the lights of the day for ever: what a bulletin prints and what counts as in a row. */
        keep: Type.Optional(choice('fixed', 'present')),
        asOf: Type.Optional(daySchema),
      },
      closed,
    ),
    output: Type.Object({
      promises: Type.Integer(),
      lights: Type.Record(Type.String(), Type.Integer()),
      fixed: Type.Integer(),
    }),
    async run(ctx, { year, keep = 'present', asOf }) {
      await requireRole(ctx, 'supervisor', 'report-editor', 'statistician');
      if (asOf !== undefined) requireDay(asOf);
      const done =
        keep === 'fixed' ? await fixLightsOn(ctx, services, year, asOf) : await lightsOn(ctx, services, year);
      return { ...done, lights: { ...done.lights } };
    },
  });
}

/**
 * Computes the figures and lights of all promises of a year as of today, set-based: nine statements to read, one to write. Contradictions that arise
 * are raised. Whoever calls has checked that the actor may.
 */
export async function lightsOn(ctx: Ctx, services: PromiseServices, year: number): Promise<Lit> {
  const world = await promiseWorldOf(ctx, services);
  const promises = await promisesOfYear(ctx.tx, ctx.tenant, year);
  const { lit } = await litNow(ctx, services, world, promises, (bundle, figures) =>
    keptCourse(bundle, figures, world.today),
  );
  return lit;
}

/** Years whose promises are still under way. */
export function yearsUnderWay(ctx: Pick<Ctx, 'tx' | 'tenant'>): Promise<readonly number[]> {
  return openYears(ctx.tx, ctx.tenant);
}

/**
 * Reckons promises anew, set-based, after values of them came in and their ledgers were told: a new version of each with its figures, light and
 * clocks, and what they raise. Answers them as they stand now, in the order of their ids.
 */
export async function refigurePromises(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  ids: readonly string[],
): Promise<readonly PromiseRecord[]> {
  const { tx, tenant } = ctx;
  const promises = (await lockPromises(tx, tenant, ids)).map((promise) => ({
    ...promise,
    version: promise.version + 1,
    changedAt: ctx.now,
  }));
  await touchPromises(tx, tenant, ids, ctx.now);
  const { made } = await litNow(ctx, services, world, promises, () => undefined);
  const clocks = made.map(({ bundle, record, figures }) => ({
    tenant,
    subject: record.id,
    kind: 'promise',
    timers: timersOf({ ...bundle, promise: record }, figures.inForce, world),
  }));
  writeAll(tx, setTimers, clocks);
  for (const { record } of made) {
    const { id, version, area, involved } = record;
    ctx.afterCommit(() => services.changes.emit({ tenant, id, type: 'promise', version, area, involved }));
  }
  return made.map(({ record }) => record);
}

async function litNow(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  promises: readonly PromiseRecord[],
  course: (bundle: PromiseBundle, figures: Figures) => Course | undefined,
): Promise<{ readonly lit: Lit; readonly made: readonly Made[] }> {
  const { bundles, past } = await grounds(ctx, promises);
  const made = bundles.map((bundle) => ({
    bundle,
    before: bundle.promise,
    ...computed(services, world, bundle, past.get(bundle.promise.id) ?? [], ctx.now, (figures) =>
      course(bundle, figures),
    ),
  }));
  await updateFigures(
    ctx.tx,
    ctx.tenant,
    made.filter(({ before, record }) => isOther(before, record)).map(({ record }) => record),
  );
  for (const { before, record, figures } of made) {
    if (figures.disagreements.length > 0) {
      await raiseDisagreements(ctx, services, world, before, record, figures.disagreements);
    }
  }
  return {
    made,
    lit: { promises: made.length, lights: counted(made.map(({ record }) => shownLight(record))), fixed: 0 },
  };
}

interface Made {
  readonly bundle: PromiseBundle;
  readonly record: PromiseRecord;
  readonly figures: Figures;
}

/**
 * Fixes the lights of a year on a day, today unless told: rows of their history that never change. Lights as of today are written to the promises, too.
 */
export async function fixLightsOn(ctx: Ctx, services: PromiseServices, year: number, asOf?: string): Promise<Lit> {
  const world = await promiseWorldOf(ctx, services);
  const day = asOf ?? world.today;
  const promises = (await promisesOfYear(ctx.tx, ctx.tenant, year)).filter(({ issuedOn }) => issuedOn !== null);
  const { bundles, past } = await grounds(ctx, promises);
  const sets = new Map<string, LightRuleSet | undefined>();
  const setOf = (kind: string) => {
    if (!sets.has(kind)) sets.set(kind, ruleSetFor(services, world, kind));
    return sets.get(kind);
  };
  const rows = bundles.map((bundle) => {
    const set = setOf(bundle.promise.kind);
    const { standing, light, followed, inputs } = figuresOf(bundle, set, day, past.get(bundle.promise.id) ?? []);
    return {
      promise: bundle.promise.id,
      light: light?.light ?? null,
      ruleSet: set?.id ?? '',
      rule: light?.rule ?? null,
      rate: standing.p,
      expected: standing.e,
      inputs: followed ? { ...inputs, [FOLLOWED]: true } : inputs,
    };
  });
  const fixed = await fixLights(ctx.tx, ctx.tenant, day, rows);
  append(ctx, {
    subject: subjectOfYear(year),
    kind: 'promise-year',
    what: 'lightsFixed',
    visibility: 'internal',
    body: { year, asOf: day, promises: rows.length, fixed },
  });
  if (day === world.today) await litNow(ctx, services, world, promises, () => undefined);
  return {
    promises: rows.length,
    lights: counted(rows.map(({ light, inputs }) => shownLight({ light, lightInputs: inputs }))),
    fixed,
  };
}

/** Whether anything that is shown is another than stored; the inputs of a light that stays are told anew wherever they are asked. */
function isOther(before: PromiseRecord, now: PromiseRecord): boolean {
  return (
    shownLight(before) !== shownLight(now) ||
    before.official !== now.official ||
    before.lightRule !== now.lightRule ||
    before.evidence !== now.evidence ||
    before.schedule !== now.schedule ||
    before.rate !== now.rate ||
    before.expected !== now.expected ||
    before.lightAt === null ||
    before.disagreements.join() !== now.disagreements.join() ||
    JSON.stringify(before.sparkline) !== JSON.stringify(now.sparkline) ||
    JSON.stringify(before.path) !== JSON.stringify(now.path)
  );
}

async function grounds(
  ctx: Ctx,
  promises: readonly PromiseRecord[],
): Promise<{ readonly bundles: readonly PromiseBundle[]; readonly past: ReadonlyMap<string, readonly PastLight[]> }> {
  const [bundles, past] = await Promise.all([
    loadBundles(ctx, promises),
    lightPastOf(
      ctx.tx,
      ctx.tenant,
      promises.map(({ id }) => id),
    ),
  ]);
  return { bundles, past };
}

function counted(lights: readonly (string | null)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const light of lights) counts[light ?? 'none'] = (counts[light ?? 'none'] ?? 0) + 1;
  return counts;
}
