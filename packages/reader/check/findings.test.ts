import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../quantity/index.ts';
import type { CompletionRow, Finding, GlossaryEntry, SectionRole, Target } from '../report.ts';
import { givenText } from '../text/index.ts';
import { findingsIn, type Known } from './index.ts';

interface Parts {
  readonly role?: SectionRole;
  readonly targets?: readonly Target[];
  readonly completion?: readonly CompletionRow[];
  readonly glossary?: readonly GlossaryEntry[];
  readonly items?: Known['items'];
}

/** Checks invented sentences, as the reader would hand them over. */
function check(
  text: string,
  { role = 'retrospective', targets = [], completion = [], glossary = [], items = [] }: Parts = {},
) {
  let at = 0;
  const sentences = (text.match(/[^。]+。?/g) ?? []).map((words, paragraph) => {
    const places = Int32Array.from(words, (_, offset) => at + offset);
    at += words.length;
    const passage = { text: words, places };
    return {
      sentence: { passage, role, headings: [], paragraph, opens: true, heading: false },
      ...quantitiesIn(words),
    };
  });
  const known: Known = {
    about: { script: 'simplified', damage: [] },
    statements: sentences.map(({ sentence: { passage } }) => ({
      start: passage.places[0] ?? 0,
      end: (passage.places.at(-1) ?? 0) + 1,
      text: passage.text,
      kind: 'result',
      role,
      modality: 'plain',
      certainty: 1,
    })),
    quantities: sentences.flatMap(({ sentence: { passage }, quantities }) =>
      quantities.map(({ from, to, digitsFrom: _, digitsTo: __, ...quantity }) => ({
        ...quantity,
        start: passage.places[from] ?? 0,
        end: (passage.places[to - 1] ?? 0) + 1,
      })),
    ),
    targets,
    completion,
    glossary,
    items,
  };
  return findingsIn(givenText(text), sentences, known);
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

function target(metric: string, value: number, unit: string, more: Partial<Target> = {}): Target {
  const start = 100_000 + value * 10;
  return {
    start,
    end: start + 5,
    quote: metric,
    metric,
    value,
    unit,
    scale: 1,
    comparator: '=',
    kind: 'new',
    deadline: null,
    modality: 'plain',
    group: 'task',
    ...more,
  };
}

function row(more: Partial<CompletionRow>, texts: readonly [string, string]): CompletionRow {
  const [promise, result] = texts;
  return {
    start: 0,
    end: 40,
    results: [],
    targetText: { start: 0, end: 10, text: promise },
    resultText: { start: 20, end: 40, text: result },
    ...more,
  };
}

describe('printed sums', () => {
  it('that come out are reported with their arithmetic and every place', () => {
    const text = '共排查点位266个，已全部整治，其中关停35个，搬迁23个，提升208个。';
    const [finding, ...others] = check(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'sumHolds',
      params: { total: 266, parts: '35+23+208', sum: 266, difference: 0 },
    });
    expect(finding?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['266个', '35个', '23个', '208个']);
  });

  it('that nearly come out are raised, not repaired', () => {
    expect(check('共排查点位266个，其中关停35个，搬迁23个，提升209个。')).toMatchObject([
      { code: 'sum', params: { total: 266, sum: 267, difference: 1 } },
    ]);
  });

  it('in brackets, before 合计 and in decimals are sums too', () => {
    expect(codes(check('推进项目154个（新开工53个、续建101个）。'))).toEqual(['sumHolds']);
    expect(codes(check('关停35个、搬迁23个、提升208个，合计266个。'))).toEqual(['sumHolds']);
    expect(codes(check('完成投资12.5亿元，其中政府投资4.3亿元，社会投资8.2亿元。'))).toEqual(['sumHolds']);
  });

  it('are none where 其中 names only the chief parts, or a number is about', () => {
    expect(check('全区总部企业362家，其中65家为外资，市认定60家。')).toEqual([]);
    expect(check('共排查点位约266个，其中关停35个，搬迁23个，提升208个。')).toEqual([]);
  });

  it('of an economic structure must make a hundred', () => {
    expect(codes(check('二三产业比例为29:71。'))).toEqual(['sumHolds']);
    expect(check('三次产业结构为2.1:39.8:59.1。')).toMatchObject([{ code: 'sum', params: { sum: 101 } }]);
  });
});

describe('printed ratios', () => {
  it('of a change are recomputed within what rounding leaves open', () => {
    expect(check('长者饭堂由50个增加到80个，增长60%。')).toEqual([]);
    expect(check('长者饭堂由50个增加到80个，增长80%。')).toMatchObject([
      { code: 'ratio', params: { printed: 80, computed: 60 } },
    ]);
  });

  it('of a row are recomputed from target and result', () => {
    const numbers = {
      target: { value: 4000, unit: '张', comparator: '=' },
      actual: { value: 4385, unit: '张' },
    } as const;
    const texts = ['新增4000张床位', '4385'] as const;
    expect(check('', { completion: [row({ ...numbers, statedPercent: 110 }, texts)] })).toEqual([]);
    expect(check('', { completion: [row({ ...numbers, statedPercent: 109 }, texts)] })).toMatchObject([
      { code: 'ratio', params: { printed: 109, computed: 109.625, truncated: 1 } },
    ]);
  });

  it('over a hundred are raised of shares, not of rates that may pass it', () => {
    expect(codes(check('社区覆盖率达到104%。'))).toEqual(['percentOver']);
    expect(check('任务完成率达到104%，毛入学率102%，税收增长130%。')).toEqual([]);
  });
});

describe('rows that contradict themselves', () => {
  const sixty = { value: 60, unit: '个', comparator: '=' } as const;
  const texts = ['创建样板小区60个', '创建样板小区若干个'] as const;
  const relation = (actual: number, more: Partial<CompletionRow>) =>
    check('', { completion: [row({ target: sixty, actual: { value: actual, unit: '个' }, ...more }, texts)] }).map(
      ({ params }) => params.relation,
    );

  it('are done below their target, not done above it, exceeded without being over', () => {
    expect(relation(52, { status: 'done', statusText: '已完成' })).toEqual(['below']);
    expect(relation(61, { status: 'notDone', statusText: '未完成' })).toEqual(['reached']);
    expect(relation(60, { status: 'exceeded', statusText: '超额完成' })).toEqual(['equal']);
    expect(relation(60, { status: 'done', statusText: '已完成' })).toEqual([]);
  });

  it('are over their target and only called 完成年度目标', () => {
    expect(relation(72, { status: 'done', statusText: '完成年度目标' })).toEqual(['above']);
    expect(relation(72, { status: 'done', statusText: '已完成' })).toEqual([]);
  });

  it('answer a target in another unit', () => {
    const findings = check('', {
      completion: [
        row({ target: { value: 200, unit: '户', comparator: '=' } }, ['适老化改造200户', '完成适老化改造520宗']),
      ],
    });
    expect(findings).toMatchObject([
      { code: 'unitDiffers', params: { targetUnit: '户', actualUnit: '宗', actual: 520 } },
    ]);
  });
});

describe('one metric, two numbers', () => {
  it('in two places of the body, and in body and appendix', () => {
    const twice = [
      target('固定资产投资', 560, '亿元', { kind: 'level' }),
      target('固定资产投资', 580, '亿元', { kind: 'level' }),
    ];
    expect(codes(check('', { targets: twice }))).toEqual(['statedTwice']);
    const apart = [target('交通拥堵点治理', 8, '个'), target('交通拥堵点治理', 9, '个', { group: 'livelihood' })];
    expect(codes(check('', { targets: apart }))).toEqual(['bodyAndAppendix']);
  });

  it('that differ by rounding or only by 以上 say so', () => {
    const rounded = [
      target('失业人员再就业', 1.1, '万人'),
      target('失业人员再就业', 11150, '人', { group: 'livelihood' }),
    ];
    expect(check('', { targets: rounded })).toMatchObject([{ params: { relation: 'rounded' } }]);
    const bound = [
      target('交通拥堵点治理', 8, '个'),
      target('交通拥堵点治理', 8, '个', { group: 'livelihood', comparator: '>=', start: 200_000, end: 200_005 }),
    ];
    expect(check('', { targets: bound })).toMatchObject([{ params: { relation: 'comparator' } }]);
  });

  it('are not two where one is the stretch goal of the other, or another deadline', () => {
    const stretch = [target('固定资产投资', 560, '亿元'), target('固定资产投资', 635, '亿元', { stretchOf: 0 })];
    expect(check('', { targets: stretch })).toEqual([]);
    const later = [
      target('固定资产投资', 560, '亿元'),
      target('固定资产投资', 900, '亿元', { deadline: '2030-12-31' }),
    ];
    expect(check('', { targets: later })).toEqual([]);
  });
});

describe('a target against last year’s result', () => {
  it('is raised where it is lower, and where it is the same again', () => {
    const text = '核发加装电梯规划许可372宗。治理违法建设140万平方米。';
    const targets = [target('加装电梯规划许可核发', 200, '宗'), target('违法建设治理', 140, '万平方米')];
    expect(codes(check(text, { targets }))).toEqual(['resultIsTarget', 'belowLastResult']);
  });

  it('is no finding of a rate', () => {
    expect(check('地区生产总值增长8.1%。', { targets: [target('地区生产总值', 6, '%', { kind: 'growth' })] })).toEqual(
      [],
    );
  });
});

describe('counts and dates', () => {
  const item = { start: 30, end: 40, no: 1, parts: [] };

  it('items printed and items listed', () => {
    expect(check('今年办好三件民生实事。', { role: 'plan', items: [item, item] })).toMatchObject([
      { code: 'itemCount', params: { printed: 3, counted: 2 } },
    ]);
    expect(check('今年办好两件民生实事。', { role: 'plan', items: [item, item] })).toEqual([]);
    expect(check('从15件候选民生实事中票决。今年办好两件民生实事。', { role: 'plan', items: [item, item] })).toEqual(
      [],
    );
  });

  it('members a term counts and members its definition lists', () => {
    const entry = (term: string, count: number, definition: string): GlossaryEntry => ({
      start: 0,
      end: 9,
      term,
      count,
      definition,
      members: [],
    });
    expect(check('', { glossary: [entry('四早', 4, '早看、早报、早隔。')] })).toMatchObject([
      { code: 'memberCount', params: { printed: 4, counted: 3 } },
    ]);
    expect(check('', { glossary: [entry('四早', 4, '早看、早报、早隔、早治。')] })).toEqual([]);
    expect(check('', { glossary: [entry('四上企业', 4, '规模以上工业企业、建筑业企业、限额以上商贸企业。')] })).toEqual(
      [],
    );
  });

  it('dates no calendar has', () => {
    expect(codes(check('2021年2月29日召开会议。13月底完成。'))).toEqual(['dateImpossible', 'dateImpossible']);
    expect(check('2024年2月29日召开会议，历时3个月，6月30日完成。')).toEqual([]);
  });
});
