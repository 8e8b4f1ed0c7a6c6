import type { Day, EvidenceState, Firmness, Official, ScheduleState } from '@huying/kit/promise';

/** A promise as the database keeps it. Instants are epoch milliseconds. */
export interface PromiseRecord {
  readonly id: string;
  readonly number: string;
  readonly year: number;
  readonly kind: string;
  readonly state: string;
  readonly issuedOn: Day | null;
  /** The day it was done by the unit's own word. */
  readonly doneOn: Day | null;
  readonly report: string | null;
  readonly title: string;
  readonly deliverable: string | null;
  readonly measure: string | null;
  readonly due: Day | null;
  readonly dueWords: string | null;
  readonly firmness: Firmness;
  readonly section: string | null;
  readonly domain: string | null;
  readonly weight: number;
  readonly official: Official;
  readonly evidence: EvidenceState;
  readonly schedule: ScheduleState;
  readonly light: string | null;
  readonly lightRule: string | null;
  readonly lightInputs: Readonly<Record<string, unknown>> | null;
  readonly lightAt: number | null;
  readonly rate: number | null;
  readonly expected: number | null;
  readonly sparkline: readonly (number | null)[];
  readonly path: readonly (number | null)[];
  readonly disagreements: readonly string[];
  readonly leadUnit: string | null;
  /** The post of the leader in charge. */
  readonly leader: string | null;
  readonly involved: readonly string[];
  readonly area: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly publishedAt: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly endedAt: number | null;
}

export type DutyPart = 'lead' | 'assisting' | 'asked' | 'leader';

export interface DutyRecord {
  readonly id: string;
  readonly promise: string;
  readonly part: DutyPart;
  readonly unit: string | null;
  readonly post: string | null;
  readonly since: Day;
  /** The first day it no longer holds. */
  readonly until: Day | null;
  readonly reason: string | null;
  readonly setBy: string;
  readonly setAt: number;
}

export interface TaskRecord {
  readonly id: string;
  readonly promise: string;
  readonly parent: string | null;
  readonly kind: 'task' | 'milestone';
  readonly title: string;
  readonly unit: string | null;
  readonly weight: number;
  readonly start: Day | null;
  readonly due: Day | null;
  readonly firstDue: Day | null;
  readonly state: 'open' | 'reported' | 'done' | 'cancelled';
  readonly doneOn: Day | null;
  readonly reportedBy: string | null;
  readonly reportedAccount: string | null;
  readonly position: number;
  readonly version: number;
}

/** An indicator as kept: its aim in columns. `due` is null where it is the promise's own. */
export interface IndicatorRecord {
  readonly promise: string;
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly aim: 'up' | 'down' | 'band' | 'cap' | 'growth' | 'milestones' | 'binary' | 'followed';
  readonly mode: 'cumulative' | 'level';
  readonly value: number | null;
  readonly upper: number | null;
  readonly base: number | null;
  readonly baseDate: Day | null;
  readonly shape: 'months' | 'days' | 'quarters' | 'points';
  readonly start: Day | null;
  readonly due: Day | null;
  readonly points: readonly { readonly on: Day; readonly expected: number }[] | null;
  readonly weight: number;
  readonly every: 'week' | 'month' | 'quarter' | 'year' | null;
  readonly askedUnit: string | null;
  readonly measure: string | null;
  readonly stage: 'plan' | 'assigned' | 'contracted' | 'paid' | 'invested' | 'received' | null;
  readonly position: number;
}

export interface ObservationRecord {
  readonly id: string;
  readonly promise: string;
  readonly indicator: string;
  readonly value: number;
  readonly growth: number | null;
  readonly asOf: Day;
  readonly source: 'self' | 'system' | 'verified';
  readonly standing: 'provisional' | 'final';
  readonly basis: string | null;
  readonly corrects: string | null;
  readonly reason: string | null;
  readonly enteredBy: string;
  readonly account: string | null;
  readonly unit: string | null;
  readonly at: number;
}

export interface EvidenceRecord {
  readonly id: string;
  readonly promise: string;
  readonly task: string | null;
  readonly site: string | null;
  readonly indicator: string | null;
  readonly observation: string | null;
  readonly verification: string | null;
  readonly kind: 'photo' | 'document' | 'record' | 'case' | 'data';
  readonly file: string | null;
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string | null;
  readonly words: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly takenAt: number | null;
  readonly covers: number | null;
  readonly enteredBy: string;
  readonly account: string | null;
  readonly unit: string | null;
  readonly at: number;
}

export interface VerificationRecord {
  readonly id: string;
  readonly promise: string;
  readonly task: string | null;
  readonly site: string | null;
  readonly indicator: string | null;
  readonly observation: string | null;
  readonly method: 'desk' | 'site' | 'call-back' | 'data';
  readonly result: 'true' | 'partly' | 'false';
  readonly value: number | null;
  readonly words: string | null;
  readonly verifiedBy: string;
  readonly account: string | null;
  readonly post: string | null;
  readonly at: number;
}

export interface RevisionRecord {
  readonly id: string;
  readonly promise: string;
  /** 'due', 'deliverable', 'indicator:<name>:value', 'task:<id>:due', 'cancelled' … */
  readonly what: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly reason: string;
  readonly state: 'asked' | 'approved' | 'refused';
  readonly authority: string | null;
  readonly meeting: string | null;
  readonly document: string | null;
  readonly effectiveFrom: Day | null;
  readonly askedBy: string;
  readonly askedAccount: string | null;
  readonly askedAt: number;
  readonly decidedBy: string | null;
  readonly decidedAccount: string | null;
  readonly decidedAt: number | null;
}

export interface ObjectionRecord {
  readonly id: string;
  readonly promise: string;
  /** Sealed under the key of the objection itself. */
  readonly who: { readonly sealed: string } | null;
  readonly words: string;
  readonly raisedAt: number;
  readonly due: Day;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
}

/** A promise with everything its figures are computed from. */
export interface PromiseBundle {
  readonly promise: PromiseRecord;
  readonly duties: readonly DutyRecord[];
  readonly indicators: readonly IndicatorRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly observations: readonly ObservationRecord[];
  readonly evidence: readonly EvidenceRecord[];
  readonly verifications: readonly VerificationRecord[];
  readonly revisions: readonly RevisionRecord[];
  readonly sites: readonly SiteState[];
  readonly start: StartDates | null;
}

/** When work is to start. */
export interface StartDates {
  readonly promise: string;
  readonly startDue: Day;
}

/** A place where it is carried out, as far as figures ask. */
export interface SiteState {
  readonly id: string;
  readonly promise: string;
  readonly state: 'planned' | 'under-way' | 'completed' | 'verified' | 'cancelled';
}
