import type { Words } from '../words.ts';

/** One stage of a limit: "2紧急工作时" and what must be reached by then. */
export interface LimitStage {
  /** Number and unit as printed: 工作时, 工作日, 紧急工作时, 紧急工作日. */
  readonly limit: string;
  readonly reach: Words;
}

export interface FilingCondition {
  /** Code of the matter, a hyphen, a serial: 01002-1. */
  readonly code: string;
  /** Id of the matter. */
  readonly matter: string;
  readonly name: Words;
  /** At least one; several where the limit has stages, each counted from the end of the one before. */
  readonly stages: readonly LimitStage[];
  /** What must be so before the case may be closed. */
  readonly closing: Words;
  /** Ends in another procedure with legal periods of its own: the case is held for it. */
  readonly afterwards?: Words;
  /** 'practice': met in published city rules; 'district': this demo district's own, in their manner. */
  readonly basis: 'practice' | 'district';
}

export interface Matter {
  /** `component:01002` or `matter:06010`: the kind belongs to the key because both kinds use the same digits. */
  readonly id: string;
  readonly kind: 'component' | 'matter';
  /** Two digits of class, three of item, after GB/T 47678.5-2026. */
  readonly code: string;
  readonly name: Words;
  readonly conditions: readonly FilingCondition[];
}

export interface MatterClass {
  readonly kind: 'component' | 'matter';
  readonly code: string;
  readonly name: Words;
}
