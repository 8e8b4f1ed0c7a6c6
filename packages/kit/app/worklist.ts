import type { Condition } from '../condition/index.ts';

/**
 * A declared query over cases, shown as a list with its count. Conditions name the columns of the case list and the
 * reader: `my.post`, `my.unit`, `now` and `inOneDay`.
 */
export interface Worklist {
  readonly id: string;
  readonly label: string;
  /** `owned` asks for cases whose present owner the reader is, and needs no condition of its own. */
  readonly shows: 'owned' | 'reachable';
  readonly filter?: Condition;
  readonly order: 'due' | 'newest';
  /** Roles in whose menu it stands; absent: everybody's. */
  readonly for?: readonly string[];
}
