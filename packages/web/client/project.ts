import type { Named, Words } from './api.ts';

/** Figures, targets and projects as the server answers them. Days are ISO dates, months YYYY-MM; money in 万元. */

export interface KeptFigure {
  readonly value: number;
  readonly growth: number | null;
  readonly asOf: string;
  readonly source: 'self' | 'system' | 'verified';
  readonly standing: 'provisional' | 'final';
  readonly by: string;
  readonly at: string;
}

export interface SheetLine {
  readonly promise: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly indicator: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly askedUnit: Named | null;
  readonly target: { readonly aim: string; readonly value: number | null; readonly upper: number | null } | null;
  readonly now: KeptFigure | null;
  readonly lastMonth: KeptFigure | null;
  readonly lastYear: KeptFigure | null;
  readonly askedAt: string | null;
  readonly answered: boolean;
  readonly measure: string | null;
  readonly may: boolean;
  readonly barred: Words | null;
  readonly sparkline: readonly (number | null)[];
}

export interface FigureDoubt {
  readonly id: string;
  readonly promise: string;
  readonly indicator: string;
  readonly label: string;
  readonly title: string;
  readonly says: Words;
  readonly explanation: string | null;
  readonly explainedBy: string | null;
}

interface SumPlace {
  readonly promise: string;
  readonly indicator: string;
  readonly label: string;
}

export interface FigureSheet {
  readonly month: string;
  readonly asOf: string;
  readonly frozen: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
  readonly released: string | null;
  readonly mayFreeze: boolean;
  readonly mayAsk: boolean;
  readonly lines: readonly SheetLine[];
  readonly sums: readonly {
    readonly total: SumPlace;
    readonly parts: readonly SumPlace[];
    readonly tolerance: number;
  }[];
  readonly doubts: readonly FigureDoubt[];
  readonly asked: number;
  readonly open: number;
}

export interface FigureEntry {
  readonly promise: string;
  readonly indicator: string;
  readonly value: string;
  readonly growth?: string;
  readonly standing?: 'provisional' | 'final';
  readonly reason?: string;
}

export interface FiguresSaved {
  readonly saved: number;
  readonly unchanged: number;
  readonly openSums: readonly { readonly total: string; readonly missing: readonly string[] }[];
  readonly doubts: readonly FigureDoubt[];
}

export interface TargetPoint {
  readonly month: string;
  readonly value: number | null;
  readonly growth: number | null;
  readonly expected: number | null;
  readonly standing: 'provisional' | 'final' | null;
}

export interface Target {
  readonly promise: string;
  readonly number: string;
  readonly title: string;
  readonly section: string | null;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly lead: Named | null;
  readonly aim: string;
  readonly target: number | null;
  readonly upper: number | null;
  readonly month: string | null;
  readonly value: number | null;
  readonly growth: number | null;
  readonly reckoned: boolean;
  readonly lastYear: number | null;
  readonly standing: 'provisional' | 'final' | null;
  readonly source: 'self' | 'system' | 'verified' | null;
  readonly p: number | null;
  readonly e: number | null;
  readonly deltaPoints: number | null;
  readonly met: boolean | null;
  readonly forecast: number | null;
  readonly stale: boolean;
  readonly light: string | null;
  readonly rank: {
    readonly rank: number;
    readonly of: number | null;
    readonly scope: string | null;
    readonly month: string;
    readonly periods: number;
    readonly gained: number | null;
  } | null;
  readonly releasedOn: string | null;
  readonly doubts: number;
  readonly series: readonly TargetPoint[];
}

export interface TargetBoard {
  readonly year: number;
  readonly asOf: string;
  readonly month: string | null;
  readonly releasedOnly: boolean;
  readonly targets: readonly Target[];
  readonly structures: readonly {
    readonly total: {
      readonly label: string;
      readonly value: number | null;
      readonly unit: string;
      readonly month: string | null;
    };
    readonly parts: readonly {
      readonly code: string;
      readonly label: string;
      readonly value: number | null;
      readonly share: number | null;
      readonly changed: number | null;
    }[];
  }[];
}

/** Money by stage. There is no total over stages: they tell of the same money. */
export interface StageMoney {
  readonly plan: number | null;
  readonly assigned: number | null;
  readonly contracted: number | null;
  readonly paid: number | null;
  readonly invested: number | null;
  readonly received: number | null;
}

export interface SummedRate {
  readonly n: number;
  readonly d: number;
  readonly rate: number | null;
  readonly coverage: number | null;
}

export interface CountedRate {
  readonly n: number;
  readonly d: number;
  readonly rate: number | null;
}

export interface ProjectRates {
  readonly invested: SummedRate;
  readonly paid: SummedRate;
  readonly started: CountedRate;
  readonly inStatistics: CountedRate;
}

export interface ProjectRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: { readonly id: string; readonly label: Words };
  readonly lead: Named | null;
  readonly leader: { readonly post: string; readonly name: string } | null;
  readonly light: string | null;
  readonly disagrees: boolean;
  readonly added: boolean;
  readonly cancelled: boolean;
  readonly money: StageMoney;
  readonly investedRate: number | null;
  readonly expectedRate: number | null;
  readonly deltaPoints: number | null;
  readonly investedAsOf: string | null;
  readonly stages: readonly {
    readonly stage: string;
    readonly firstPlanned: string | null;
    readonly planned: string | null;
    readonly actual: string | null;
    readonly late: boolean;
  }[];
  readonly land: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: string;
    readonly value: number | null;
    readonly whole: number | null;
    readonly rate: number | null;
  }[];
  readonly blockers: { readonly open: number; readonly overdue: number };
  readonly lastVisit: string | null;
}

export interface ProjectBlocker {
  readonly id: string;
  readonly promise: string;
  readonly number: string;
  readonly title: string;
  readonly words: string;
  readonly kind: string;
  readonly unit: Named | null;
  readonly owner: { readonly post: string; readonly name: string } | null;
  readonly due: string;
  readonly late: number | null;
  readonly raisedAt: string;
  readonly raisedBy: string;
  readonly clearedOn: string | null;
  readonly outcome: string | null;
  readonly raisedCase: string | null;
  readonly version: number;
}

/** A blocker by itself, for whoever is to clear it. */
export interface BlockerDetail {
  readonly blocker: ProjectBlocker;
  /** The reader may open the project as well. */
  readonly opens: boolean;
  readonly may: readonly string[];
}

/** What a project keeps beyond its promise, as far as its own forms need it. */
export interface ProjectDetail {
  readonly blockers: readonly ProjectBlocker[];
  readonly project: {
    readonly stages: readonly {
      readonly stage: string;
      readonly firstPlanned: string | null;
      readonly planned: string | null;
      readonly actual: string | null;
      readonly late: boolean;
    }[];
  };
  readonly sites: readonly {
    readonly id: string;
    readonly no: number;
    readonly name: string;
    readonly permits: readonly {
      readonly kind: string;
      readonly number: string | null;
      readonly document: string | null;
      readonly issuedOn: string | null;
    }[];
  }[];
  readonly may: readonly string[];
}

/** Periods of a year that are closed to units, and from when their figures may be known. */
export interface FigurePeriods {
  readonly frozen: readonly {
    readonly period: FigurePeriod;
    readonly start: string;
    readonly frozenBy: string;
    readonly reason: string | null;
    readonly at: string;
  }[];
  readonly releases: readonly {
    readonly period: FigurePeriod;
    readonly start: string;
    readonly releasedOn: string;
    readonly document: string | null;
  }[];
}

export type FigurePeriod = 'month' | 'quarter' | 'year';

/** How often units were asked for figures, and how often they answered. */
export interface FigureBurden {
  readonly months: readonly { readonly month: string; readonly asked: number; readonly answered: number }[];
  readonly units: readonly {
    readonly unit: Named;
    readonly asked: number;
    readonly answered: number;
    readonly months: readonly { readonly month: string; readonly asked: number; readonly answered: number }[];
  }[];
}

export interface VisitDue {
  readonly leader: { readonly post: string; readonly name: string };
  readonly main: boolean;
  readonly promise: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly every: 'week' | 'month' | 'quarter';
  readonly until: string;
  readonly last: string | null;
  readonly done: boolean;
  readonly missed: number;
}

export interface ProjectGroup {
  readonly key: string;
  readonly label: Words;
  readonly count: number;
  readonly money: StageMoney;
  readonly rates: ProjectRates;
  readonly blockers: number;
  readonly projects: readonly string[];
}

export type GroupedBy = 'class' | 'level' | 'leader' | 'unit' | 'state';

export interface ProjectTable {
  readonly year: number;
  readonly asOf: string;
  readonly by: GroupedBy;
  readonly projects: readonly ProjectRow[];
  readonly groups: readonly ProjectGroup[];
  readonly whole: {
    readonly count: number;
    readonly added: number;
    readonly cancelled: number;
    readonly money: StageMoney;
    readonly all: ProjectRates;
    readonly withoutAdded: ProjectRates;
    readonly expectedRate: number | null;
  };
  readonly funnel: readonly { readonly stage: string; readonly label: Words; readonly count: number }[];
  readonly blockers: readonly ProjectBlocker[];
  readonly visits: readonly VisitDue[];
  readonly may: readonly string[];
}
