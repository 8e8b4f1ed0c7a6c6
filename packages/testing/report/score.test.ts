import { describe, expect, it } from 'vitest';
import { damagedGold } from './damaged-gold.ts';
import type { GoldReport, GoldTarget } from './gold.ts';
import { damages, type FoundTarget, f1Of, scoreTargets } from './index.ts';

const text = '清江区去年新增学位900个。今年新增学位1.2万个以上，改造小区30个左右；增长5%。';
const place = (words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};
const one = (words: string, value: number, unit: string, more: Partial<GoldTarget> = {}): GoldTarget => ({
  ...place(words),
  value,
  unit,
  comparator: '=',
  kind: 'new',
  deadline: null,
  metric: words,
  ...more,
});
const gold: GoldReport = {
  report: 'invented',
  text,
  targets: [
    one('新增学位1.2万个以上', 1.2, '万个', { comparator: '>=' }),
    one('改造小区30个左右', 30, '个', { comparator: '~', open: ['deadline'] }),
    one('增长5%', 5, '%', { kind: 'growth', optional: true }),
  ],
  regions: [
    { ...place('清江区去年新增学位900个。'), role: 'retrospective' },
    { ...place('今年新增学位1.2万个以上，改造小区30个左右；增长5%。'), role: 'plan' },
  ],
  negatives: [{ offset: text.indexOf('900'), number: '900' }],
  completion: [],
  outcomes: [],
};
const found = (words: string, value: number, unit: string, more: Partial<FoundTarget> = {}): FoundTarget =>
  one(words, value, unit, more as Partial<GoldTarget>);
const right = [
  found('1.2万个以上', 1.2, '万个', { comparator: '>=' }),
  found('改造小区30个左右', 30, '个', { comparator: '~' }),
];

describe('the score', () => {
  it('is full where the known targets and no others are found, optional ones or not', () => {
    for (const more of [[], [found('增长5%', 5, '%')]]) expect(f1Of(scoreTargets([...right, ...more], gold))).toBe(1);
  });

  it('counts a target once, however often it is found', () => {
    const score = scoreTargets([...right, ...right.map((target) => ({ ...target }))], gold);
    expect(score.precision).toEqual({ right: 2, of: 4 });
    expect(score.recall).toEqual({ right: 2, of: 2 });
  });

  it('wants the value with its scale, wherever the scale is written', () => {
    expect(scoreTargets([found('1.2万个以上', 12_000, '个')], gold).recall.right).toBe(1);
    expect(scoreTargets([found('1.2万个以上', 1.2, '个')], gold).recall.right).toBe(0);
  });

  it('wants the place: the same value elsewhere is an extra', () => {
    const score = scoreTargets([found('今年', 30, '个')], gold);
    expect(score.recall.right).toBe(0);
    expect(score.precision).toEqual({ right: 0, of: 1 });
  });

  it('names results taken for targets, and numbers known to be none', () => {
    const score = scoreTargets([...right, found('新增学位900个', 900, '个')], gold);
    expect(score.falseResults).toBe(1);
    expect(score.negatives).toEqual({ right: 1, of: 1 });
    expect(score.misses.map(({ what }) => what)).toEqual(['false result', 'negative']);
  });

  it('asks for each field of what was found, but not for those left open', () => {
    const score = scoreTargets(
      right.map((target) => ({ ...target, deadline: '2031-12-31', kind: 'level' as const })),
      gold,
    );
    expect(score.fields.deadline).toEqual({ right: 0, of: 1 });
    expect(score.fields.kind).toEqual({ right: 0, of: 2 });
    expect(score.fields.comparator).toEqual({ right: 2, of: 2 });
  });

  it('takes a unit for the same in traditional script and full width', () => {
    const score = scoreTargets([found('1.2万个以上', 1.2, '萬個', { comparator: '>=' })], gold);
    expect(score.fields.unit).toEqual({ right: 1, of: 1 });
  });
});

describe('readings of a damaged text', () => {
  it('stand where their words went', () => {
    const moved = damagedGold(gold, damages['page chrome'] ?? fails, 1);
    const words = Array.from(moved.text);
    expect(moved.targets.map(({ start, end }) => words.slice(start, end).join(''))).toEqual(
      gold.targets.map(({ start, end }) => text.slice(start, end)),
    );
    expect(words.slice(moved.negatives[0]?.offset).join('')).toMatch(/^900个/);
  });
});

function fails(): never {
  throw new Error('no such damage');
}
