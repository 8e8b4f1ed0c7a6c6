import type { Target } from '@huying/reader';

/** A target as programs that score and compare take it: one JSON object a line. */
export interface TargetLine {
  readonly quote: string;
  /** Code points before the quote in the text. */
  readonly start: number;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly comparator: Target['comparator'];
  readonly kind: Target['kind'];
  readonly deadline: string | null;
  readonly upper?: number;
  readonly stretch?: true;
}

export function targetLine({
  quote,
  start,
  metric,
  value,
  upper,
  unit,
  comparator,
  kind,
  deadline,
  stretchOf,
}: Target): TargetLine {
  return {
    quote,
    start,
    metric,
    value,
    unit,
    comparator,
    kind,
    deadline,
    ...(upper === undefined ? {} : { upper }),
    ...(stretchOf === undefined ? {} : { stretch: true }),
  };
}
