import type { CaseRow, Words } from './api.ts';

/** What may have come in more than once within some days, the largest groups first, page by page. */
export interface DuplicateCases {
  /** Cases with a place that were compared. */
  readonly cases: number;
  /** Two cases each, over all groups. */
  readonly pairs: number;
  /** All there are. */
  readonly groups: number;
  /** More came in than are compared. */
  readonly capped: boolean;
  readonly metres: number;
  readonly hours: number;
  readonly largest: readonly { readonly size: number; readonly pairs: number; readonly items: readonly CaseRow[] }[];
  readonly next: string | null;
}

/** What a case was merged into, and what was merged into it. */
export interface MergedCases {
  readonly into: CaseRow | null;
  /** It follows a case that the reader may not see. */
  readonly intoUnseen: boolean;
  /** It was answered with its main case, which was reopened since. */
  readonly intoReopened: boolean;
  /** In the order in which they joined, a page of them. */
  readonly followers: readonly CaseRow[];
  /** Where the next page goes on; null at the end. */
  readonly next: string | null;
  /** Followers that the reader may not see. */
  readonly unseen: number;
  readonly count: number;
  /** Those that wait for its answer. */
  readonly waiting: number;
  /** Those that were answered with it and are closed. */
  readonly answered: number;
  /** It was reopened after those were answered. */
  readonly reopened: boolean;
}

/** Cases that may be the same as one, nearest first. */
export interface SimilarCases {
  readonly items: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly state: string;
    readonly openedAt: string;
    readonly metres: number;
    /** Why the case asked of cannot be merged into it; null where it can. */
    readonly barred: Words | null;
  }[];
}
