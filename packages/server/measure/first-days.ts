import { type Measure, stintKind } from '@huying/kit/measure';
import type { CaseServices } from '../case/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { firstDaysKept } from './cell.store.ts';
import { bookOf } from './measure-book.ts';

/**
 * Since when there is anything to count: for a measure the first day on which any fact counts that is said of the same cases; null before
 * there is one. What is told of an earlier day is no number, for nobody kept any.
 */
export async function firstDays(
  { tx, tenant }: Pick<Ctx, 'tx' | 'tenant'>,
  { product }: Pick<CaseServices, 'product'>,
): Promise<(measure: Pick<Measure, 'fact'>) => string | null> {
  const { declarations, editions } = bookOf(product);
  const kindOf = (fact: string) =>
    declarations.find((one) => one.kind === fact || stintKind(one) === fact)?.kind ?? fact;
  const counted = [...editions.values()].flatMap((edition) => edition.counted);
  const kinds = new Map(counted.map(({ id, measure }) => [id, kindOf(measure.fact)]));
  const first = new Map<string, string>();
  for (const { measure, day } of await firstDaysKept(tx, tenant, [...kinds.keys()])) {
    const kind = kinds.get(measure) ?? '';
    const known = first.get(kind);
    if (known === undefined || day < known) first.set(kind, day);
  }
  return ({ fact }) => first.get(kindOf(fact)) ?? null;
}
