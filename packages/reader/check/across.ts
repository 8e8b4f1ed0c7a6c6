import { evenly, type Fact, likenessOf, scaledUnit } from '../compare/index.ts';
import type { Finding } from '../report.ts';
import { type Known, raise, tidy } from './finding.ts';

/** How like each part must be to the total. */
const leastLikeness = 0.5;

/**
 * A total of the body that the appendix gives in parts: 新建、改建公厕131座 in the body, 22 built and 109 rebuilt in the table. Only sums
 * that come out are told; parts that do not make the total may be other parts.
 */
export function sumsAcross(known: Known, results: readonly Fact[]): Finding[] {
  const facts = results.filter(isCount);
  const bySum = new Map<string, Fact[]>();
  const parts = facts.filter(({ statement }) => known.statements[statement]?.role === 'completion');
  for (const [at, first] of parts.entries()) {
    const second = parts[at + 1];
    if (second === undefined || second.statement !== first.statement || second.quantity?.unit !== first.quantity?.unit)
      continue;
    const key = keyOf((first.quantity?.value ?? 0) + (second.quantity?.value ?? 0), first);
    if (!bySum.has(key)) bySum.set(key, [first, second]);
  }
  return facts.flatMap((total) => {
    if (known.statements[total.statement]?.role !== 'retrospective' || !/[、和及与]|共|总/.test(total.subject))
      return [];
    const pair = bySum.get(keyOf(total.quantity?.value ?? 0, total));
    if (
      pair === undefined ||
      !pair.every(({ tokens }) => likenessOf(evenly(total.tokens), evenly(tokens)) >= leastLikeness)
    )
      return [];
    const values = pair.map(({ quantity }) => quantity?.value ?? 0);
    const sum = tidy(values.reduce((left, right) => left + right, 0));
    const params = {
      total: sum,
      unit: total.quantity?.unit ?? '',
      parts: values.join('+'),
      sum,
      difference: 0,
      by: 'appendix',
    };
    return [raise('sumHolds', params, [total, ...pair])];
  });
}

function isCount({ quantity, otherPeriod }: Fact): boolean {
  return (
    quantity !== undefined &&
    !otherPeriod &&
    quantity.form === 'count' &&
    quantity.comparator === '=' &&
    quantity.value >= 10
  );
}

function keyOf(value: number, { quantity }: Fact): string {
  const { word, scale } = scaledUnit(quantity?.unit ?? '');
  return `${tidy(value * scale)}${word}`;
}
