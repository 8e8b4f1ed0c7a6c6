import { describe, expect, it } from 'vitest';
import { readingOf } from '../text/index.ts';
import { treeOf } from './index.ts';
import type { CompletionUnit, ItemUnit } from './sentence.ts';

const read = (text: string) => treeOf(readingOf(text));
const item = ({ no, domain, title, parts }: ItemUnit) => [
  no,
  domain?.text,
  title?.text,
  parts.map((part) => part.passage.text),
];
const row = ({ no, domain, title, target, status, result, percent }: CompletionUnit) => [
  no,
  domain?.text,
  title?.text,
  target?.text,
  status?.text,
  result?.text,
  percent?.text,
];
const body =
  '2024年某某区政府工作报告\n各位代表：\n现在，我代表区人民政府报告工作，请予审议。\n一、2023年工作回顾\n完成投资30亿元，同比增长5%。\n二、2024年工作安排\n力争完成投资40亿元。\n';

describe('a table laid out one cell a line', () => {
  it('gives items with their domain, title and numbered parts', () => {
    const { items, sentences } = read(
      `${body}附件1\n2024年十件民生实事\n序号\n民生\n领域\n事项名称\n具体内容\n\n1\n就业\n保障\n促进就业创业\n（1）新增就业4万人。\n（2）培训8千人次。\n\n2\n食品药品安全\n守护舌尖安全\n抽检2000批次；快检3万批次。\n`,
    );
    expect(items.map(item)).toEqual([
      [1, '就业保障', '促进就业创业', ['新增就业4万人。', '培训8千人次。']],
      [2, '食品药品安全', '守护舌尖安全', ['抽检2000批次；', '快检3万批次。']],
    ]);
    expect(new Set(sentences.filter(({ passage }) => /4万人|抽检/.test(passage.text)).map(({ role }) => role))).toEqual(
      new Set(['items']),
    );
  });
  it('gives completion rows whose status stands before the results', () => {
    const { completion, sentences } = read(
      `${body}附件2\n2023年十件民生实事完成情况\n序号\n民生领域\n完成情况\n1\n公共\n文化\n体育\n已完成\n（1）新建步道40条。\n2\n公共交通\n基本完成\n改造道路3条。\n`,
    );
    expect(completion.map(row)).toEqual([
      [1, '公共文化体育', undefined, undefined, '已完成', '新建步道40条。', undefined],
      [2, '公共交通', undefined, undefined, '基本完成', '改造道路3条。', undefined],
    ]);
    expect(sentences.filter(({ passage }) => /40条/.test(passage.text)).map(({ role }) => role)).toEqual([
      'completion',
    ]);
  });
  it('gives completion rows with target and result', () => {
    const { completion } = read(
      `${body}附件2：2023年民生实事落实情况\n事项\n年度目标任务\n落实情况\n1.办好招聘会\n举办招聘会24场以上。\n超额完成年度目标。举办招聘会36场。\n2.增加学位\n增加学位2300个。\n已完成。增加学位2350个。\n`,
    );
    expect(completion.map(row)).toEqual([
      [
        1,
        undefined,
        '办好招聘会',
        '举办招聘会24场以上。',
        '超额完成年度目标。',
        '超额完成年度目标。举办招聘会36场。',
        undefined,
      ],
      [2, undefined, '增加学位', '增加学位2300个。', '已完成。', '已完成。增加学位2350个。', undefined],
    ]);
  });
});

describe('a table whose lines are rows', () => {
  it.each([
    ['bars', (cells: string[]) => `${cells.join(' | ')} |`],
    ['a table of Markdown', (cells: string[]) => `| ${cells.join(' | ')} |`],
    ['tabs', (cells: string[]) => cells.join('\t')],
  ])('parted by %s gives its cells', (_, line) => {
    const text = `2024年某某市为民办实事项目完成情况\n${[
      ['序号', '项目名称', '完成情况', '占全年计划'],
      ['1', '新增400张床位', '438', '110%'],
      ['2', '新建30个食堂', '39', '130%'],
    ]
      .map(line)
      .join('\n')}\n`;
    const { completion, likeness } = read(text);
    expect(completion.map(row)).toEqual([
      [1, undefined, '新增400张床位', undefined, undefined, '438', '110%'],
      [2, undefined, '新建30个食堂', undefined, undefined, '39', '130%'],
    ]);
    expect(likeness.kind).toBe('completion');
  });
  it('keeps the number for rows under it that have none', () => {
    const { completion } = read(
      '2024年某某市实事项目完成情况\n序号 | 项目名称 | 完成情况 |\n1 | 新增400张床位 | 438 |\n改建30张床位 | 31 | |\n2 | 新建食堂3个 | 3 |\n',
    );
    expect(completion.map(({ no, title }) => [no, title?.text])).toEqual([
      [1, '新增400张床位'],
      [1, '改建30张床位'],
      [2, '新建食堂3个'],
    ]);
  });
});

describe('a list of items', () => {
  it('may be the whole text, its titles numbered 一、', () => {
    const { items, likeness, sentences } = read(
      '1月5日，某某区人大会议票决产生2024年十大民生实事项目。\n一、加强学位建设。\n新增学位1500个。\n二、整治黑臭水体。\n整治不少于27条。\n三、改造老旧小区。\n改造75个。\n采写：记者 李四\n',
    );
    expect(items.map(item)).toEqual([
      [1, undefined, '加强学位建设。', ['新增学位1500个。']],
      [2, undefined, '整治黑臭水体。', ['整治不少于27条。']],
      [3, undefined, '改造老旧小区。', ['改造75个。']],
    ]);
    expect(likeness.kind).toBe('items');
    expect(sentences.find(({ passage }) => passage.text.startsWith('采写'))?.role ?? 'other').toBe('other');
  });
  it('may be numbered by lines that hold a number alone', () => {
    const { items } = read(
      '2024年某某区为民办实事项目\n\n1\n\n新增100张床位\n\n改建200张床位\n\n2\n\n新增400个充电桩\n\n3\n\n新建公园3座\n',
    );
    expect(items.map(item)).toEqual([
      [1, undefined, undefined, ['新增100张床位', '改建200张床位']],
      [2, undefined, undefined, ['新增400个充电桩']],
      [3, undefined, undefined, ['新建公园3座']],
    ]);
  });
  it('may be an appendix with titles run into the text', () => {
    const { items } = read(
      `${body}附：2024年民生实事项目\n1.就业帮扶。新增就业3000人；培训500人次。\n2.道路畅通：改造道路12条。\n3.新建停车位300个。\n`,
    );
    expect(items.map(item)).toEqual([
      [1, undefined, '就业帮扶。', ['新增就业3000人；', '培训500人次。']],
      [2, undefined, '道路畅通：', ['改造道路12条。']],
      [3, undefined, undefined, ['新建停车位300个。']],
    ]);
  });
});

describe('a glossary', () => {
  it('is read with numbers, colons and quotes or without', () => {
    const { entries, sentences } = read(
      `${body}附件3\n名词解释\n1.“四早”：早发现、早报告、早隔离、早治疗。\n2.六稳 稳就业、稳金融。\n其余从略。\n3. “两网”是指电网和路网。\n`,
    );
    expect(entries.map(({ no, passage }) => [no, passage.text])).toEqual([
      [1, '“四早”：早发现、早报告、早隔离、早治疗。'],
      [2, '六稳 稳就业、稳金融。其余从略。'],
      [3, '“两网”是指电网和路网。'],
    ]);
    expect(sentences.filter(({ passage }) => /四早|两网/.test(passage.text)).map(({ role }) => role)).toEqual([
      'glossary',
      'glossary',
    ]);
  });
  it('needs no announcement as an appendix', () => {
    const { entries } = read(
      `${body}让我们为美好明天努力奋斗！\n《政府工作报告》名词解释\n“四早”：早发现、早报告、早隔离、早治疗。\n“两网”：电网和路网的合称。\n`,
    );
    expect(entries.map(({ passage }) => passage.text.slice(0, 4))).toEqual(['“四早”', '“两网”']);
  });
});

describe('a list inside the plan', () => {
  const plan = (list: string): string =>
    `2024年某某区政府工作报告\n各位代表：\n现在，我代表区人民政府报告工作，请予审议。\n一、2023年工作回顾\n十件民生实事全部完成：\n1.建成公园3座。\n2.改造道路5条。\n3.新增床位9张。\n二、2024年工作安排\n（一）扩大投资。完成投资40亿元，建设一批重大项目。\n（二）办好民生实事。今年重点办好以下实事：\n${list}（三）加强政府自身建设。坚持依法行政，提高行政效能，建设人民满意的政府。\n`;
  it('gives its items, and the sections go on behind it', () => {
    const { items, sentences, completion } = read(
      plan('1.建设公园4座。\n2.道路畅通。改造道路6条，建成停车位200个。\n3.新增床位10张。\n'),
    );
    expect(items.map(item)).toEqual([
      [1, undefined, undefined, ['建设公园4座。']],
      [2, undefined, '道路畅通。', ['改造道路6条，建成停车位200个。']],
      [3, undefined, undefined, ['新增床位10张。']],
    ]);
    expect(completion).toEqual([]);
    const role = (word: string) => sentences.find(({ passage }) => passage.text.includes(word))?.role;
    expect([role('公园3座'), role('公园4座'), role('依法行政')]).toEqual(['retrospective', 'items', 'plan']);
    expect(sentences.find(({ passage }) => passage.text.includes('依法行政'))?.headings).toEqual([
      '2024年工作安排',
      '加强政府自身建设',
    ]);
  });
});
