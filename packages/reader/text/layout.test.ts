import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.ts';

const paragraphs = [
  '（一）经济运行稳中有进。全年完成生产总值512.3亿元，增长6.5%，规模以上工业增加值增长7.2%，固定资产投资增长9.1%，社会消费品零售总额达到203亿元，一般公共预算收入完成31.7亿元。',
  '产业升级步伐加快。新增高新技术企业26家，技术合同成交额突破12亿元，新建标准厂房30万平方米，引进亿元以上项目18个，到位资金45亿元，园区承载能力明显提升，营商环境持续优化。',
  '城乡面貌明显改善。改造老旧小区32个，新建口袋公园15处，完成农村公路改造86公里，城区空气质量优良天数达到301天，垃圾分类覆盖所有居民小区，群众满意度逐年提高。',
  '民生保障更加有力。新增城镇就业1.2万人，新建公办幼儿园6所，增加学位2400个，建成社区养老服务中心9个，为3000名老年人提供助餐服务，基本医疗保险参保率稳定在98%以上。',
];

function texts(given: string): string[] {
  return readingOf(given)
    .blocks.filter(({ kind }) => kind === 'text')
    .map(({ passage }) => passage.text);
}

function damage(given: string, kind: string): number {
  return readingOf(given).damage.find((entry) => entry.kind === kind)?.count ?? 0;
}

function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  for (let rest = indent + text; rest !== ''; rest = rest.slice(width)) lines.push(rest.slice(0, width));
  return lines.join('\n');
}

describe('hard wraps', () => {
  it.each([
    [30, ''],
    [40, '　　'],
    [37, '    '],
  ])('of %i characters are joined, in words and numbers too', (width, indent) => {
    const given = paragraphs.map((paragraph) => wrapped(paragraph, width, indent)).join('\n');
    expect(texts(given)).toEqual(paragraphs);
    expect(damage(given, 'hardWrap')).toBeGreaterThan(6);
  });

  it('do not hide paragraphs behind blank lines', () => {
    const given = paragraphs.map((paragraph) => wrapped(paragraph, 32)).join('\n\n');
    expect(texts(given)).toEqual(paragraphs);
  });

  it('with a blank line after every line are joined all the same', () => {
    const given = paragraphs.map((paragraph) => wrapped(paragraph, 32, '　　')).join('\n');
    expect(texts(given.replaceAll('\n', '\n\n'))).toEqual(paragraphs);
  });

  it('leave headings alone', () => {
    const heading = '二、今年的工作安排';
    const given = [paragraphs[0], heading, ...paragraphs.slice(1)].map((text) => wrapped(text ?? '', 30)).join('\n');
    expect(texts(given)).toContain(heading);
  });

  it('lose the page numbers and heads between their halves', () => {
    const lines = wrapped(paragraphs.join(''), 30).split('\n');
    const given = lines.flatMap((line, at) =>
      at % 5 === 4 ? [line, `— ${(at + 1) / 5} —`, '某区政府工作报告'] : [line],
    );
    expect(texts(given.join('\n')).join('')).toBe(paragraphs.join(''));
    expect(damage(given.join('\n'), 'pageBreak')).toBeGreaterThan(2);
  });

  it('are not the lines of a table', () => {
    const cells = ['序号', '项目', '1', '新增100张养老床位', '完成300户适老化改造', '2', '新建10所公办幼儿园'];
    expect(texts(cells.join('\n'))).toEqual(cells);
  });

  it('are not items of a list, however equal in length', () => {
    const items = Array.from({ length: 12 }, (_, at) => `新建社区养老服务中心${10 + at}个`);
    expect(texts(items.join('\n'))).toEqual(items);
  });
});

describe('paragraphs split in mid-sentence', () => {
  it('are joined across the break', () => {
    const [first = '', second = '', ...rest] = paragraphs;
    const given = [first, `${second.slice(0, 41)}\n${second.slice(41)}`, ...rest].join('\n');
    expect(texts(given)).toEqual(paragraphs);
    expect(damage(given, 'splitParagraph')).toBe(1);
  });

  it('are joined where the place of the meeting was cut in two', () => {
    expect(texts('——2021年1月8日在某某区第十届\n\n人民代表大会第六次会议上\n\n各位代表：')).toEqual([
      '——2021年1月8日在某某区第十届人民代表大会第六次会议上',
      '各位代表：',
    ]);
  });

  it('are told from paragraphs that lost their full stop behind a figure', () => {
    const [first = '', second = '', ...rest] = paragraphs;
    const given = [`${first.slice(0, first.indexOf('，固定'))}`, second, ...rest];
    expect(texts(given.join('\n'))).toEqual(given);
  });
});

describe('lost line breaks', () => {
  const report = [
    '区长　王某',
    '各位代表：',
    '现在，我代表区人民政府向大会报告工作，请予审议。',
    '一、过去一年工作回顾',
    ...paragraphs,
    '二、今年主要任务',
    '（一）抓好项目建设。坚持一、二、三产业融合发展，完成投资120亿元，开工重点项目30个。',
    '（二）抓好民生实事。办好十件民生实事，新增学位1500个，改造老旧小区40个。',
  ];

  it.each(['　　', ' \u2003\u2003', '    '])('are found at wide gaps (%j)', (gap) => {
    expect(texts(report.join(gap))).toEqual(report);
  });

  it('are found before the marks of a series, without any gap', () => {
    const found = texts(report.slice(3).join(''));
    expect(found.some((text) => text.startsWith('（二）抓好民生实事'))).toBe(true);
    expect(found).toContain('二、今年主要任务');
    expect(found.join('')).toBe(report.slice(3).join(''));
  });

  it('are not found inside sentences', () => {
    const text = `${paragraphs.join('')}坚持一、二、三产业融合发展，推进“一带一路”建设。`;
    expect(texts(text)).toEqual([text]);
  });
});
