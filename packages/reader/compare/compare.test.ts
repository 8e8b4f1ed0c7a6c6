import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../quantity/index.ts';
import type { Report, SectionRole, Target } from '../report.ts';
import { compare } from './index.ts';

const empty: Report = {
  about: { script: 'simplified', damage: [] },
  likeness: { kind: 'report', score: 1, grounds: [] },
  document: { kind: 'document', start: 0, end: 0, children: [] },
  statements: [],
  quantities: [],
  targets: [],
  tasks: [],
  items: [],
  completion: [],
  glossary: [],
  names: [],
  findings: [],
  doubts: [],
};

/** A report of nothing but results, as the reader would hand it over. */
function reporting(text: string, role: SectionRole = 'retrospective', year = 2031): Report {
  const sentences = text.match(/[^。]+。/g) ?? [];
  let at = 0;
  const statements: Report['statements'][number][] = [];
  const quantities: Report['quantities'][number][] = [];
  for (const words of sentences) {
    statements.push({
      start: at,
      end: at + words.length,
      text: words,
      kind: 'result',
      role,
      modality: 'plain',
      certainty: 1,
    });
    for (const { from, to, digitsFrom: _, digitsTo: __, ...quantity } of quantitiesIn(words).quantities) {
      quantities.push({ ...quantity, start: at + from, end: at + to });
    }
    at += words.length;
  }
  return { ...empty, about: { ...empty.about, year }, statements, quantities };
}

function promising(...targets: readonly (Pick<Target, 'metric' | 'value' | 'unit'> & Partial<Target>)[]): Report {
  return {
    ...empty,
    about: { ...empty.about, year: 2030 },
    targets: targets.map((target) => ({
      quote: target.metric,
      start: 0,
      end: 0,
      scale: 1,
      comparator: '=',
      kind: 'growth',
      deadline: null,
      modality: 'plain',
      group: 'macro',
      ...target,
    })),
  };
}

const verdicts = (before: Report, after: Report) => compare(before, after).map(({ verdict }) => verdict);

describe('which result answers a target', () => {
  it('is the same indicator under another of its names', () => {
    const before = promising({ metric: '全市生产总值', value: 6, unit: '%', comparator: '>=' });
    const [answer] = compare(before, reporting('全区GDP突破1800亿元，达到1812亿元，增长6.4%。'));
    expect(answer).toMatchObject({
      verdict: 'met',
      outcome: { value: 6.4, unit: '%' },
      ground: { foundBy: 'indicator' },
    });
  });

  it('is quoted with its exact place', () => {
    const text = '经济平稳。居民消费价格上涨1.2%，新增就业岗位3.5万个。';
    const [answer] = compare(promising({ metric: '新增就业', value: 3, unit: '万个', kind: 'new' }), reporting(text));
    expect(answer?.outcome?.quote).toBe('新增就业岗位3.5万个');
    expect(text.slice(answer?.outcome?.start, answer?.outcome?.end)).toBe('新增就业岗位3.5万个');
  });

  it('is no share that only has the indicator as its base, and no indicator of a part of the district', () => {
    const before = promising({ metric: '地区生产总值', value: 6, unit: '%' });
    expect(verdicts(before, reporting('现代服务业增加值占地区生产总值的比重达到71%。'))).toEqual(['notMentioned']);
    const output = promising({ metric: '规上工业总产值', value: 5, unit: '%' });
    expect(verdicts(output, reporting('临江新片区规上工业总产值增长42%。规上工业总产值增长3.1%。'))).toEqual([
      'missed',
    ]);
  });

  it('is of the whole year, not of a quarter or of five years', () => {
    const before = promising({ metric: '地区生产总值', value: 3, unit: '%' });
    const after = reporting(
      '面对一季度地区生产总值下降4.4%的困难，我们奋力追赶，全年地区生产总值增长3.2%。五年来，地区生产总值年均增长8.8%。',
    );
    expect(compare(before, after)[0]).toMatchObject({ verdict: 'met', outcome: { value: 3.2 } });
  });

  it('is found by its words where no indicator is named', () => {
    const before = promising({ metric: '养老床位', value: 800, unit: '张', kind: 'new', comparator: '>=' });
    const after = reporting('新增社区助餐场所12个、养老床位812张。改建认知障碍照护床位90张。');
    expect(compare(before, after)[0]).toMatchObject({
      verdict: 'met',
      outcome: { value: 812 },
      ground: { foundBy: 'words' },
    });
  });

  it('keeps the unemployment rates apart', () => {
    const before = promising({ metric: '城镇登记失业率', value: 4.3, unit: '%', kind: 'share', comparator: '<=' });
    expect(verdicts(before, reporting('城镇调查失业率为4.1%。'))).toEqual(['notMentioned']);
  });

  it('is nothing where nobody speaks of it again', () => {
    const before = promising({ metric: '公园绿地', value: 20, unit: '公顷', kind: 'new' });
    expect(compare(before, reporting('新建道路12条。'))[0]).toMatchObject({
      verdict: 'notMentioned',
      ground: { rule: 'none' },
    });
  });
});

describe('met or missed', () => {
  const rate = { metric: '地区生产总值', unit: '%' } as const;

  it('左右 forgives a twentieth and says so', () => {
    const before = promising({ ...rate, value: 6, comparator: '~' });
    expect(compare(before, reporting('地区生产总值增长5.8%。'))[0]).toMatchObject({
      verdict: 'met',
      ground: { rule: 'about', tolerance: 0.3 },
    });
    expect(verdicts(before, reporting('地区生产总值增长5.6%。'))).toEqual(['missed']);
  });

  it('a fall is a fall, though written without a minus', () => {
    const before = promising({ metric: '一般公共预算收入', value: 3, unit: '%' });
    expect(compare(before, reporting('一般公共预算收入下降1.7%。'))[0]).toMatchObject({
      verdict: 'missed',
      outcome: { value: -1.7 },
    });
  });

  it('unemployment and prices are ceilings even where the target says 左右', () => {
    const before = promising(
      { metric: '居民消费价格', value: 3, unit: '%', comparator: '~' },
      { metric: '城镇调查失业率', value: 4.8, unit: '%', kind: 'share', comparator: '~' },
    );
    expect(verdicts(before, reporting('居民消费价格上涨1.7%，城镇调查失业率稳定在4.4%以内。'))).toEqual(['met', 'met']);
  });

  it('the words of the report are enough without a number', () => {
    const before = promising({ metric: '城镇调查失业率', value: 5, unit: '%', kind: 'share', comparator: '<=' });
    const [answer] = compare(before, reporting('城镇调查失业率明显低于年初预期目标。'));
    expect(answer).toMatchObject({ verdict: 'met', ground: { rule: 'stated' } });
    expect(answer?.outcome).not.toHaveProperty('value');
  });

  it('a bound on the wrong side proves nothing', () => {
    const before = promising({ metric: '引进高层次人才', value: 900, unit: '名', kind: 'new' });
    expect(compare(before, reporting('引进高层次人才超过800名。'))[0]).toMatchObject({
      verdict: 'unclear',
      ground: { rule: 'boundOnly' },
    });
  });

  it('different measures of one thing stay unclear, with the result shown', () => {
    const before = promising({ metric: '社会消费品零售总额', value: 8, unit: '%' });
    expect(compare(before, reporting('社会消费品零售总额470亿元。'))[0]).toMatchObject({
      verdict: 'unclear',
      ground: { rule: 'otherMeasure' },
      outcome: { value: 470 },
    });
    const housing = promising({ metric: '适老化改造家庭', value: 200, unit: '户', kind: 'new' });
    expect(compare(housing, reporting('适老化改造家庭520宗。'))[0]).toMatchObject({
      verdict: 'unclear',
      ground: { rule: 'otherUnit' },
    });
  });

  it('a row of the completion table answers its item, by number or by status', () => {
    const row = { start: 0, end: 20, results: [], targetText: { start: 0, end: 10, text: '新增养老床位4000张' } };
    const before = promising({ metric: '养老床位', value: 4000, unit: '张', kind: 'new' });
    const target = { value: 4000, unit: '张', comparator: '=' } as const;
    const counted: Report = { ...reporting(''), completion: [{ ...row, target, actual: { value: 4385, unit: '张' } }] };
    expect(compare(before, counted)[0]).toMatchObject({
      verdict: 'met',
      ground: { foundBy: 'row' },
      outcome: { value: 4385 },
    });
    const onSchedule: Report = {
      ...reporting(''),
      completion: [{ ...row, target, status: 'onSchedule', statusText: '按计划推进' }],
    };
    expect(verdicts(before, onSchedule)).toEqual(['unclear']);
  });

  it('reports that do not follow each other are told apart', () => {
    const before = promising({ ...rate, value: 6 });
    const [answer] = compare(before, reporting('地区生产总值增长7%。', 'retrospective', 2033));
    expect(answer).toMatchObject({ verdict: 'met', ground: { yearsApart: 3 } });
    expect(answer?.certainty).toBeLessThan(0.6);
  });
});
