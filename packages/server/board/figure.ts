import { comparisonOf } from '@huying/kit/board';
import type { Counts, Measure } from '@huying/kit/measure';
import type { MeasureRow } from '../measure/index.ts';
import type { Compared, Figure } from './board-schema.ts';

/** A number for a page: only what is out of the ordinary is said of it. */
export function figureOfRow(measure: Measure, row: MeasureRow | undefined, compared: ComparedRows = {}): Figure {
  if (row === undefined) return { n: 0, d: 0, x: 0, rate: isCount(measure) ? 0 : null };
  const { n, d, x, rate, few, recounting, published, alarm } = row;
  return {
    n,
    d,
    x,
    rate,
    ...(few ? { few: true as const } : {}),
    ...(recounting ? { recounting: true as const } : {}),
    ...(published === null || published.same ? {} : { published: correctedFrom(published) }),
    ...(alarm === null ? {} : { alarm }),
    ...comparedIn('before', measure, row, compared),
    ...comparedIn('yearBefore', measure, row, compared),
  };
}

/** The same number in the periods it is compared with; absent where there is none to compare with. */
export interface ComparedRows {
  readonly before?: MeasureRow | undefined;
  readonly yearBefore?: MeasureRow | undefined;
  /** The day is not over: what is known of it by now is not held against a whole day. */
  readonly partial?: boolean;
}

function comparedIn<K extends 'before' | 'yearBefore'>(
  name: K,
  measure: Measure,
  now: Counts,
  { partial, ...rows }: ComparedRows,
): Partial<Record<K, Compared>> {
  const then = rows[name];
  if (then === undefined) return {};
  const comparison = partial === true ? UNCOMPARED : comparisonOf(measure, now, then);
  const compared: Compared = { n: then.n, d: then.d, rate: then.rate, ...comparison };
  return { [name]: compared } as Record<K, Compared>;
}

const UNCOMPARED = { difference: null, noise: 'unknown' } as const;

function correctedFrom({ at, n, d, x, rate, changes }: NonNullable<MeasureRow['published']>) {
  return { at, n, d, x, rate, changes };
}

function isCount({ form }: Measure): boolean {
  return 'count' in form || 'stock' in form;
}
