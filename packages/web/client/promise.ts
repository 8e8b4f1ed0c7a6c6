import type { Asked, Named, State, Told, Words } from './api.ts';

/** Promises as the server answers them. Days are ISO dates in the district's zone, moments ISO instants. */

export type Official = 'not-started' | 'under-way' | 'basically-done' | 'done' | 'not-done' | 'cancelled';
export type EvidenceState = 'none' | 'part' | 'full';
export type ScheduleState = 'early' | 'on-time' | 'late' | 'late-and-done' | 'not-due';
export type Firmness = 'binding' | 'aimed' | 'plain';

/** One promise among many: enough for a wall of them. */
export interface PromiseRow {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly kind: State;
  readonly state: State;
  readonly title: string;
  readonly section: string | null;
  readonly domain: string | null;
  readonly lead: Named | null;
  readonly leader: { readonly post: string; readonly name: string } | null;
  readonly due: string | null;
  readonly issuedOn: string | null;
  readonly official: Official;
  /** What the unit says in the words of its kind; another word where it says done and the evidence does not. */
  readonly saying: Words;
  readonly evidence: EvidenceState;
  readonly schedule: ScheduleState;
  /** 'green', 'blue', 'yellow', 'orange', 'red', 'followed' where nothing is aimed at; null where there is no data or where the reader is shown none. */
  readonly light: string | null;
  /** Share done and share that was to be done by now, 0 to 1 and above; null where nothing is known. */
  readonly rate: number | null;
  readonly expected: number | null;
  /** Of a growth target: growth less its aim, in points. */
  readonly growthPoints: number | null;
  /** Of bounds: whether they are kept. */
  readonly met: boolean | null;
  /** Its statuses contradict one another. */
  readonly disagrees: boolean;
  readonly published: boolean;
  /** Share done at the end of each month of the year, up to now. */
  readonly sparkline: readonly (number | null)[];
  /** Share that was to be done at the end of each month. */
  readonly path: readonly (number | null)[];
  readonly area: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly weight: number;
  readonly version: number;
}

export interface PromiseGlance {
  readonly year: number;
  readonly asOf: string;
  readonly total: number;
  /** Weighted progress of all live promises with data, and how much of the weight has data. */
  readonly rate: number | null;
  readonly expected: number | null;
  readonly coverage: number | null;
  readonly disagreeing: number;
  readonly promises: readonly PromiseRow[];
}

/** A sentence of the report, with the place it stands at. */
export interface ClauseView {
  readonly report: string;
  readonly year: number;
  readonly no: number;
  readonly page: number | null;
  readonly paragraph: number;
  readonly section: string | null;
  readonly words: string;
  /** Of its paragraph: the sentences around it. */
  readonly before: string;
  readonly after: string;
  readonly hash: string;
}

export interface DutyView {
  readonly id: string;
  readonly part: 'lead' | 'assisting' | 'asked' | 'leader';
  readonly unit: Named | null;
  readonly post: { readonly id: string; readonly name: string } | null;
  readonly since: string;
  readonly until: string | null;
  readonly reason: string | null;
  readonly setBy: string;
}

export interface ObservationView {
  readonly id: string;
  readonly value: number;
  readonly growth: number | null;
  readonly asOf: string;
  readonly source: 'self' | 'system' | 'verified';
  readonly standing: 'provisional' | 'final';
  readonly basis: string | null;
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly enteredBy: string;
  readonly at: string;
}

export interface IndicatorView {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly aim: 'up' | 'down' | 'band' | 'cap' | 'growth' | 'milestones' | 'binary' | 'followed';
  readonly mode: 'cumulative' | 'level';
  readonly target: number | null;
  /** As first set, where a revision changed it. */
  readonly original: number | null;
  readonly upper: number | null;
  readonly base: number | null;
  readonly weight: number;
  readonly every: 'week' | 'month' | 'quarter' | 'year' | null;
  readonly measure: string | null;
  readonly stage: string | null;
  readonly askedUnit: Named | null;
  readonly standing: {
    readonly value: number | null;
    readonly p: number | null;
    readonly e: number | null;
    readonly deltaPoints: number | null;
    readonly met: boolean | null;
    readonly forecast: number | null;
    readonly source: 'self' | 'system' | 'verified' | null;
  };
  /** What was to be reached by when, in the indicator's own unit. */
  readonly path: readonly { readonly on: string; readonly expected: number }[];
  readonly observations: readonly ObservationView[];
}

export interface TaskView {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: 'task' | 'milestone';
  readonly title: string;
  readonly unit: Named | null;
  readonly weight: number;
  readonly start: string | null;
  readonly due: string | null;
  readonly firstDue: string | null;
  readonly state: 'open' | 'reported' | 'done' | 'cancelled';
  readonly doneOn: string | null;
  readonly version: number;
}

export interface SiteView {
  readonly id: string;
  readonly no: number;
  readonly name: string;
  readonly address: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly unit: Named | null;
  readonly state: 'planned' | 'under-way' | 'completed' | 'verified' | 'cancelled';
  readonly due: string | null;
  readonly completedOn: string | null;
  readonly verifiedOn: string | null;
  readonly work: string | null;
}

export interface EvidenceView {
  readonly id: string;
  readonly kind: 'photo' | 'document' | 'record' | 'case' | 'data';
  readonly task: string | null;
  readonly site: string | null;
  readonly indicator: string | null;
  readonly observation: string | null;
  readonly verification: string | null;
  readonly file: string | null;
  readonly hash: string | null;
  readonly words: string | null;
  readonly takenAt: string | null;
  readonly enteredBy: string;
  readonly at: string;
}

export interface VerificationView {
  readonly id: string;
  readonly task: string | null;
  readonly site: string | null;
  readonly indicator: string | null;
  readonly observation: string | null;
  readonly method: 'desk' | 'site' | 'call-back' | 'data';
  readonly result: 'true' | 'partly' | 'false';
  readonly value: number | null;
  readonly words: string | null;
  readonly verifiedBy: string;
  readonly at: string;
}

export interface RevisionView {
  readonly id: string;
  readonly what: string;
  readonly label: Words;
  readonly old: unknown;
  readonly new: unknown;
  readonly reason: string;
  readonly state: 'asked' | 'approved' | 'refused';
  /** Of a project that the congress chose. */
  readonly congress: boolean;
  readonly authority: string | null;
  readonly meeting: string | null;
  readonly document: string | null;
  readonly effectiveFrom: string | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

export interface ObjectionView {
  readonly id: string;
  /** Who objects, masked; null where nobody gave a name. */
  readonly who: string | null;
  readonly words: string;
  readonly raisedAt: string;
  readonly due: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

export interface BlockerView {
  readonly id: string;
  readonly words: string;
  readonly kind: string;
  readonly unit: Named | null;
  /** The person who clears it. */
  readonly owner: string | null;
  readonly due: string;
  readonly raisedAt: string;
  readonly clearedOn: string | null;
  readonly outcome: string | null;
}

export interface VisitView {
  readonly id: string;
  readonly leaderName: string;
  readonly visitedOn: string;
  readonly found: string;
  readonly asked: string | null;
}

export interface EvaluationView {
  readonly id: string;
  readonly site: string | null;
  readonly byWhom: 'deputies' | 'users';
  readonly counts: Readonly<Record<string, number>>;
  readonly grade: string | null;
  readonly heldOn: string;
  readonly document: string | null;
}

/** What the reader may do with a promise, or why not. */
export interface PromiseActionView {
  readonly step: string;
  readonly label: Words;
  readonly allowed: boolean;
  readonly reason?: Words | null;
  readonly asks: readonly Asked[];
}

export interface PromiseEvent {
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly unit: Words | null;
  readonly what: string;
  readonly label: Words;
  readonly texts: readonly Told[];
  readonly visibility: string;
}

export interface PromiseView extends PromiseRow {
  readonly asOf: string;
  readonly deliverable: string | null;
  readonly measure: string | null;
  readonly dueWords: string | null;
  /** What was first promised, where a revision changed it. */
  readonly original: {
    readonly due: string | null;
    readonly deliverable: string | null;
    readonly measure: string | null;
    readonly title: string | null;
  };
  readonly firmness: Firmness;
  /** What its kind keeps besides, in words. */
  readonly facts: readonly {
    readonly name: string;
    readonly label: Words;
    readonly value: unknown;
    readonly shown: Words | null;
  }[];
  /** What the words of the report do not say: 'measure', 'due', 'owner', 'value'. */
  readonly missing: readonly string[];
  readonly clauses: readonly ClauseView[];
  readonly duties: readonly DutyView[];
  readonly indicators: readonly IndicatorView[];
  readonly tasks: readonly TaskView[];
  readonly sites: readonly SiteView[];
  readonly evidenceItems: readonly EvidenceView[];
  readonly verifications: readonly VerificationView[];
  readonly revisions: readonly RevisionView[];
  readonly objections: readonly ObjectionView[];
  readonly blockers: readonly BlockerView[];
  readonly visits: readonly VisitView[];
  readonly evaluations: readonly EvaluationView[];
  readonly coverage: number | null;
  readonly lightWords: Words | null;
  readonly lightRule: string | null;
  readonly lightSet: string | null;
  readonly lightSetWords: Words | null;
  readonly lightInputs: Readonly<Record<string, unknown>>;
  /** Contradictions between the statuses, in words. */
  readonly disagreements: readonly { readonly id: string; readonly words: Words }[];
  readonly actions: readonly PromiseActionView[];
  /** What else the reader may do: 'observe', 'evidence', 'verify', 'revise', 'decide', 'object', 'answer' … */
  readonly may: readonly string[];
  readonly timeline: readonly PromiseEvent[];
  readonly links: readonly {
    readonly kind: string;
    readonly direction: 'from' | 'to';
    readonly subject: { readonly kind: string; readonly id: string };
    readonly number: string | null;
    readonly title: string | null;
    readonly at: string;
  }[];
}

export interface PromiseReceipt {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
}

/** A station on the way from a citizen's call to the row of next year's report. */
export interface StoryStep {
  readonly kind: string;
  readonly id: string;
  readonly on: string | null;
  readonly words: Words;
  /** Where it opens; null where there is no page, or the reader may not see it. */
  readonly to: string | null;
}

export interface PromiseStory {
  readonly id: string;
  readonly number: string;
  readonly steps: readonly StoryStep[];
  /** Linked things the reader may not see. */
  readonly hidden: number;
}
