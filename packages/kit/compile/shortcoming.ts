/** One thing that is wrong with a declaration: where, what, and how to put it right. All of them are listed at once. */
export interface Shortcoming {
  /** Path into the app, e.g. `hotline/ticket/states/held`. */
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
  | 'unknown-role'
  | 'no-running-clock'
  | 'no-escalation'
  | 'escalation-loop'
  | 'owner-cannot-act'
  | 'only-limited-exits'
  | 'close-without-result'
  | 'close-without-answer'
  | 'self-verification'
  | 'unverified-work'
  | 'undecided-request'
  | 'unclocked-request'
  | 'hold-without-end'
  | 'unknown-name'
  | 'unknown-fact'
  | 'promise'
  | 'no-english'
  | 'stray-english';
