import { HuyingError } from '@huying/kit/error';
import { type Day, daysBetween, projectRates } from '@huying/kit/promise';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { choice, closed, daySchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { kindOf } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { shownLight } from '../core/shown-light.ts';
import type { Blocker } from './project.store.ts';
import { projectHand } from './project-access.ts';
import {
  DATED_STAGES,
  moneyShown,
  PROJECT_KIND,
  PROJECT_STAGES,
  type ProjectFacts,
  projectFacts,
  ratedOf,
} from './project-facts.ts';
import {
  type BlockerView,
  type ProjectGroup,
  type ProjectRow,
  type ProjectTable,
  projectTableSchema,
  type RatesView,
} from './project-schema.ts';
import { sumWithinStages } from './stage-money.ts';
import { exactSum } from './sum-rule.ts';
import { visitsDue } from './visits.ts';

/** The year's projects: each with money, stages, land and light; grouped with sums; what stands in the way; which visits are due. */
export function projectTableOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.table',
    summary: { zh: '重点项目进度表', en: 'The table of projects' },
    input: Type.Object(
      {
        year: Type.Integer({ minimum: 2000, maximum: 2100 }),
        asOf: Type.Optional(daySchema),
        by: Type.Optional(choice('class', 'level', 'leader', 'unit', 'state')),
      },
      closed,
    ),
    output: projectTableSchema,
    run: (ctx, input) => projectTable(ctx, services, input),
  });
}

export type GroupedBy = 'class' | 'level' | 'leader' | 'unit' | 'state';

export async function projectTable(
  ctx: Ctx,
  services: PromiseServices,
  input: { readonly year: number; readonly asOf?: Day | undefined; readonly by?: GroupedBy | undefined },
): Promise<ProjectTable> {
  const world = await promiseWorldOf(ctx, services);
  if (world.promises.reach !== 'promises') throw new HuyingError('project.notYours');
  const { year, by = 'class' } = input;
  const asOf = [input.asOf ?? world.today, `${year}-12-31`].reduce((a, b) => (a < b ? a : b));
  const facts = await projectFacts(ctx, { year, asOf, reach: world.promises });
  const rows = facts.map((one) => projectRow(services, world, one, asOf));
  const live = facts.filter(({ cancelled }) => !cancelled);
  const { all, withoutAdded } = projectRates(live.map(ratedOf), asOf);
  return {
    year,
    asOf,
    by,
    projects: rows,
    groups: groupsOf(services, world, live, by, asOf),
    whole: {
      count: live.length,
      added: live.filter(({ added }) => added).length,
      cancelled: facts.length - live.length,
      money: moneyShown(sumWithinStages(live.map(({ money }) => money))),
      all: ratesView(all),
      withoutAdded: ratesView(withoutAdded),
      expectedRate: expectedShare(live),
    },
    funnel: funnelOf(services, live, asOf),
    blockers: facts
      .flatMap((one) =>
        one.blockers
          .filter(({ clearedOn }) => clearedOn === null)
          .map((blocker) => blockerView(world, one, blocker, asOf)),
      )
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    visits: visitsDue(world, live, asOf),
    may: [...projectHand(world, ctx.actor.kind).may],
  };
}

/** What should be invested by now, of the plans of those that have a path. */
function expectedShare(live: readonly ProjectFacts[]): number | null {
  const known = live.filter(({ expectedInvested, money }) => expectedInvested !== null && money.plan !== null);
  const plan = exactSum(known.map(({ money }) => money.plan?.amount ?? 0));
  return plan > 0 ? exactSum(known.map(({ expectedInvested }) => expectedInvested ?? 0)) / plan : null;
}

type KitRates = ReturnType<typeof projectRates>['all'];

/** Rates as answers carry them: percent, with what each is made of. */
export function ratesView({ invested, paid, started, recorded }: KitRates): RatesView {
  const percent = (value: number | null) => (value === null ? null : value * 100);
  const summed = ({ done, planned, value, coverage, items }: KitRates['invested']) => ({
    n: exactSum([done]),
    d: exactSum([planned]),
    rate: percent(value),
    coverage: percent(coverage),
    of: [...items],
  });
  const counted = ({ numerator, denominator, value }: KitRates['started']) => ({
    n: numerator.length,
    d: denominator.length,
    rate: percent(value),
    above: [...numerator],
    below: [...denominator],
  });
  return { invested: summed(invested), paid: summed(paid), started: counted(started), inStatistics: counted(recorded) };
}

export function projectRow(
  services: PromiseServices,
  { org }: PromiseWorld,
  facts: ProjectFacts,
  asOf: Day,
): ProjectRow {
  const { promise, stages, blockers } = facts;
  const text = (field: string) => (typeof promise.data[field] === 'string' ? promise.data[field] : null);
  const lead = promise.leadUnit === null ? undefined : org.unit(promise.leadUnit);
  const open = blockers.filter(({ clearedOn }) => clearedOn === null);
  return {
    id: promise.id,
    number: promise.number,
    title: promise.title,
    class: text('class'),
    level: text('level'),
    builder: text('builder'),
    content: text('content'),
    totalInvestment: typeof promise.data.totalInvestment === 'number' ? promise.data.totalInvestment : null,
    state: { id: promise.state, label: stateWords(services, promise.state) },
    lead: lead === undefined ? null : { id: lead.id, name: lead.name },
    leader: promise.leader === null ? null : { post: promise.leader, name: org.holderName(promise.leader) ?? '' },
    due: promise.due,
    light: shownLight(promise),
    official: promise.official,
    evidence: promise.evidence,
    schedule: promise.schedule,
    disagrees: promise.disagreements.length > 0,
    added: facts.added,
    cancelled: facts.cancelled,
    money: moneyShown(facts.money),
    investedRate: facts.investedRate,
    expectedRate: facts.expectedRate,
    deltaPoints: facts.deltaPoints,
    investedAsOf: facts.investedAsOf,
    stages: DATED_STAGES.filter((stage) => stage !== 'reserve').map((stage) => {
      const { firstPlanned, planned, actual, reason } = stages[stage];
      return {
        stage,
        firstPlanned,
        planned,
        actual,
        late: planned !== null && (actual ?? asOf) > planned,
        note: reason,
      };
    }),
    land: [...facts.land],
    blockers: { open: open.length, overdue: open.filter(({ due }) => due < asOf).length },
    lastVisit: facts.visits.at(-1)?.visitedOn ?? null,
    area: promise.area,
    longitude: promise.longitude,
    latitude: promise.latitude,
    sparkline: [...promise.sparkline],
    path: [...promise.path],
    version: promise.version,
  };
}

export function blockerView(
  { org }: PromiseWorld,
  { promise }: Pick<ProjectFacts, 'promise'>,
  blocker: Blocker,
  asOf: Day,
): BlockerView {
  const unit = blocker.unit === null ? undefined : org.unit(blocker.unit);
  return {
    id: blocker.id,
    promise: promise.id,
    number: promise.number,
    title: promise.title,
    words: blocker.words,
    kind: blocker.kind,
    unit: unit === undefined ? null : { id: unit.id, name: unit.name },
    owner: blocker.owner === null ? null : { post: blocker.owner, name: org.holderName(blocker.owner) ?? '' },
    due: blocker.due,
    late: blocker.clearedOn === null ? daysBetween(blocker.due, asOf) : null,
    raisedAt: new Date(blocker.raisedAt).toISOString(),
    raisedBy: blocker.raisedBy,
    clearedOn: blocker.clearedOn,
    outcome: blocker.outcome,
    raisedCase: blocker.raisedCase,
    version: blocker.version,
  };
}

function groupsOf(
  services: PromiseServices,
  world: PromiseWorld,
  live: readonly ProjectFacts[],
  by: GroupedBy,
  asOf: Day,
): ProjectGroup[] {
  const groups = Map.groupBy(live, (one) => keyOf(one, by));
  return [...groups]
    .map(([key, of]) => groupOf(key, groupWords(services, world, by, key), of, asOf))
    .sort(
      (a, b) =>
        orderOf(services, by, a.key) - orderOf(services, by, b.key) || a.label.zh.localeCompare(b.label.zh, 'zh'),
    );
}

/** A project stands in one group and no other, so that the groups make the whole. */
function keyOf({ promise }: ProjectFacts, by: GroupedBy): string {
  switch (by) {
    case 'class':
    case 'level':
      return typeof promise.data[by] === 'string' ? promise.data[by] : '';
    case 'leader':
      return promise.leader ?? '';
    case 'unit':
      return promise.leadUnit ?? '';
    case 'state':
      return promise.state;
    default:
      return by satisfies never;
  }
}

const NONE = { zh: '未定', en: 'Not said' };

function groupWords(services: PromiseServices, { org }: PromiseWorld, by: GroupedBy, key: string) {
  if (key === '') return NONE;
  switch (by) {
    case 'class':
    case 'level':
      return services.product.words[`promises/${PROJECT_KIND}/data/${by}/${key}`] ?? optionWords(services, by, key);
    case 'leader': {
      const name = org.holderName(key) ?? '';
      return { zh: name, en: name };
    }
    case 'unit':
      return org.unit(key)?.name ?? NONE;
    case 'state':
      return stateWords(services, key);
    default:
      return by satisfies never;
  }
}

function optionsOf(services: PromiseServices, by: 'class' | 'level'): Readonly<Record<string, string>> {
  const field = kindOf(services, PROJECT_KIND).data?.[by];
  return field?.kind === 'choice' && 'options' in field.source
    ? (field.source.options as Readonly<Record<string, string>>)
    : {};
}

function optionWords(services: PromiseServices, by: 'class' | 'level', key: string) {
  const zh = optionsOf(services, by)[key] ?? key;
  return { zh, en: key };
}

function orderOf(services: PromiseServices, by: GroupedBy, key: string): number {
  if (key === '') return Number.MAX_SAFE_INTEGER;
  if (by === 'class' || by === 'level') return Object.keys(optionsOf(services, by)).indexOf(key);
  return by === 'state' ? (PROJECT_STAGES as readonly string[]).indexOf(key) : 0;
}

function groupOf(key: string, label: ProjectGroup['label'], of: readonly ProjectFacts[], asOf: Day): ProjectGroup {
  const lights: Record<string, number> = {};
  for (const { promise } of of) {
    const light = shownLight(promise) ?? 'none';
    lights[light] = (lights[light] ?? 0) + 1;
  }
  return {
    key,
    label,
    count: of.length,
    money: moneyShown(sumWithinStages(of.map(({ money }) => money))),
    rates: ratesView(projectRates(of.map(ratedOf), asOf).all),
    started: of.filter(({ stages }) => (stages.started.actual ?? '9999') <= asOf).length,
    completed: of.filter(({ stages }) => (stages.completed.actual ?? '9999') <= asOf).length,
    lights,
    blockers: of.flatMap(({ blockers }) => blockers).filter(({ clearedOn }) => clearedOn === null).length,
    projects: of.map(({ promise }) => promise.id),
  };
}

function funnelOf(services: PromiseServices, live: readonly ProjectFacts[], asOf: Day): ProjectTable['funnel'] {
  return PROJECT_STAGES.map((stage) => ({
    stage,
    label: stateWords(services, stage),
    count: live.filter(({ promise }) => promise.state === stage).length,
    planned: live.filter(({ stages }) => (stages[stage].planned ?? '9999') <= asOf).length,
    reached: live.filter(({ stages }) => (stages[stage].actual ?? '9999') <= asOf).length,
  }));
}

function stateWords(services: PromiseServices, state: string) {
  const zh = kindOf(services, PROJECT_KIND).states[state] ?? state;
  return services.product.words[`promises/${PROJECT_KIND}/states/${state}`] ?? { zh, en: state };
}
