import { describe, expect, it } from 'vitest';
import { readingOf } from '../text/index.ts';
import { treeOf } from './index.ts';

const rows = (text: string) =>
  treeOf(readingOf(text)).completion.map(({ no, domain, title, status, result, percent, parts }) => ({
    no,
    name: domain?.text ?? title?.text,
    status: status?.text,
    result: result?.text,
    percent: percent?.text,
    parts: parts.length,
  }));

describe('a table whose breaks were lost', () => {
  const bars =
    '2030年某市为民办实事项目完成情况序号 | 实事项目名称 | 完成情况 | 占全年计划 |1 | 新增400张床位 | 438 | 110% |改建300张床位 | 321 | 107% | |2 | 新增30个食堂 | 39 | 130% |3 | 打造6条线路 | 6 | 100% |';
  it('is read by its bars, rows under the same number too', () => {
    expect(rows(bars).map(({ no, name, percent }) => [no, name, percent])).toEqual([
      [1, '新增400张床位', '110%'],
      [1, '改建300张床位', '107%'],
      [2, '新增30个食堂', '130%'],
      [3, '打造6条线路', '100%'],
    ]);
    expect(treeOf(readingOf(bars)).likeness.kind).toBe('completion');
  });
  it('is read by wide blanks between its cells', () => {
    const text = `附件2    2030年十件民生实事完成情况
序号    民生    领域
完成情况    1
公共    教育
已完成    （1）新增幼儿园18所。    （2）建设标准化学校114所。
2    就业
保障    已完成
印发工作要点，城镇新增就业61814人。
3
环境    治理    基本完成
（1）清理排污口10个。（2）敷设污水管389公里。
`;
    expect(rows(text).map(({ no, name, status, parts }) => [no, name, status, parts])).toEqual([
      [1, '公共教育', '已完成', 2],
      [2, '就业保障', '已完成', 1],
      [3, '环境治理', '基本完成', 2],
    ]);
  });
  it('laid out one cell a line, has rows without a number of their own', () => {
    const text =
      '2030年某市为民办实事项目完成情况\n序号\n实事项目名称\n完成情况\n占全年计划\n1\n新增400张床位\n438\n110%\n改建300张床位\n321\n107%\n2\n新增30个食堂\n39\n130%\n3\n打造6条线路\n6\n100%\n';
    expect(rows(text).map(({ no, result, percent }) => [no, result, percent])).toEqual([
      [1, '438', '110%'],
      [1, '321', '107%'],
      [2, '39', '130%'],
      [3, '6', '100%'],
    ]);
  });
});

describe('names and paragraphs in turn', () => {
  it('answer items without a number', () => {
    const text =
      '记者从会上获悉，2030年某区10件重点民生实事项目全部完成。\n具体如下：\n排水设施建设\n完成投资5.04亿元，比年度计划高20.3个百分点。\n污水处理提升\n完成投资5.6亿元，新建管网95公里。\n农村公路防护\n完成投资0.23亿元，安装护栏150公里。\n';
    expect(rows(text).map(({ name }) => name)).toEqual(['排水设施建设', '污水处理提升', '农村公路防护']);
  });
});
