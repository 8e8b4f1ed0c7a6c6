import {
  currentValue,
  type Day,
  type Indicator,
  MONEY_STAGES,
  type MoneyStage,
  type ProjectYear,
  standingOf,
} from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import { loadBundles } from '../core/bundle.ts';
import { inForceOn } from '../core/in-force.ts';
import { indicatorOf } from '../core/indicator-row.ts';
import { admitsPromise, type PromiseReach } from '../core/promise-reach.ts';
import type { PromiseBundle, PromiseRecord } from '../core/promise-record.ts';
import { promisesOfYear } from '../core/store.ts';
import { type Blocker, blockersOf, type StagePlan, stagePlansOf, type Visit, visitsOf } from './project.store.ts';
import { type MoneyByStage, moneyAt, noMoney } from './stage-money.ts';

export const PROJECT_KIND = 'project';

/** Stages in the order in which a project goes; being taken into the statistics has a date of its own, whenever it comes. */
export const PROJECT_STAGES = [
  'reserve',
  'early',
  'dueToStart',
  'started',
  'building',
  'completed',
  'producing',
] as const;
export const DATED_STAGES = [...PROJECT_STAGES, 'statistics'] as const;
export type DatedStage = (typeof DATED_STAGES)[number];

/** When a stage was planned, first and now, and when it was reached. */
export interface StageDates {
  readonly firstPlanned: Day | null;
  readonly planned: Day | null;
  readonly actual: Day | null;
  /** Why its date was moved. */
  readonly reason: string | null;
}

/** What land, demolition and signing are at: a number of its declared whole. */
export interface LandFigure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly value: number | null;
  readonly whole: number | null;
  readonly rate: number | null;
  readonly asOf: Day | null;
}

/** A project with all that is known of it at the end of a day. */
export interface ProjectFacts {
  readonly bundle: PromiseBundle;
  readonly promise: PromiseRecord;
  readonly money: MoneyByStage;
  /** Of the year's plan: invested, to be invested by now; their difference in points. */
  readonly investedRate: number | null;
  readonly expectedRate: number | null;
  readonly deltaPoints: number | null;
  readonly expectedInvested: number | null;
  readonly investedAsOf: Day | null;
  readonly stages: Readonly<Record<DatedStage, StageDates>>;
  readonly land: readonly LandFigure[];
  readonly blockers: readonly Blocker[];
  readonly visits: readonly Visit[];
  readonly added: boolean;
  readonly cancelled: boolean;
}

/** The projects of a year within a reach, by number. Eleven statements, however many projects. */
export async function projectFacts(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  which: { readonly year: number; readonly asOf: Day; readonly reach: PromiseReach; readonly id?: string },
): Promise<readonly ProjectFacts[]> {
  const all = await promisesOfYear(ctx.tx, ctx.tenant, which.year);
  const own = all.filter(
    (one) =>
      one.kind === PROJECT_KIND && (which.id === undefined || one.id === which.id) && admitsPromise(which.reach, one),
  );
  const ids = own.map(({ id }) => id);
  const [bundles, stages, blockers, visits] = await Promise.all([
    loadBundles(ctx, own),
    stagePlansOf(ctx.tx, ctx.tenant, ids),
    blockersOf(ctx.tx, ctx.tenant, ids),
    visitsOf(ctx.tx, ctx.tenant, ids),
  ]);
  const of = <T extends { readonly promise: string }>(rows: readonly T[]) =>
    Map.groupBy(rows, ({ promise }) => promise);
  const [stagesBy, blockersBy, visitsBy] = [of(stages), of(blockers), of(visits)];
  return bundles.map((bundle) => {
    const { id } = bundle.promise;
    return factsOf(bundle, stagesBy.get(id) ?? [], blockersBy.get(id) ?? [], visitsBy.get(id) ?? [], which.asOf);
  });
}

function factsOf(
  bundle: PromiseBundle,
  plans: readonly StagePlan[],
  blockers: readonly Blocker[],
  visits: readonly Visit[],
  asOf: Day,
): ProjectFacts {
  const { promise, observations } = bundle;
  const inForce = inForceOn(bundle, asOf);
  const indicators = inForce.indicators.map((row) => indicatorOf(row, inForce.promise));
  const invested = indicators.find(({ stage }) => stage === 'invested');
  const stands = invested === undefined ? null : standingOf(invested, observations, [], asOf);
  return {
    bundle,
    promise,
    money: moneyOf(indicators, bundle, asOf),
    investedRate: stands?.p ?? null,
    expectedRate: stands?.e ?? null,
    deltaPoints: stands?.deltaPoints ?? null,
    expectedInvested: stands?.expected ?? null,
    investedAsOf: stands?.observedOn ?? null,
    stages: stageDates(promise, plans),
    land: indicators
      .filter(({ stage, aim }) => stage === null && (aim.aim === 'up' || aim.aim === 'down' || aim.aim === 'followed'))
      .map((indicator) => landFigure(indicator, bundle, asOf)),
    blockers,
    visits: visits.filter(({ visitedOn }) => visitedOn <= asOf),
    added: typeof promise.data.addedOn === 'string',
    cancelled: inForce.cancelled || promise.official === 'cancelled',
  };
}

function stageDates({ data }: PromiseRecord, plans: readonly StagePlan[]): ProjectFacts['stages'] {
  const dates = DATED_STAGES.map((stage): [DatedStage, StageDates] => {
    const plan = plans.find((one) => one.stage === stage);
    const actual = data[reachedField(stage)];
    return [
      stage,
      {
        firstPlanned: plan?.firstPlanned ?? null,
        planned: plan?.planned ?? null,
        actual: typeof actual === 'string' ? actual : null,
        reason: plan?.reason ?? null,
      },
    ];
  });
  return Object.fromEntries(dates) as ProjectFacts['stages'];
}

/** The field of a project's data that holds when a stage was reached; the step that reaches it asks for it by this name. */
export function reachedField(stage: DatedStage): string {
  return `${stage}On`;
}

/** The year's plan is what is to be invested; every other stage is what was last observed of it. */
function moneyOf(indicators: readonly Indicator[], { observations }: PromiseBundle, asOf: Day): MoneyByStage {
  const at = <S extends MoneyStage>(stage: S) => {
    const indicator = indicators.find((one) => one.stage === stage);
    const value = indicator === undefined ? null : currentValue(observations, indicator.name, asOf);
    return value === null ? null : moneyAt(stage, value.value);
  };
  const invested = indicators.find(({ stage }) => stage === 'invested');
  const planned = invested !== undefined && 'value' in invested.aim ? invested.aim.value : null;
  return {
    ...noMoney,
    plan: planned === null ? at('plan') : moneyAt('plan', planned),
    assigned: at('assigned'),
    contracted: at('contracted'),
    paid: at('paid'),
    invested: at('invested'),
    received: at('received'),
  };
}

function landFigure(indicator: Indicator, { observations }: PromiseBundle, asOf: Day): LandFigure {
  const { name, label, unit, decimals, aim } = indicator;
  const stands = standingOf(indicator, observations, [], asOf);
  return {
    name,
    label,
    unit,
    decimals,
    value: stands.value,
    whole: 'value' in aim ? aim.value : null,
    rate: stands.p,
    asOf: stands.observedOn,
  };
}

/** A project as the rates count it. */
export function ratedOf({ promise, money, stages, added }: ProjectFacts): ProjectYear {
  const { started, statistics } = stages;
  return {
    id: promise.id,
    added,
    plan: money.plan?.amount ?? null,
    invested: money.invested?.amount ?? null,
    paid: money.paid?.amount ?? null,
    startDue: started.planned,
    startedOn: started.actual,
    recordDue: statistics.planned,
    recordedOn: statistics.actual,
  };
}

/** Money as answers carry it: a number for each stage, null where nothing is known, and no sum of them. */
export function moneyShown(money: MoneyByStage): Readonly<Record<MoneyStage, number | null>> {
  return Object.fromEntries(MONEY_STAGES.map((stage) => [stage, money[stage]?.amount ?? null])) as Record<
    MoneyStage,
    number | null
  >;
}
