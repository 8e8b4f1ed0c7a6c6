import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MoneyByStage, moneyAt, noMoney, plusMoney, sumWithinStages } from './stage-money.ts';

describe('money by stage', () => {
  it('is added within a stage', () => {
    expect(plusMoney(moneyAt('paid', 1.1), moneyAt('paid', 2.2))).toEqual({ stage: 'paid', amount: 3.3 });
  });

  it('is never added across stages: it does not compile', () => {
    // @ts-expect-error what was contracted is neither paid nor invested
    const wrong = plusMoney(moneyAt('paid', 1), moneyAt('contracted', 2));
    expect(wrong.stage).toBe('paid');
    // @ts-expect-error there is no total over stages to be asked for
    expect(sumWithinStages([]).total).toBeUndefined();
  });

  it('of which nothing is known stays unknown, and does not make the rest unknown', () => {
    const some: MoneyByStage = { ...noMoney, plan: moneyAt('plan', 10) };
    const more: MoneyByStage = { ...some, invested: moneyAt('invested', 4) };
    expect(sumWithinStages([some, more])).toEqual({
      ...noMoney,
      plan: { stage: 'plan', amount: 20 },
      invested: { stage: 'invested', amount: 4 },
    });
  });

  it('of groups makes that of the whole, however they are parted', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null });
    const one = fc.tuple(amount, amount).map(
      ([plan, paid]): MoneyByStage => ({
        ...noMoney,
        plan: plan === null ? null : moneyAt('plan', plan),
        paid: paid === null ? null : moneyAt('paid', paid),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(one, fc.integer({ min: 0, max: 3 })), { maxLength: 20 }), (rows) => {
        const groups = [...Map.groupBy(rows, ([, group]) => group).values()];
        const sums = groups.map((of) => sumWithinStages(of.map(([money]) => money)));
        expect(sumWithinStages(sums)).toEqual(sumWithinStages(rows.map(([money]) => money)));
      }),
    );
  });
});
