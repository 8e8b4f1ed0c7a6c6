import { comparisonOf } from '@huying/kit/board';
import type { Counts, Measure } from '@huying/kit/measure';
import type { MeasureRow } from '../measure/index.ts';
import type { Compared, Figure, Renamed } from './board-schema.ts';

/** What is said beside the name of a unit that was called otherwise, within the period or since. */
export function renamedOf({ formerly, present }: Pick<MeasureRow, 'formerly' | 'present'>): Renamed {
  return { ...(formerly.length === 0 ? {} : { formerly: [...formerly] }), ...(present === null ? {} : { present }) };
}

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

/** A number to compare with; `now` is the present one to be held against it, where that is not the one shown. */
export interface ComparedRow {
  readonly was: MeasureRow;
  readonly now: MeasureRow | undefined;
}

/** The same number in the periods it is compared with; absent where there is none to compare with. */
export interface ComparedRows {
  readonly before?: ComparedRow | undefined;
  readonly yearBefore?: ComparedRow | undefined;
  /** The day is not over: what is known of it by now is not held against a whole day. */
  readonly partial?: boolean;
}

function comparedIn<K extends 'before' | 'yearBefore'>(
  name: K,
  measure: Measure,
  shown: Counts,
  { partial, ...rows }: ComparedRows,
): Partial<Record<K, Compared>> {
  const row = rows[name];
  if (row === undefined) return {};
  const { was: then, now } = row;
  const how = then.along?.how ?? 'same';
  const names = then.along?.with.map(({ name }) => name) ?? [];
  const parted = how === 'split' || how === 'ended';
  const comparison = partial === true || parted ? UNCOMPARED : comparisonOf(measure, now ?? shown, then);
  const compared: Compared = {
    n: then.n,
    d: then.d,
    rate: then.rate,
    ...comparison,
    ...(parted ? { parted: { how, with: names } } : {}),
    ...(how === 'joined' && now !== undefined ? { joined: { with: names, n: now.n, d: now.d, rate: now.rate } } : {}),
  };
  return { [name]: compared } as Record<K, Compared>;
}

const UNCOMPARED = { difference: null, noise: 'unknown' } as const;

function correctedFrom({ at, n, d, x, rate, changes }: NonNullable<MeasureRow['published']>) {
  return { at, n, d, x, rate, changes };
}

function isCount({ form }: Measure): boolean {
  return 'count' in form || 'stock' in form;
}
