import {
  countedParts,
  courseOf,
  type Day,
  type Disagreement,
  disagreements,
  type EvidenceState,
  evidenceOf,
  isFinal,
  isOnlyFollowed,
  type LightRuleSet,
  type Lit,
  lightInputsOf,
  lightOf,
  type Measured,
  monthEndOf,
  monthEndsUntil,
  type Official,
  type PastLight,
  type PromiseStanding,
  promiseStanding,
  type Said,
  type ScheduleState,
  type Source,
  type Support,
  scheduleOf,
} from '@huying/kit/promise';
import { type InForce, inForceOn } from './in-force.ts';
import { indicatorOf } from './indicator-row.ts';
import type { PromiseBundle } from './promise-record.ts';

/** Everything that is computed of a promise, as of a day: the one set of numbers that every view, list, document and API shows. */
export interface Figures {
  readonly inForce: InForce;
  readonly standing: PromiseStanding;
  readonly official: Official;
  readonly evidence: EvidenceState;
  readonly schedule: ScheduleState;
  readonly light: Lit | null;
  /** Nothing of it is aimed at: it has no light by its nature, and not for want of data. */
  readonly followed: boolean;
  readonly inputs: Readonly<Record<string, number | string | boolean | null>>;
  readonly disagreements: readonly Disagreement[];
}

/** Share done at the end of each month of the year up to the day, and share that was to be done at the end of every month. */
export interface Course {
  readonly sparkline: readonly (number | null)[];
  readonly path: readonly (number | null)[];
}

/** @param among  the sources that count; all of them unless told */
export function figuresOf(
  bundle: PromiseBundle,
  set: LightRuleSet | undefined,
  asOf: Day,
  past: readonly PastLight[] = [],
  among?: readonly Source[],
): Figures {
  const inForce = inForceOn(bundle, asOf);
  const measured = measuredIn(bundle, inForce);
  const standing = promiseStanding(measured, asOf, among);
  const official = officialOf(bundle, inForce, asOf);
  const doneOn = completedOn(bundle, inForce);
  const schedule = scheduleOf(inForce.promise.due, doneOn, asOf);
  const evidence = evidenceState(bundle, official, standing);
  const times = {
    due: inForce.promise.due,
    doneOn,
    startDue: bundle.start?.startDue ?? null,
    startedOn: startedOn(bundle.promise.data.startedOn),
    history: past,
  };
  const inputs = lightInputsOf(standing, measured.indicators, measured.parts, times, asOf);
  // What nobody was told to do yet, and what is no longer to be done, has no light.
  const lit = bundle.promise.issuedOn === null || official === 'cancelled' ? null : set && lightOf(set, inputs);
  const light = lit ?? null;
  return {
    inForce,
    standing,
    official,
    evidence,
    schedule,
    light,
    followed: light === null && official !== 'cancelled' && isOnlyFollowed(measured),
    inputs,
    disagreements:
      bundle.promise.issuedOn === null ? [] : disagreements(official, evidence, schedule, light?.light ?? null),
  };
}

/** What the unit says. One that has told of something reached has begun, whether or not it took a step to say so. */
function officialOf({ observations }: PromiseBundle, { cancelled, promise }: InForce, asOf: Day): Official {
  if (cancelled) return 'cancelled';
  const hasBegun = observations.some((one) => one.source !== 'system' && one.value !== 0 && one.asOf <= asOf);
  return promise.official === 'not-started' && hasBegun ? 'under-way' : promise.official;
}

/** The course of a promise through its year. Every month is reckoned by what was in force then. */
export function courseOfYear(bundle: PromiseBundle, asOf: Day): Course {
  const { year } = bundle.promise;
  const now = measuredIn(bundle, inForceOn(bundle, asOf));
  const days = monthEndsUntil(year, asOf < `${year}-12-31` ? asOf : `${year}-12-31`);
  const all = Array.from({ length: 12 }, (_, month) => monthEndOf(`${year}-${String(month + 1).padStart(2, '0')}-01`));
  const then =
    bundle.revisions.length === 0
      ? courseOf(now, days)
      : days.flatMap((day) => courseOf(measuredIn(bundle, inForceOn(bundle, day)), [day]));
  return {
    sparkline: then.map(({ p }) => p),
    path: courseOf({ ...now, observed: [] }, all).map(({ e }) => e),
  };
}

/**
 * The course as stored, with today's point anew. undefined where it must be reckoned whole: a month has turned, a value came in since, or nothing is
 * stored.
 */
export function keptCourse(
  { promise, observations }: PromiseBundle,
  { standing }: Figures,
  asOf: Day,
): Course | undefined {
  const { year, sparkline, path, lightAt } = promise;
  if (lightAt === null || observations.some(({ at }) => at > lightAt)) return undefined;
  const days = monthEndsUntil(year, asOf < `${year}-12-31` ? asOf : `${year}-12-31`);
  if (path.length !== 12 || sparkline.length !== days.length) return undefined;
  return { path, sparkline: days.at(-1) === asOf ? [...sparkline.slice(0, -1), standing.p] : sparkline };
}

/** The day a completion is on record: the one the unit gave, or that of the last of its parts when all are done. */
function completedOn({ promise }: PromiseBundle, { tasks }: InForce): Day | null {
  if (promise.doneOn !== null) return promise.doneOn;
  const counted = countedParts(tasks);
  if (counted.length === 0 || counted.some(({ state, doneOn }) => state !== 'done' || doneOn === null)) return null;
  return counted.map(({ doneOn }) => doneOn ?? '').reduce((a, b) => (a > b ? a : b));
}

/** The day work started, as a step asked for it. */
function startedOn(value: unknown): Day | null {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}

/** What of a bundle the kit reckons with. */
export function measuredIn(bundle: PromiseBundle, { promise, indicators, tasks }: InForce): Measured {
  return {
    indicators: indicators.map((row) => indicatorOf(row, promise)),
    observed: bundle.observations,
    parts: tasks,
  };
}

/**
 * What the evidence supports of what is said: parts reported done, sites completed, values the unit gave. What the system counted or somebody
 * verified needs no more; what somebody looked at and did not find is supported by nothing older than that.
 */
function evidenceState(bundle: PromiseBundle, official: Official, standing: PromiseStanding): EvidenceState {
  const said: Said[] = [];
  const supports: Support[] = [];
  for (const { id, state } of bundle.tasks) {
    if ((state === 'reported' || state === 'done') && !bundle.tasks.some(({ parent }) => parent === id)) {
      said.push({ of: `task:${id}`, amount: 1 });
    }
  }
  for (const { id, state } of bundle.sites) {
    if (state === 'completed' || state === 'verified') said.push({ of: `site:${id}`, amount: 1 });
    if (state === 'verified') supports.push({ of: `site:${id}`, covers: null });
  }
  for (const { indicator, value, source } of standing.standings) {
    if (value === null || value === 0) continue;
    said.push({ of: `indicator:${indicator}`, amount: value });
    if (source !== 'self') supports.push({ of: `indicator:${indicator}`, covers: null });
  }
  const whole = said.length === 0 && isFinal(official) && official !== 'not-done' && official !== 'cancelled';
  if (whole) said.push({ of: 'whole', amount: 1 });
  const looked = lookedAt(bundle);
  for (const one of bundle.evidence) {
    const of = subjectOf(one);
    const refused = looked.get(of ?? 'whole');
    if (refused?.result === 'false' && refused.at >= one.at) continue;
    // What belongs to the promise as a whole shows that something is there, not that all of it is.
    supports.push({ of: of ?? (whole ? 'whole' : null), covers: of === null && whole ? 0.5 : one.covers });
  }
  for (const [of, { result, value }] of looked) {
    if (result === 'false') continue;
    if (of === 'whole')
      supports.push(...said.map((claim) => ({ of: claim.of, covers: result === 'true' ? null : claim.amount / 2 })));
    else supports.push({ of, covers: result === 'true' ? value : (value ?? amountOf(said, of) / 2) });
  }
  return evidenceOf(said, supports);
}

/** The last look at each thing. */
function lookedAt({ verifications }: PromiseBundle) {
  return new Map(verifications.map((one) => [subjectOf(one) ?? 'whole', one]));
}

function amountOf(said: readonly Said[], of: string): number {
  return said.find((claim) => claim.of === of)?.amount ?? 0;
}

function subjectOf(row: {
  readonly task: string | null;
  readonly site: string | null;
  readonly indicator: string | null;
}): string | null {
  if (row.task !== null) return `task:${row.task}`;
  if (row.site !== null) return `site:${row.site}`;
  return row.indicator === null ? null : `indicator:${row.indicator}`;
}

/** Accounts that said something of the promise's progress: whoever did may not verify it. */
export function doersOf(bundle: PromiseBundle): ReadonlySet<string> {
  const accounts = [
    ...bundle.observations.filter(({ source }) => source === 'self').map(({ account }) => account),
    ...bundle.evidence.filter(({ verification }) => verification === null).map(({ account }) => account),
    ...bundle.tasks.map(({ reportedAccount }) => reportedAccount),
  ];
  return new Set(accounts.flatMap((account) => (account === null ? [] : [account])));
}

/** Accounts that verified something of it. */
export function verifiersOf(bundle: PromiseBundle): ReadonlySet<string> {
  const accounts = [
    ...bundle.verifications.map(({ account }) => account),
    ...bundle.observations.filter(({ source }) => source === 'verified').map(({ account }) => account),
  ];
  return new Set(accounts.flatMap((account) => (account === null ? [] : [account])));
}
