import { describe, expect, it } from 'vitest';
import { evaluationGrade } from './evaluation.ts';
import { projectRates } from './project-rates.ts';
import { indicator, observed, up } from './promise.fixture.ts';
import { rateOf } from './rate.ts';
import { reconcile } from './reconcile.ts';
import { largestRemainder, roundWith } from './rounding.ts';
import { standingOf } from './standing.ts';

const percent = (n: number, d: number, decimals = 2) => roundWith({ decimals, half: 'up' }, (n / d) * 100);
const holds = (...claims: Parameters<typeof reconcile>[0]) => expect(reconcile(claims)).toEqual([]);

describe('figures that were published, computed again', () => {
  it('Liwan 2019-04-12: 186 sites, 132 done, 70.97 %; the week before 66.13 %', () => {
    holds(
      {
        at: '分类',
        claim: 'classes',
        total: 186,
        classes: [
          { name: '关停取缔', value: 40 },
          { name: '升级改造', value: 54 },
          { name: '整合搬迁', value: 92 },
        ],
      },
      {
        at: '完成',
        claim: 'sum',
        total: 132,
        parts: [
          { name: '关停取缔', value: 40 },
          { name: '升级改造', value: 48 },
          { name: '整合搬迁', value: 44 },
        ],
      },
      {
        at: '完成率',
        claim: 'percentage',
        numerator: 132,
        denominator: 186,
        printed: 70.97,
        rounding: { decimals: 2, half: 'up' },
      },
    );
    expect([percent(132, 186), percent(123, 186)]).toEqual([70.97, 66.13]);
  });
  it('2661 = 347 + 238 + 2076, nothing pending', () => {
    holds({
      at: '合计',
      claim: 'classes',
      total: 2661,
      classes: [347, 238, 2076, 0].map((value, at) => ({ name: String(at), value })),
    });
  });
  it('24,484 found = 21,489 + 2,995; 20,258 done = 14,980 + 5,278: 82.74 %', () => {
    holds(
      {
        at: '排查',
        claim: 'sum',
        total: 24_484,
        parts: [
          { name: '一', value: 21_489 },
          { name: '二', value: 2995 },
        ],
      },
      {
        at: '完成',
        claim: 'sum',
        total: 20_258,
        parts: [
          { name: '一', value: 14_980 },
          { name: '二', value: 5278 },
        ],
      },
    );
    expect(percent(20_258, 24_484)).toBe(82.74);
  });
  it('Guangzhou, first quarter of 2021: 28.9 % is 3.9 points above the path', () => {
    const standing = standingOf(indicator(), [observed('2027-03-31', 28.9)], [], '2027-03-31');
    expect([standing.e, standing.deltaPoints]).toEqual([0.25, 3.9]);
  });
  it('Guang’an, January to August: 92.6 % is 25.9 points above 66.7', () => {
    const { e, deltaPoints } = standingOf(indicator(), [observed('2027-08-31', 92.6)], [], '2027-08-31');
    expect(roundWith({ decimals: 1, half: 'up' }, (e ?? 0) * 100)).toBe(66.7);
    expect(roundWith({ decimals: 1, half: 'up' }, deltaPoints ?? 0)).toBe(25.9);
  });
  it('Ninghai: 2.41 of 2.47 is 97.6 %; 7.5 of 7.1 is 105.6 %', () => {
    expect(roundWith({ decimals: 1, half: 'up' }, (rateOf(up(0, 2.47), 2.41) ?? 0) * 100)).toBe(97.6);
    expect(roundWith({ decimals: 1, half: 'up' }, (rateOf(up(0, 7.1), 7.5) ?? 0) * 100)).toBe(105.6);
  });
  it('Huichang 2023-10: 26 of 65 done is 40 %, 65 of 65 started is 100 %', () => {
    const projects = Array.from({ length: 65 }, (_, at) => ({
      id: String(at),
      added: false,
      plan: 1,
      invested: at < 26 ? 1 : 0,
      startDue: '2023-06-30',
      startedOn: '2023-05-01',
    }));
    const { all } = projectRates(projects, '2023-10-31');
    expect([all.invested.value, all.started.value]).toEqual([0.4, 1]);
  });
  it('Zhenhai 2021: 17, 11, 1 make the 29 present; satisfied as long as there are no more than 33 members', () => {
    const grade = (members: number) => evaluationGrade({ members, satisfied: 17, basically: 11, not: 1 });
    expect([grade(29), grade(33), grade(34), grade(55), grade(56), grade(28)]).toEqual([
      'satisfied',
      'satisfied',
      'basically',
      'basically',
      'not',
      null,
    ]);
    holds({ at: '测评', claim: 'satisfaction', rows: [{ id: '5', satisfied: 17, basically: 11, not: 1 }], total: 29 });
  });
  it('exactly half of the members fails, of the satisfied and of both together', () => {
    expect(evaluationGrade({ members: 34, satisfied: 17, basically: 0, not: 17 })).toBe('not');
    expect(evaluationGrade({ members: 34, satisfied: 17, basically: 1, not: 16 })).toBe('basically');
  });
  it('128 suggestions A64 B38 C21 D5: 50, 29.7, 16.4, 3.9', () => {
    const parts = [64, 38, 21, 5];
    expect(parts.map((part) => percent(part, 128, 1))).toEqual([50, 29.7, 16.4, 3.9]);
    expect(largestRemainder(parts, 1)).toEqual([50, 29.7, 16.4, 3.9]);
  });
  it('92 proposals A22 B68 C2: 23.91, 73.91, 2.17, which is 99.99; the largest remainder makes it 100 and says so', () => {
    const parts = [22, 68, 2].map((value, at) => ({ name: 'ABC'[at] ?? '', value }));
    const plain = [23.91, 73.91, 2.17];
    expect(
      roundWith(
        { decimals: 2, half: 'up' },
        plain.reduce((a, b) => a + b),
      ),
    ).toBe(99.99);
    holds({ at: '分类', claim: 'shares', parts, printed: plain, rounding: { decimals: 2, half: 'up' } });
    const whole = largestRemainder([22, 68, 2], 2) ?? [];
    expect(whole).toEqual([23.91, 73.91, 2.18]);
    holds({ at: '分类', claim: 'shares', parts, printed: whole, rounding: { decimals: 2, largestRemainder: true } });
  });
});
