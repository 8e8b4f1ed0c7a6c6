import type { CaseRecord, Value, Values } from './case-record.ts';
import type { CaseType } from './case-type.ts';
import { isClosed } from './closed.ts';

/**
 * How a case is merged into another of its type (并案) and follows it, its main case. Both keep their numbers, their callers and the promise
 * given to each; what the main case is answered, every case that follows it is answered too, and none of them closes unheard.
 */
export interface MergingSpec<
  State extends string = string,
  Result extends string = string,
  Action extends string = string,
> {
  /** Merges a case; the question `into` of its form names the main case by its number. */
  readonly action: Action;
  readonly into: string;
  /** The state in which a case follows: the action leads there, and nothing else does. */
  readonly follows: State;
  /** Takes a case apart from its main case, to be handled by itself again. */
  readonly separate: Action;
  /** The system's, on the main case, when a case joins it or leaves it. Both ask `waiting`: how many follow it from then on. */
  readonly joined: Action;
  readonly left: Action;
  /**
   * The system's, on a case that follows, once the main case was closed with one of `answers`. What its form asks the main case fills in:
   * `result` and `unit` as they stand, everything else from the field of that name.
   */
  readonly answered: Action;
  readonly answers: readonly Result[];
  /** The system's, on a case that follows, once the main case was closed with any other result. */
  readonly unanswered: Action;
}

/** Why a case cannot follow another. */
export type MergingBar = 'itself' | 'follows' | 'unanswered' | 'closedBefore';

/** How many cases were merged into one and not taken apart again. */
export function followersOf(type: CaseType, { counts }: Pick<CaseRecord, 'counts'>): number {
  if (type.merging === undefined) return 0;
  const { joined, left } = type.merging;
  return (counts[joined] ?? 0) - (counts[left] ?? 0);
}

/**
 * Why `record`, which `barOf` lets follow another, cannot be merged into `main`, both of a type with merging; null where it can. There are no
 * chains: whoever follows has no followers, and so no circle. An answer holds for whoever asked before it was given; who calls after that asks anew.
 */
export function mergingBar(type: CaseType, record: CaseRecord, main: CaseRecord): MergingBar | null {
  const { merging } = type;
  if (record.id === main.id) return 'itself';
  if (main.state === merging?.follows) return 'follows';
  if (!isClosed(type, main.state)) return null;
  if (answerOf(type, main) === null) return 'unanswered';
  return main.closedAt !== null && record.openedAt > main.closedAt ? 'closedBefore' : null;
}

/** What a closed main case answers those that follow it: the form of `answered`, filled in; null where its result answers nobody else. */
export function answerOf(type: CaseType, main: CaseRecord): Values | null {
  const { merging } = type;
  if (merging === undefined || main.result === null || !isClosed(type, main.state)) return null;
  if (!merging.answers.includes(main.result)) return null;
  const { result, unit, data } = main;
  const known: Readonly<Record<string, Value>> = { ...data, result, unit };
  const names = Object.keys(type.actions[merging.answered]?.ask ?? {});
  return Object.fromEntries(names.flatMap((name) => (known[name] == null ? [] : [[name, known[name]]])));
}
