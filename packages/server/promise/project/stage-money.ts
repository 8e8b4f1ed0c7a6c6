import type { MoneyStage } from '@huying/kit/promise';
import { exactSum } from './sum-rule.ts';

/** Money at one stage of its way, in 万元. Stages tell of the same money again and again; what stands at two of them is never added. */
export interface StageMoney<S extends MoneyStage> {
  readonly stage: S;
  readonly amount: number;
}

export function moneyAt<S extends MoneyStage>(stage: S, amount: number): StageMoney<S> {
  return { stage, amount };
}

/** Adds what stands at one and the same stage; money of another stage is a type error. */
export function plusMoney<S extends MoneyStage>(a: StageMoney<S>, b: StageMoney<NoInfer<S>>): StageMoney<S> {
  return { stage: a.stage, amount: exactSum([a.amount, b.amount]) };
}

/** The money of something by stage; null where nothing is known of a stage. There is no sum over stages to be asked for. */
export type MoneyByStage = { readonly [S in MoneyStage]: StageMoney<S> | null };

export const noMoney: MoneyByStage = {
  plan: null,
  assigned: null,
  contracted: null,
  paid: null,
  invested: null,
  received: null,
};

/** A sum within each stage, over those of which something is known; null where nothing is known of any. */
export function sumWithinStages(rows: readonly MoneyByStage[]): MoneyByStage {
  return rows.reduce<MoneyByStage>(
    (sum, row) => ({
      plan: within(sum.plan, row.plan),
      assigned: within(sum.assigned, row.assigned),
      contracted: within(sum.contracted, row.contracted),
      paid: within(sum.paid, row.paid),
      invested: within(sum.invested, row.invested),
      received: within(sum.received, row.received),
    }),
    noMoney,
  );
}

function within<S extends MoneyStage>(a: StageMoney<S> | null, b: StageMoney<S> | null): StageMoney<S> | null {
  if (a === null || b === null) return a ?? b;
  return plusMoney<S>(a, b as StageMoney<NoInfer<S>>);
}
