import type { Words } from '@huying/kit/error';

/** Bulletins, papers and rankings as the server answers them. */

export type PaperKind =
  | 'bulletin'
  | 'letter'
  | 'ranking'
  | 'projects'
  | 'livelihood'
  | 'indicators'
  | 'appendix'
  | 'glossary'
  | 'memo';

export interface NamedKind {
  readonly id: PaperKind;
  readonly name: Words;
}

export interface BulletinRow {
  readonly id: string;
  readonly kind: NamedKind;
  readonly year: number;
  readonly issue: number | null;
  readonly number: string | null;
  readonly title: string;
  readonly state: 'draft' | 'issued';
  readonly asOf: string;
  readonly unit: { readonly id: string; readonly name: Words } | null;
  readonly signedBy: string | null;
  readonly issuedAt: string | null;
  readonly publishedAt: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface BulletinList {
  readonly items: readonly BulletinRow[];
  readonly next: string | null;
  readonly makes: readonly NamedKind[];
}

export interface PaperWords {
  readonly reasons: Readonly<Record<string, { readonly reason?: string; readonly next?: string }>>;
  readonly paragraphs: readonly string[];
}

export interface BulletinView extends BulletinRow {
  readonly publishedBy: string | null;
  readonly publishedBasis: string | null;
  readonly takenAt: string;
  readonly digest: string;
  readonly whole: boolean;
  readonly words: PaperWords;
  /** As kit/document has it. */
  readonly document: unknown;
  readonly discrepancies: readonly (Words & {
    readonly at: string;
    readonly rule: string;
    readonly difference: number | null;
  })[];
  readonly corrections: readonly {
    readonly id: string;
    readonly label: string;
    readonly old: string;
    readonly new: string;
    readonly reason: string;
    readonly foundBy: string;
    readonly at: string;
    readonly listed: boolean;
  }[];
  readonly promises: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly light: string | null;
  }[];
  readonly may: readonly string[];
}

export interface RankingCell {
  readonly value: number | null;
  readonly n: number;
  readonly d: number;
}

export interface Performance {
  readonly year: number;
  readonly from: string;
  readonly asOf: string;
  readonly as: 'live' | 'published';
  readonly number: string | null;
  readonly groups: readonly {
    readonly id: string;
    readonly name: Words;
    readonly criteria: readonly {
      readonly id: string;
      readonly name: Words;
      readonly weight: number;
      readonly better: 'high' | 'low';
      readonly minimum: number;
    }[];
    readonly ranked: readonly {
      readonly unit: string;
      readonly name: Words;
      readonly rank: number;
      readonly was: number | null;
      readonly score: number;
      readonly best: number;
      readonly worst: number;
      readonly red: number;
      readonly done: number;
      readonly board: 'red' | 'black' | null;
      readonly exempt: string | null;
      readonly cells: readonly RankingCell[];
    }[];
    readonly apart: readonly { readonly unit: string; readonly name: Words; readonly n: number }[];
  }[];
}
