import type { Day, EvidenceState, Firmness, Light, MoneyStage, Official, ScheduleState } from '@huying/kit/promise';

/** What a paper is made of, as it stood: frozen with it, so that it can be made again and compared. Plain JSON. */
export interface YearFacts {
  readonly year: number;
  readonly asOf: Day;
  /** When it was read, on the district's wall clock: 2027-04-30 18:00. */
  readonly readAt: string;
  readonly district: string;
  readonly promises: readonly PromiseFacts[];
  /** Where the product follows supervision items; null where it does not. */
  readonly supervision: SupervisionFacts | null;
  readonly burden: BurdenFacts;
}

export interface PromiseFacts {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly kindName: string;
  readonly title: string;
  readonly deliverable: string | null;
  readonly section: string | null;
  /** The sentences of the report it came from. */
  readonly clauses: readonly ClauseFacts[];
  readonly lead: { readonly id: string; readonly name: string } | null;
  readonly assisting: readonly string[];
  /** Units that have to do with it, by id. */
  readonly involved: readonly string[];
  readonly leader: string | null;
  readonly due: Day | null;
  readonly firstDue: Day | null;
  readonly doneOn: Day | null;
  readonly firmness: Firmness;
  readonly weight: number;
  readonly official: Official;
  /** In the words of its kind. */
  readonly saying: string;
  readonly evidence: EvidenceState;
  readonly schedule: ScheduleState;
  readonly light: Light | null;
  /** Nothing of it is aimed at: it has no light, and not for want of data. Left out of snapshots taken before this was told. */
  readonly followed?: boolean;
  readonly lightWords: string | null;
  /** The rule set and the rule, and what the rule was given. */
  readonly lightSet: string | null;
  readonly lightRule: string | null;
  readonly lightInputs: Readonly<Record<string, number | string | boolean | null>>;
  /** Shares, unclamped. */
  readonly p: number | null;
  readonly e: number | null;
  readonly delta: number | null;
  readonly coverage: number | null;
  readonly indicators: readonly IndicatorFacts[];
  readonly tasks: { readonly total: number; readonly done: number; readonly late: number };
  readonly sites: { readonly total: number; readonly done: number };
  readonly evidenceCount: number;
  readonly revisions: readonly RevisionFacts[];
  readonly evaluation: EvaluationFacts | null;
  readonly blocker: { readonly id: string; readonly words: string; readonly due: Day } | null;
  readonly next: { readonly id: string; readonly words: string; readonly due: Day | null } | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly disagrees: readonly string[];
  readonly published: boolean;
}

export interface ClauseFacts {
  readonly report: string;
  readonly year: number;
  readonly no: number;
  readonly page: number | null;
  readonly words: string;
}

export interface IndicatorFacts {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly aim: string;
  /** In words: 45个, 增长5%, 不高于3.5%. */
  readonly target: string;
  readonly targetValue: number | null;
  readonly value: number | null;
  readonly growth: number | null;
  /** The same day a year before, where it was observed. */
  readonly before: number | null;
  readonly p: number | null;
  readonly e: number | null;
  readonly delta: number | null;
  readonly margin: number | null;
  readonly met: boolean | null;
  readonly expected: number | null;
  readonly observation: string | null;
  readonly observedOn: Day | null;
  readonly source: 'self' | 'system' | 'verified' | null;
  readonly standing: 'provisional' | 'final' | null;
  readonly basis: string | null;
  readonly stage: MoneyStage | null;
}

export interface RevisionFacts {
  readonly id: string;
  readonly what: string;
  readonly label: string;
  readonly old: string;
  readonly new: string;
  readonly reason: string;
  readonly authority: string | null;
  readonly meeting: string | null;
  readonly document: string | null;
  readonly effectiveFrom: Day | null;
}

export interface EvaluationFacts {
  readonly id: string;
  readonly members: number;
  readonly satisfied: number;
  readonly basically: number;
  readonly not: number;
  readonly grade: string | null;
}

/** A rate of supervision items, with what it is of. */
export interface RateFacts {
  readonly n: number;
  readonly d: number;
  readonly rate: number | null;
}

export interface SupervisionFacts {
  readonly registered: number | null;
  readonly closedDue: RateFacts | null;
  readonly onTime: RateFacts | null;
  readonly openLate: number | null;
  readonly extended: RateFacts | null;
  readonly redone: RateFacts | null;
}

/** How often units were asked for figures in the month of the day, and in the one before. */
export interface BurdenFacts {
  readonly month: string;
  readonly asked: number;
  readonly before: number;
  readonly units: readonly {
    readonly unit: string;
    readonly name: string;
    readonly asked: number;
    readonly answered: number;
  }[];
}
