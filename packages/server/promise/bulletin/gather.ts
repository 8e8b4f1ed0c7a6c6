import { minuteOf } from '@huying/kit/clock';
import type { Day } from '@huying/kit/promise';
import { type Ctx, theSystem } from '../../ledger/index.ts';
import { readMeasures } from '../../measure/index.ts';
import { loadBundles } from '../core/bundle.ts';
import { figuresOf } from '../core/figures.ts';
import { lightPastOf } from '../core/light.store.ts';
import type { PromiseBundle } from '../core/promise-record.ts';
import { kindOf, type PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { ruleSetFor } from '../core/rule-set.ts';
import { promisesOfYear } from '../core/store.ts';
import { selectBurden } from '../project/figure.store.ts';
import type { BurdenFacts, EvaluationFacts, PromiseFacts, RateFacts, SupervisionFacts, YearFacts } from './facts.ts';
import { type EvaluationRow, selectBlockers, selectClauses, selectEvaluations } from './gather.store.ts';
import { indicatorFacts } from './indicator-facts.ts';
import { revisionFacts } from './revision-words.ts';
import { districtName } from './settings.ts';

/**
 * Reads a year as of a day, whole: what a paper says of the district does not depend on who makes it. Only what was issued by then is in it.
 */
export async function gatherYear(ctx: Ctx, services: PromiseServices, year: number, asOf: Day): Promise<YearFacts> {
  const whole: Ctx = { ...ctx, actor: theSystem };
  const world = await promiseWorldOf(whole, services);
  const { tx, tenant } = ctx;
  const all = await promisesOfYear(tx, tenant, year);
  const issued = all.filter(({ issuedOn }) => issuedOn !== null && issuedOn <= asOf);
  const ids = issued.map(({ id }) => id);
  const [bundles, past, clauses, evaluations, blockers, supervision, burden] = await Promise.all([
    loadBundles(ctx, issued),
    lightPastOf(tx, tenant, ids),
    selectClauses(tx, tenant, ids),
    selectEvaluations(tx, tenant, ids, asOf),
    selectBlockers(tx, tenant, ids, asOf),
    supervisionFacts(whole, services, year, asOf),
    burdenFacts(ctx, world, asOf),
  ]);
  const clausesOf = Map.groupBy(clauses, ({ promise }) => promise);
  const evaluationOf = new Map(evaluations.map((row) => [row.promise, row]));
  const blockerOf = new Map(blockers.map((row) => [row.promise, row]));
  return {
    year,
    asOf,
    readAt: minuteOf(world.calendar, ctx.now),
    district: districtName(world),
    promises: bundles.map((bundle) => {
      const { id } = bundle.promise;
      const evaluation = evaluationOf.get(id);
      const blocker = blockerOf.get(id);
      return {
        ...promiseFacts(services, world, bundle, asOf, past.get(id)?.filter((one) => one.asOf < asOf) ?? []),
        clauses: (clausesOf.get(id) ?? []).map(({ report, year: of, no, page, words }) => ({
          report,
          year: of,
          no,
          page,
          words,
        })),
        evaluation: evaluation === undefined ? null : evaluationFacts(evaluation),
        blocker: blocker === undefined ? null : { id: blocker.id, words: blocker.words, due: blocker.due },
      };
    }),
    supervision,
    burden,
  };
}

function promiseFacts(
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
  asOf: Day,
  past: Parameters<typeof figuresOf>[3],
): PromiseFacts {
  const kind = kindOf(services, bundle.promise.kind);
  const set = ruleSetFor(services, world, kind.id);
  const figures = figuresOf(bundle, set, asOf, past);
  const { promise, indicators, tasks } = figures.inForce;
  const duties = bundle.duties.filter(({ since, until }) => since <= asOf && (until === null || asOf < until));
  const nameOf = (unit: string | null) => (unit === null ? '' : (world.org.unit(unit)?.name.zh ?? ''));
  const lead = duties.find(({ part }) => part === 'lead')?.unit ?? promise.leadUnit;
  const leader = duties.find(({ part }) => part === 'leader')?.post ?? promise.leader;
  const leaves = tasks.filter(({ id, state }) => state !== 'cancelled' && !tasks.some(({ parent }) => parent === id));
  const open = leaves
    .filter(({ state }) => state !== 'done')
    .sort((a, b) => ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1));
  // What comes next; where all of it is overdue, what was due last.
  const next = open.find(({ due }) => due === null || due >= asOf) ?? open.at(-1);
  const sites = bundle.sites.filter(({ state }) => state !== 'cancelled');
  const approved = bundle.revisions.filter(
    ({ state, effectiveFrom }) => state === 'approved' && effectiveFrom !== null && effectiveFrom <= asOf,
  );
  const { standing } = figures;
  return {
    id: promise.id,
    number: promise.number,
    kind: kind.id,
    kindName: kind.name,
    title: promise.title,
    deliverable: promise.deliverable,
    section: promise.section,
    clauses: [],
    lead: lead === null ? null : { id: lead, name: nameOf(lead) },
    assisting: duties.filter(({ part }) => part === 'assisting' || part === 'asked').map(({ unit }) => nameOf(unit)),
    involved: promise.involved,
    leader: world.org.holderName(leader),
    due: promise.due,
    firstDue: (figures.inForce.revised.get('due')?.original as Day | null | undefined) ?? promise.due,
    doneOn: bundle.promise.doneOn !== null && bundle.promise.doneOn <= asOf ? bundle.promise.doneOn : null,
    firmness: promise.firmness,
    weight: promise.weight,
    official: figures.official,
    saying: kind.completionWords[figures.official],
    evidence: figures.evidence,
    schedule: figures.schedule,
    light: figures.light?.light ?? null,
    followed: figures.followed,
    lightWords: figures.light?.words ?? null,
    lightSet: set?.id ?? null,
    lightRule: figures.light?.rule ?? null,
    lightInputs: figures.inputs,
    p: standing.p,
    e: standing.e,
    delta: standing.deltaPoints,
    coverage: standing.coverage,
    indicators: indicators.flatMap((row, at) => {
      const own = standing.standings[at];
      return own === undefined ? [] : [indicatorFacts(bundle, figures.inForce, row, own)];
    }),
    tasks: {
      total: leaves.length,
      done: leaves.filter(({ state, doneOn }) => state === 'done' && (doneOn === null || doneOn <= asOf)).length,
      late: open.filter(({ due }) => due !== null && due < asOf).length,
    },
    sites: {
      total: sites.length,
      done: sites.filter(({ state }) => state === 'completed' || state === 'verified').length,
    },
    evidenceCount: bundle.evidence.length,
    revisions: approved.map((revision) => revisionFacts(bundle, revision)),
    evaluation: null,
    blocker: null,
    next: next === undefined ? null : { id: next.id, words: next.title, due: next.due },
    data: promise.data,
    disagrees: figures.disagreements.map(({ zh }) => zh),
    published: bundle.promise.publishedAt !== null,
  };
}

function evaluationFacts({ id, counts, grade }: EvaluationRow): EvaluationFacts {
  const { members = 0, satisfied = 0, basically = 0, not = 0 } = counts;
  return { id, members, satisfied, basically, not, grade };
}

const MEASURES = {
  registered: 'supervision.registered',
  closedDue: 'supervision.closedDue',
  onTime: 'supervision.onTimeApproved',
  openLate: 'supervision.openLate',
  extended: 'supervision.extended',
  redone: 'supervision.redone',
} as const;

/** From the year's first day to the day; the same numbers as the boards'. */
async function supervisionFacts(
  ctx: Ctx,
  services: PromiseServices,
  year: number,
  asOf: Day,
): Promise<SupervisionFacts | null> {
  const declared = new Set(services.product.measures.map(({ id }) => id));
  const wanted = Object.values(MEASURES).filter((id) => declared.has(id));
  if (wanted.length === 0) return null;
  const rows = await readMeasures(ctx, services, { measures: wanted, grain: 'all', from: `${year}-01-01`, to: asOf });
  const of = new Map(rows.map((row) => [row.measure, row]));
  const count = (id: string) => of.get(id)?.n ?? null;
  const rate = (id: string): RateFacts | null => {
    const row = of.get(id);
    return row === undefined ? null : { n: row.n, d: row.d, rate: row.rate };
  };
  return {
    registered: count(MEASURES.registered),
    closedDue: rate(MEASURES.closedDue),
    onTime: rate(MEASURES.onTime),
    openLate: count(MEASURES.openLate),
    extended: rate(MEASURES.extended),
    redone: rate(MEASURES.redone),
  };
}

async function burdenFacts(ctx: Ctx, world: PromiseWorld, asOf: Day): Promise<BurdenFacts> {
  const month = asOf.slice(0, 7);
  const [year = 0, of = 1] = month.split('-').map(Number);
  const last = of === 1 ? `${year - 1}-12` : `${year}-${String(of - 1).padStart(2, '0')}`;
  const rows = await selectBurden(ctx.tx, ctx.tenant, `${last}-01`, asOf, world.calendar.zone);
  const now = rows.filter((row) => row.month === month);
  const sum = (list: typeof rows) => list.reduce((total, { asked }) => total + asked, 0);
  return {
    month,
    asked: sum(now),
    before: sum(rows.filter((row) => row.month === last)),
    units: now.map(({ unit, asked, answered }) => ({
      unit,
      name: world.org.unit(unit)?.name.zh ?? '',
      asked,
      answered,
    })),
  };
}
