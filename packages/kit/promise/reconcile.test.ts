import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, NamedAmount } from './claim.ts';
import type { LightRuleSet } from './light.ts';
import { publishedRuleSets } from './published-lights.ts';
import { reconcile } from './reconcile.ts';
import { compositeScore } from './score.ts';

const told = (...claims: readonly Claim[]) => reconcile(claims).map(({ rule, difference }) => [rule, difference]);
const named = (values: Readonly<Record<string, number | null>>): NamedAmount[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
const lights = (id: string) => publishedRuleSets.find((set) => set.id === id) as LightRuleSet;
const halfUp = (decimals: number) => ({ decimals, half: 'up' }) as const;

describe('faults of published figures, each caught', () => {
  it('Ninghai 2021: one item has 122 ballots where nine have 222', () => {
    const row = (id: number, satisfied: number, basically: number, not: number) => ({
      id: String(id),
      satisfied,
      basically,
      not,
    });
    const rows = [row(1, 95, 27, 0), ...Array.from({ length: 9 }, (_, at) => row(at + 2, 200 - at, 22 + at, 0))];
    expect(reconcile([{ at: '测评表', claim: 'satisfaction', rows, total: null }])).toEqual([
      {
        at: '测评表',
        rule: 'ballot-identity',
        difference: -100,
        zh: '“1”：三项合计122票，应为222票，相差100。',
        en: '“1”: The three make 122 ballots where there are 222, off by 100.',
      },
    ]);
  });
  it('Lianyungang 2025: four laggards are named nowhere', () => {
    const found = reconcile([
      { at: '省级', claim: 'classes', total: 45, classes: named({ 提前: 24, 按期: 9, 推进: 11 }) },
      { at: '市级', claim: 'classes', total: 50, classes: named({ 提前: 14, 按期: 7, 推进: 26 }) },
    ]);
    expect(found.map(({ rule, difference, zh }) => [rule, difference, zh])).toEqual([
      ['named-nowhere', 1, '共45项，各类合计44项，有1项未列入任何一类。'],
      ['named-nowhere', 3, '共50项，各类合计47项，有3项未列入任何一类。'],
    ]);
  });
  it('Ningbo 2011: classes make 588 of 591, and percentages are of 588', () => {
    expect(
      told(
        { at: '结果', claim: 'classes', total: 591, classes: named({ A: 148, B: 364, C: 66, D: 10 }) },
        { at: '分母', claim: 'same-denominator', rows: named({ 办理总数: 591, 百分比: 588 }) },
      ),
    ).toEqual([
      ['named-nowhere', 3],
      ['same-denominator', -3],
    ]);
  });
  it('Yueyanglou 2017: 7,558 of 6,300 truncated to 119 %', () => {
    const claim = { at: '表', claim: 'percentage', numerator: 7558, denominator: 6300 } as const;
    expect(told({ ...claim, printed: 119, rounding: halfUp(0) })).toEqual([['percentage', -1]]);
    expect(told({ ...claim, printed: 120, rounding: halfUp(0) })).toEqual([]);
    expect(told({ ...claim, printed: 119.97, rounding: null })).toEqual([['declared-rounding', null]]);
  });
  it('Yueyanglou 2017: a plan of 11,098 that leaves out 4,572 does not sum', () => {
    expect(told({ at: '计划', claim: 'sum', total: 11_098, parts: named({ 列入: 11_098, 未列入: 4572 }) })).toEqual([
      ['must-sum', -4572],
    ]);
  });
  it('93 suggestions: 54/93 printed 58.07 so that the column makes 100, without saying so', () => {
    const parts = named({ A: 54, B: 27, C: 12 });
    const printed = [58.07, 29.03, 12.9];
    expect(told({ at: '表', claim: 'shares', parts, printed, rounding: halfUp(2) })).toEqual([['percentage', 0.01]]);
    expect(
      told({ at: '表', claim: 'percentage', numerator: 54, denominator: 93, printed: 58.07, rounding: halfUp(2) }),
    ).toEqual([['percentage', 0.01]]);
    expect(
      told({ at: '表', claim: 'shares', parts, printed, rounding: { decimals: 2, largestRemainder: true } }),
    ).toEqual([]);
  });
  it('317 checked: 136 + 154 leave 27 unexplained', () => {
    expect(told({ at: '检查', claim: 'classes', total: 317, classes: named({ 整改: 136, 取缔: 154 }) })).toEqual([
      ['named-nowhere', 27],
    ]);
  });
  it('Yinchuan: a light rule without a colour for up to ten points below', () => {
    const [found] = reconcile([{ at: '亮灯', claim: 'lights', set: lights('yinchuan-path') }]);
    expect(found).toMatchObject({ rule: 'rule-coverage', zh: '完成率与序时之差为-5点时没有亮灯规则。' });
  });
  it('Sanya and Yinchuan in one table: a share of the amount beside points', () => {
    const rows = [
      { name: '三亚', set: lights('sanya-projects-mended') },
      { name: '银川', set: lights('yinchuan-path-mended') },
    ];
    expect(
      told(
        { at: '并列', claim: 'same-lights', rows },
        { at: '三亚', claim: 'lights', set: lights('sanya-projects') },
      ).map(([rule]) => rule),
    ).toEqual(['same-measure', 'rule-coverage']);
  });
  it('Zhenhai: “达到半数以上” passes and “不足半数（含半数）” fails at exactly half', () => {
    expect(told({ at: '办法', claim: 'majority', passesAtHalf: true, failsAtHalf: true })).toEqual([
      ['majority', null],
    ]);
    expect(told({ at: '办法', claim: 'majority', passesAtHalf: false, failsAtHalf: false })).toEqual([
      ['majority', null],
    ]);
    expect(told({ at: '办法', claim: 'majority', passesAtHalf: false, failsAtHalf: true })).toEqual([]);
  });
  it('investment promotion 2024: the formula gives 1.08, 0.5 is printed, the cap is not declared', () => {
    const ratio = (target: number, cap: number | null) => ({ by: 'ratio', target, cap }) as const;
    const of = (cap: number | null) =>
      compositeScore(
        [
          { weight: 0.25, scoring: ratio(27, cap), value: 28 },
          { weight: 0.25, scoring: ratio(54, cap), value: 177.7 },
        ],
        null,
      );
    const claim = { at: '得分', claim: 'score', printed: 0.5, rounding: halfUp(2) } as const;
    const { uncapped } = of(null);
    expect(uncapped).toBeCloseTo(1.08, 2);
    expect(told({ ...claim, arithmetic: uncapped ?? 0, cap: null })).toEqual([['declared-cap', -0.58]]);
    expect(told({ ...claim, arithmetic: of(1).score ?? 0, cap: null })).toEqual([]);
    expect(told({ ...claim, arithmetic: uncapped ?? 0, cap: 0.5 })).toEqual([]);
  });
  it('two code books side by side: B and C do not compare, A does', () => {
    const rows = [
      { name: '甲市', book: 'planned-apart' },
      { name: '乙市', book: 'later-apart' },
    ];
    expect(told({ at: '比较', claim: 'code-books', code: 'B', rows })).toEqual([['code-book', null]]);
    expect(told({ at: '比较', claim: 'code-books', code: 'A', rows })).toEqual([]);
  });
  it('one promise with different percentages by view', () => {
    const places = named({ 总览: 0.62, 详情: 0.58, 附件: 0.62 });
    expect(told({ at: '老旧小区', claim: 'same-number', places })).toEqual([['same-number', -0.04]]);
    expect(told({ at: '老旧小区', claim: 'same-number', places: named({ 总览: null, 详情: 0 }) })).toEqual([
      ['same-number', null],
    ]);
  });
});

describe('reconciling', () => {
  it('what is not known is told, never counted as zero', () => {
    const found = reconcile([{ at: '表', claim: 'sum', total: 3, parts: named({ 甲: 3, 乙: null }) }]);
    expect(found).toEqual([
      {
        at: '表',
        rule: 'no-data',
        difference: null,
        zh: '乙没有数据，不能以零计。',
        en: '乙: no data, which is not zero.',
      },
    ]);
  });
  it('amounts sum to the digits they are printed with', () => {
    const parts = named({ 甲: 0.1, 乙: 0.2 });
    expect(told({ at: '表', claim: 'sum', total: 0.3, parts, decimals: 2 })).toEqual([]);
    expect(told({ at: '表', claim: 'sum', total: 0.31, parts, decimals: 2 })).toEqual([['must-sum', 0.01]]);
    expect(told({ at: '表', claim: 'classes', total: 2, classes: named({ 甲: 3 }) })).toEqual([['must-sum', -1]]);
  });
  it('a percentage of nothing is not printed, one of something is', () => {
    const claim = { at: '表', claim: 'percentage', rounding: halfUp(1) } as const;
    expect(told({ ...claim, numerator: 0, denominator: 0, printed: 100 })).toEqual([['percentage', null]]);
    expect(told({ ...claim, numerator: 0, denominator: 0, printed: null })).toEqual([]);
    expect(told({ ...claim, numerator: 1, denominator: 2, printed: null })).toEqual([['no-data', null]]);
  });
  it('a percentage held at 100 needs a declared cap', () => {
    const claim = {
      at: '表',
      claim: 'percentage',
      numerator: 153,
      denominator: 100,
      printed: 100,
      rounding: halfUp(1),
    } as const;
    expect(told(claim)).toEqual([['declared-cap', -53]]);
    expect(told({ ...claim, cap: 1 })).toEqual([]);
  });
  it('ballots are told with the candidate', () => {
    const counts = { members: 10, present: 10, issued: 10, returned: 10, valid: 10, void: 0 };
    const [found] = reconcile([
      { at: '票决', claim: 'ballots', counts, tallies: [{ candidate: '甲', approve: 5, oppose: 4, abstain: 0 }] },
    ]);
    expect(found).toMatchObject({
      rule: 'ballot-identity',
      difference: -1,
      zh: '“甲”：赞成、反对、弃权合计9，有效票10，相差1。',
    });
  });
  it('shares of which one is missing are refused', () => {
    expect(
      told({ at: '表', claim: 'shares', parts: named({ 甲: 1, 乙: 1 }), printed: [50], rounding: halfUp(0) }),
    ).toEqual([['no-data', null]]);
    expect(told({ at: '表', claim: 'shares', parts: named({ 甲: 1 }), printed: [100], rounding: null })).toEqual([
      ['declared-rounding', null],
    ]);
  });
  it('whatever is taken from one part of a sum is found, with the amount', () => {
    assert(
      property(array(integer({ min: 0, max: 500 }), { minLength: 1 }), integer({ min: 1, max: 20 }), (values, off) => {
        const parts = values.map((value, at) => ({ name: String(at), value }));
        const total = values.reduce((sum, value) => sum + value, 0);
        expect(told({ at: '', claim: 'sum', total, parts })).toEqual([]);
        expect(told({ at: '', claim: 'sum', total: total + off, parts })).toEqual([['must-sum', off]]);
      }),
    );
  });
});
