import type { Instant } from '../calendar/index.ts';
import type { Words } from '../error/index.ts';
import type { Limit } from './limit.ts';
import type { Due } from './pace.ts';

/** Why a clock runs: what set it going (签收, signed) and, where there is one, the rule its limit comes from (a filing condition, a law). */
export interface Basis {
  readonly since: Words;
  readonly rule?: Words;
}

/**
 * One entry in a clock's ledger. `due` is what was told at that moment, a fact that no later edit of the calendar changes; it is null
 * while the clock rests. Comments and reads are no events of a clock.
 */
export type ClockEvent =
  | {
      readonly kind: 'start' | 'restart';
      readonly at: Instant;
      readonly limit: Limit;
      readonly basis: Basis;
      readonly due: Due;
    }
  /** `until` is the end of a hold, at which whoever holds the clock resumes it. */
  | { readonly kind: 'pause'; readonly at: Instant; readonly why: string; readonly until?: Instant }
  /** Goes on with what is left, after a pause or after work that came back. */
  | { readonly kind: 'resume'; readonly at: Instant; readonly due: Due }
  /** Another matter or condition, another limit, from the same start. */
  | {
      readonly kind: 'change';
      readonly at: Instant;
      readonly limit: Limit;
      readonly basis: Basis;
      readonly due: Due | null;
    }
  /** More time, added to the current due; `by` approved it. */
  | {
      readonly kind: 'extend';
      readonly at: Instant;
      readonly amount: Limit;
      readonly by: string;
      readonly due: Due | null;
    }
  /** The calendar was edited. */
  | { readonly kind: 'reproject'; readonly at: Instant; readonly why: string; readonly due: Due }
  | { readonly kind: 'stop'; readonly at: Instant; readonly outcome: string; readonly due: Due | null };

export type ClockEventKind = ClockEvent['kind'];

/** The append-only account of one clock, in order of time, beginning with its start. */
export type ClockLedger = readonly ClockEvent[];
