import type { Span, Target } from '../report.ts';

export type Verdict = 'met' | 'missed' | 'notMentioned' | 'unclear';

/** Why an answer is what it is: how the result was found and by which rule it was held against the target. */
export interface AnswerGround {
  /** The same indicator under one of its names, the same words, or the row of the table that answers the item. */
  readonly foundBy: 'indicator' | 'words' | 'row' | 'nothing';
  /** `stated`: the report itself says how it stands; `otherMeasure`, `otherUnit`, `otherIndicator`, `boundOnly`: why it stays unclear. */
  readonly rule:
    | 'atLeast'
    | 'atMost'
    | 'about'
    | 'within'
    | 'stated'
    | 'status'
    | 'otherMeasure'
    | 'otherUnit'
    | 'otherIndicator'
    | 'boundOnly'
    | 'none';
  /** Of `about` (左右): how far below the target, in its unit, still counts as met. */
  readonly tolerance?: number;
  /** The two reports do not plan two years that follow each other. */
  readonly yearsApart?: number;
}

export interface Outcome extends Span {
  readonly quote: string;
  readonly value?: number;
  readonly unit?: string;
}

/** What one promise came to in the next report. */
export interface Answer {
  readonly promise: Target;
  readonly verdict: Verdict;
  readonly ground: AnswerGround;
  readonly outcome?: Outcome;
  /** 0…1; of `notMentioned` how sure it is that nothing answers. */
  readonly certainty: number;
}
