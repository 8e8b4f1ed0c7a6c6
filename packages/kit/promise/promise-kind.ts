import type { Party } from '../access/index.ts';
import type { Fields } from '../field/index.ts';
import type { IndicatorDraft } from './indicator.ts';
import type { Official } from './status.ts';

/** What must be there before a step may be taken: something that supports it, a look by another person, a document, a reason in words. */
export type Demand = 'evidence' | 'verification' | 'document' | 'reason';

export interface PromiseStep<State extends string = string> {
  readonly label: string;
  readonly from: readonly State[];
  readonly to: State;
  readonly by: Party | readonly Party[];
  readonly asks?: Fields;
  readonly demands?: readonly Demand[];
  /** What the step makes the unit's own word; absent: it stays. */
  readonly official?: Official;
}

interface PromiseKindSpec<State extends string> {
  readonly id: string;
  readonly name: string;
  /** Leads the number, e.g. `MS` in MS-2027-0003. */
  readonly numberPrefix: string;
  readonly states: Readonly<Record<State, string>>;
  readonly opens: NoInfer<State>;
  readonly ends: readonly NoInfer<State>[];
  /** Where a revision that cancels leads, from any state. */
  readonly cancelled?: NoInfer<State>;
  readonly steps: Readonly<Record<string, PromiseStep<NoInfer<State>>>>;
  /** The rule set of its lights; the parameter `promise.lights.<kind>` may name another. */
  readonly lights: string;
  /** What every promise of the kind carries. */
  readonly indicators?: readonly IndicatorDraft[];
  /** Fields kept in the promise's data. */
  readonly data?: Fields;
  /** 已完成, 基本完成 … or 完成年度目标, 超额完成. */
  readonly completionWords: Readonly<Record<Official, string>>;
}

/** How one kind of promise goes. */
export type PromiseKind = PromiseKindSpec<string>;

/** Declares a kind; its states are inferred, so that a step to a state that is not there does not compile. */
export function definePromiseKind<const State extends string>(kind: PromiseKindSpec<State>): PromiseKind {
  return kind;
}

/** The parties of a step as a list. */
export function partiesOf({ by }: PromiseStep): readonly Party[] {
  return 'party' in by ? [by] : by;
}
