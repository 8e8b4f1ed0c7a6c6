/** Rules of the door. The defaults are what grade-three protection (GB/T 22239-2019) is assessed by; a deployment may only be stricter in its own judgement. */
export interface IdentitySettings {
  /** wrong tries after which an account is locked */
  readonly maxFailures: number;
  /** how long it stays locked, milliseconds */
  readonly lockMs: number;
  /** a session without a request ends after this, milliseconds (counted from a mark set at most once a minute) */
  readonly idleMs: number;
  /** a session ends after this in any case, milliseconds */
  readonly absoluteMs: number;
  /** least length of a password, characters */
  readonly passwordLength: number;
  /** how many earlier passwords may not be used again, the present one included */
  readonly passwordHistory: number;
  /** a password older than this must be changed at the next sign-in, milliseconds */
  readonly passwordAgeMs: number;
}

const minute = 60_000;

export const defaultIdentitySettings: IdentitySettings = {
  maxFailures: 5,
  lockMs: 15 * minute,
  idleMs: 30 * minute,
  absoluteMs: 12 * 60 * minute,
  passwordLength: 10,
  passwordHistory: 5,
  passwordAgeMs: 90 * 24 * 60 * minute,
};
