import { resultsOf } from '../compare/index.ts';
import type { Finding } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import type { GivenText } from '../text/index.ts';
import { sumsAcross } from './across.ts';
import { itemCounts, memberCounts } from './counts.ts';
import { datesIn } from './dates.ts';
import type { Known } from './finding.ts';
import { lastResults } from './last-result.ts';
import { proportionsIn } from './proportions.ts';
import { rowsIn } from './rows.ts';
import { sumsIn } from './sums.ts';
import { twiceIn } from './twice.ts';

/**
 * Contradictions and printed sums, in the order of the text: each with the places it is about and the arithmetic in its parameters.
 * Nothing is repaired; a sum that comes out is reported too (`sumHolds`), so that a checked report can be told from an unchecked one.
 */
export function findingsIn(given: GivenText, sentences: readonly ReadSentence[], known: Known): readonly Finding[] {
  const results = resultsOf(known);
  return [
    ...sentences.flatMap((read) => [...sumsIn(given, read), ...proportionsIn(given, read), ...datesIn(given, read)]),
    ...rowsIn(known.completion),
    ...sumsAcross(known, results),
    ...twiceIn(known, results),
    ...lastResults(known, results),
    ...itemCounts(given, sentences, known),
    ...memberCounts(known.glossary),
  ].sort((left, right) => left.start - right.start || left.end - right.end);
}
