import type { Acting, UnitTree } from '../access/index.ts';
import type { Calendar, Instant } from '../calendar/index.ts';
import type { ClockEvent, ClockState } from '../clock/index.ts';

/** What a field of a case may hold: JSON. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Values = Readonly<Record<string, Value>>;

/** An application waiting for its decision: an extension, a hold, a press. */
export interface OpenRequest {
  readonly at: Instant;
  /** The post that opened it; null for the system. */
  readonly by: string | null;
  readonly asked: Values;
}

/** A unit asked to assist (协办). The case closes only when mandatory parts are answered or waived. */
export interface Part {
  readonly id: string;
  readonly unit: string;
  readonly mandatory: boolean;
  readonly question: string;
  readonly askedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly answer: string | null;
  readonly waived: boolean;
}

/** A case as the engine knows it. Pure data; every change makes a new one with the next version. */
export interface CaseRecord {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  /** Hash of the definition it was made under and keeps for ever. */
  readonly definition: string;
  readonly version: number;
  readonly state: string;
  readonly result: string | null;
  readonly round: number;
  readonly unit: string | null;
  /** The post assigned inside the unit. */
  readonly handler: string | null;
  readonly area: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly heldUntil: Instant | null;
  /** How far a limit with stages has come; 0 is the first. */
  readonly stage: number;
  readonly data: Values;
  /** How often each action was done. */
  readonly counts: Readonly<Record<string, number>>;
  readonly requests: Readonly<Record<string, OpenRequest>>;
  readonly parts: readonly Part[];
  readonly clocks: Readonly<Record<string, ClockState>>;
  /** Every unit that ever handled it or was asked. */
  readonly involved: readonly string[];
}

/** What the pure rules need of the world: who, when, and the data of the district in force. */
export interface CaseContext {
  readonly now: Instant;
  readonly acting: Acting;
  readonly units: UnitTree;
  readonly calendar: Calendar;
  /** The value of a declared parameter in force now. */
  readonly parameter: (name: string) => Value;
  /** The accounts that took a step of this case for the unit that handles it; absent where nothing is to be verified. */
  readonly handledBy?: ReadonlySet<string>;
  /** The limits of a filing condition by stage (limit texts); undefined for an unknown code or one without limits. */
  readonly filingLimits: (code: string) => readonly string[] | undefined;
  readonly id: () => string;
}

/** What happened to a case: the content of its ledger row, enough to replay clocks and state. */
export interface Step {
  readonly action: string;
  readonly from: string | null;
  readonly to: string;
  readonly asked: Values;
  readonly clocks: Readonly<Record<string, readonly ClockEvent[]>>;
  readonly unit: string | null;
  readonly handler: string | null;
  readonly round: number;
  readonly result: string | null;
}

/** The case after a step, and the step. */
export interface Decision {
  readonly record: CaseRecord;
  readonly step: Step;
}

/** The units asked that have not answered. */
export function askedUnits(record: CaseRecord): readonly string[] {
  return record.parts.filter((part) => part.answeredAt === null && !part.waived).map((part) => part.unit);
}
