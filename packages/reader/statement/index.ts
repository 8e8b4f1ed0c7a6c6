import type { Modality, StatementKind } from '../report.ts';
import { modalityOf } from './modality.ts';
import { placed } from './placed.ts';
import type { ReadSentence } from './read-sentence.ts';
import { workedYear } from './worked-year.ts';

export { modalityOf } from './modality.ts';
export type { ReadSentence } from './read-sentence.ts';
export { type Clock, clockOf, type Reckoning, type TimeMark, timeMarksIn } from './time-mark.ts';
export { workedYear } from './worked-year.ts';

/** What one sentence does, how firmly, and how sure the reader is of it (0…1). */
export interface StatementReading {
  readonly kind: StatementKind;
  readonly modality: Modality;
  readonly certainty: number;
  /** The words place it in the plan although its section does not. */
  readonly ahead: boolean;
  /** Where in the sentence what is ahead begins, if not with its first word. */
  readonly aheadFrom?: number;
}

/**
 * Every sentence read for what it does: by the role of its section, by the marks of time and aspect in its words, and by its neighbours,
 * so that a look back inside a plan (去年…) and a plan inside a look back (今年将…) come out right.
 * `year` is the year whose work the report plans, where known; years are past or future relative to it. One answer a sentence, same order.
 */
export function statementsOf(
  sentences: readonly ReadSentence[],
  year: number | undefined,
): readonly StatementReading[] {
  const kinds = placed(sentences, workedYear(sentences, year));
  return sentences.map(({ sentence }, index) => {
    const { kind, ...placing } = kinds[index] ?? { kind: 'background', certainty: 0, ahead: false };
    return { kind, modality: modalityOf(sentence.passage.text), ...placing };
  });
}
