import type { Counts, Fact } from '@huying/kit/measure';
import type { MeasureRow } from './reading-schema.ts';

/** Looking through more facts than this takes longer than a reader waits. */
const MOST = 20_000;

type Kept = Counts & Pick<MeasureRow, 'recounting' | 'alarm'>;

/**
 * How many rows there are behind a number in fact, to be held against the number kept; null where that cannot be said: the facts are being
 * counted anew, there are too many of them to be looked through, or the number changed meanwhile.
 */
export async function foundRows(asked: {
  readonly row: Kept;
  /** How many rows a number says there are. */
  readonly amountOf: (counts: Counts) => number;
  /** Reads the number again. */
  readonly read: () => Promise<Counts | undefined>;
  readonly facts: AsyncIterable<Fact>;
  /** Whether a fact is one of the rows. */
  readonly stands: (fact: Fact) => boolean;
}): Promise<number | null> {
  const { row, amountOf, facts, stands } = asked;
  if (row.recounting) return null;
  let [looked, found] = [0, 0];
  for await (const fact of facts) {
    looked += 1;
    // What the last recount found is as good as counting, and there already.
    if (looked > MOST) return row.alarm === null ? null : amountOf(row.alarm);
    if (stands(fact)) found += 1;
  }
  const kept = amountOf(row);
  if (found === kept) return found;
  const again = await asked.read();
  return again !== undefined && amountOf(again) === kept ? found : null;
}
