import type { Span } from '@huying/reader';
import type { GoldReport } from './gold.ts';
import { type Damage, spanIn } from './rewriting.ts';

/** A report with its readings after a damage, every place carried along; what the damage took away is no longer asked for. */
export function damagedGold(gold: GoldReport, damage: Damage, seed: number): GoldReport {
  const damaged = damage(gold.text, seed);
  const moved = <T extends Span>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const span = spanIn(damaged, one);
      return span === undefined ? [] : [{ ...one, ...span }];
    });
  return {
    report: gold.report,
    text: damaged.text,
    targets: moved(gold.targets),
    regions: moved(gold.regions),
    negatives: gold.negatives.flatMap((negative) => {
      const offset = damaged.at(negative.offset);
      return offset === null ? [] : [{ ...negative, offset }];
    }),
    completion: moved(gold.completion).map((row) => ({ ...row, results: moved(row.results) })),
    outcomes: moved(gold.outcomes),
  };
}
