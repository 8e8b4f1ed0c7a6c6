import type { Day } from './day.ts';
import { type Share, shareOf } from './share.ts';

/** What was reached of what was planned, over those that have both. */
export interface AmountRate {
  readonly done: number;
  readonly planned: number;
  /** done / planned; null where nothing was planned. */
  readonly value: number | null;
  /** Planned amount of those with data / all planned; null where nothing was planned. */
  readonly coverage: number | null;
  readonly items: readonly string[];
}

export interface Amount {
  readonly id: string;
  readonly done: number | null;
  readonly planned: number | null;
}

/** Σ done / Σ planned. One without data is left out of both and told in the coverage; one without a plan counts nowhere. */
export function amountRate(items: readonly Amount[]): AmountRate {
  const planned = items.filter((item): item is Amount & { readonly planned: number } => item.planned !== null);
  const known = planned.filter(
    (item): item is Amount & { readonly planned: number; readonly done: number } => item.done !== null,
  );
  const sum = known.reduce((total, item) => total + item.done, 0);
  const plan = known.reduce((total, item) => total + item.planned, 0);
  const whole = planned.reduce((total, item) => total + item.planned, 0);
  return {
    done: sum,
    planned: plan,
    value: plan > 0 ? sum / plan : null,
    coverage: whole > 0 ? plan / whole : null,
    items: known.map(({ id }) => id),
  };
}

/** A project of the year: its plan, and cumulated amounts to the day, in the same unit. */
export interface ProjectYear {
  readonly id: string;
  /** Came into the list within the year. */
  readonly added: boolean;
  readonly plan: number | null;
  readonly invested: number | null;
  readonly paid?: number | null;
  readonly startDue: Day | null;
  readonly startedOn: Day | null;
  /** When it was to be, and was, taken into the statistics (入库). */
  readonly recordDue?: Day | null;
  readonly recordedOn?: Day | null;
}

export interface ProjectRates {
  /** 投资完成率 */
  readonly invested: AmountRate;
  /** 支付率 */
  readonly paid: AmountRate;
  /** 开工率: started / planned to have started. */
  readonly started: Share;
  /** 入库率 */
  readonly recorded: Share;
}

/** The year's rates at the end of a day, with the projects added during the year and without them. */
export function projectRates(
  projects: readonly ProjectYear[],
  asOf: Day,
): { readonly all: ProjectRates; readonly withoutAdded: ProjectRates } {
  return {
    all: ratesOf(projects, asOf),
    withoutAdded: ratesOf(
      projects.filter(({ added }) => !added),
      asOf,
    ),
  };
}

function ratesOf(projects: readonly ProjectYear[], asOf: Day): ProjectRates {
  const due = (day: Day | null | undefined) => day !== null && day !== undefined && day <= asOf;
  return {
    invested: amountRate(projects.map(({ id, plan, invested }) => ({ id, planned: plan, done: invested }))),
    paid: amountRate(projects.map(({ id, plan, paid }) => ({ id, planned: plan, done: paid ?? null }))),
    started: shareOf(
      projects.filter(({ startDue }) => due(startDue)),
      ({ startedOn }) => due(startedOn),
    ),
    recorded: shareOf(
      projects.filter(({ recordDue }) => due(recordDue)),
      ({ recordedOn }) => due(recordedOn),
    ),
  };
}

/** A signed investment project (招商). */
export interface Signed {
  readonly id: string;
  readonly signedOn: Day;
  readonly startedOn: Day | null;
  /** Whether what was agreed is kept to; null where nobody has looked. */
  readonly performing: boolean | null;
  readonly contracted: number | null;
  readonly paidIn: number | null;
}

export interface SigningRates {
  /** 签约项目开工率 of the cohort. */
  readonly started: Share;
  /** 履约率 among those looked at. */
  readonly performing: Share;
  /** 资金到位率: paid in / contracted. */
  readonly paidIn: AmountRate;
}

/** What became of those signed from one day to another, both included, by the end of a day. */
export function signingRates(
  signed: readonly Signed[],
  cohort: { readonly from: Day; readonly to: Day },
  asOf: Day,
): SigningRates {
  const own = signed.filter(({ signedOn }) => signedOn >= cohort.from && signedOn <= cohort.to);
  return {
    started: shareOf(own, ({ startedOn }) => startedOn !== null && startedOn <= asOf),
    performing: shareOf(
      own.filter(({ performing }) => performing !== null),
      ({ performing }) => performing === true,
    ),
    paidIn: amountRate(own.map(({ id, contracted, paidIn }) => ({ id, planned: contracted, done: paidIn }))),
  };
}

/** A quarter's score: (new projects / those due by the path) × points, capped at the points times `cap`; null where none were due. */
export function quarterScore(newProjects: number, due: number, points: number, cap: number | null): number | null {
  if (!(due > 0)) return null;
  const rate = newProjects / due;
  return (cap === null ? rate : Math.min(rate, cap)) * points;
}
