/** One thing that is wrong with a declaration: where, what, and how to put it right. All of them are listed at once. */
export interface Shortcoming {
  /** Path into the declarations, e.g. `ticket/states/held`. */
  readonly path: string;
  readonly rule: Rule;
  readonly what: string;
  readonly remedy: string;
}

/** The rules of the answer guarantee and of declarations in general, by name. */
export type Rule =
  | 'unreachable-state'
  | 'dead-end'
  | 'no-owner'
  | 'owner-not-staff'
  | 'absent-owner'
  | 'owner-cannot-act'
  | 'only-limited-exits'
  | 'barred-exits'
  | 'no-running-clock'
  | 'no-escalation'
  | 'escalation-loop'
  | 'idle-rung'
  | 'close-without-result'
  | 'close-without-answer'
  | 'self-verification'
  | 'unverified-work'
  | 'undecided-request'
  | 'unclocked-request'
  | 'left-open'
  | 'hold-without-end'
  | 'unasked'
  | 'unlike-field'
  | 'merging'
  | 'unknown-role'
  | 'unknown-name'
  | 'unknown-fact'
  | 'wrong-parameter'
  | 'promise'
  | 'unknown-field'
  | 'wrong-condition'
  | 'wrong-grain'
  | 'wrong-figure'
  | 'personal-fact'
  | 'wrong-field'
  | 'wrong-indicator'
  | 'light-hole'
  | 'light-overlap'
  | 'light-never'
  | 'twice'
  | 'no-english'
  | 'stray-english';

/** Notes a shortcoming of a case type. */
export type Note = (place: string, rule: Rule, what: string, remedy: string) => void;
