import type { FoundName, FoundQuantity } from '../quantity/index.ts';
import type { Sentence } from '../tree/index.ts';

/** A sentence with the numbers found in it. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly quantities: readonly FoundQuantity[];
  readonly names: readonly FoundName[];
}
