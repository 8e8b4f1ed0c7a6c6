import type { Words } from '../words.ts';

/** A CQL2 tree in its JSON form, over the facts that a duty rule may look at. */
export type DutyCondition =
  | { readonly op: '=' | '<' | '>='; readonly args: readonly [DutyProperty, string | number] }
  | { readonly op: 'in'; readonly args: readonly [DutyProperty, readonly string[]] }
  | { readonly op: 'and' | 'or'; readonly args: readonly DutyCondition[] };

/** `hour`: local hour of receipt, 0–23. `demandKind`: consultation, request … `filingCondition`: code of the condition filed under. */
export interface DutyProperty {
  readonly property: 'hour' | 'demandKind' | 'filingCondition';
}

/** One line of the duty list (派单职责目录). Lines are tried in order; the first that matches decides. */
export interface DutyRule {
  /** D001 … in order. */
  readonly code: string;
  /** Codes of demand items (0104) and ids of matters (matter:09006). */
  readonly matters: readonly string[];
  /** The district's code, or codes of streets. */
  readonly areas: readonly string[];
  readonly condition?: DutyCondition;
  /** Unit codes. */
  readonly lead: string;
  readonly assisting: readonly string[];
  /** Law or document the line rests on. */
  readonly basis: Words;
}

/** What was taken back from streets (上级收回事项): never dispatched to a street or anything below it. */
export interface TakenBack {
  readonly matters: readonly string[];
  readonly name: Words;
  /** The unit that does it instead. */
  readonly by: string;
}
