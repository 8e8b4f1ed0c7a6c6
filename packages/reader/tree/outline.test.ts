import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../report.ts';
import { readingOf } from '../text/index.ts';
import { treeOf } from './index.ts';

const long = '完善工作机制，压实工作责任，推动各项工作落地见效，群众获得感进一步增强，发展基础更加牢固。';

/** The sections of a text as lines: level, number, title, what is in doubt. */
function sections(text: string): string[] {
  const found: string[] = [];
  const visit = (node: DocumentNode): void => {
    if (node.kind === 'section')
      found.push(
        [node.level, node.ordinal ?? '-', node.title, node.doubt].filter((part) => part !== undefined).join(' '),
      );
    node.children.forEach(visit);
  };
  visit(treeOf(readingOf(text)).document);
  return found;
}

/** What a shift of one byte leaves of a mark. */
const lost = String.fromCharCode(0x3f);

describe('headings', () => {
  it('nest by their marks, standing alone or run into their paragraph', () => {
    expect(
      sections(
        `一、2023年工作回顾\n${long}\n（一）经济稳中向好\n${long}\n1.工业提质。${long}\n2.农业增产。${long}\n（二）城乡更加宜居。${long}\n二、2024年工作安排\n（一）稳住增长。${long}`,
      ),
    ).toEqual([
      '1 1 2023年工作回顾',
      '2 1 经济稳中向好',
      '3 1 工业提质',
      '3 2 农业增产',
      '2 2 城乡更加宜居',
      '1 2 2024年工作安排',
      '2 1 稳住增长',
    ]);
  });
  it('of parts push the others one level down', () => {
    expect(
      sections(
        `第一部分 2023年工作回顾\n${long}\n一、经济稳中向好\n${long}\n第二部分 2024年工作安排\n一、稳住增长\n${long}`,
      ),
    ).toEqual(['1 1 2023年工作回顾', '2 1 经济稳中向好', '1 2 2024年工作安排', '2 1 稳住增长']);
  });
  it('without marks are known by standing alone between paragraphs', () => {
    expect(
      sections(
        `各位代表：\n2023年工作回顾\n${long}\n经济运行稳中向好\n${long}\n城乡面貌不断改善\n${long}\n2024年工作安排\n${long}`,
      ),
    ).toEqual(['1 - 2023年工作回顾', '2 - 经济运行稳中向好', '2 - 城乡面貌不断改善', '1 - 2024年工作安排']);
  });
  it('with damaged marks take the series of their neighbours and say so', () => {
    expect(
      sections(
        `一、2023年工作回顾\n${lost}经济稳中向好。${long}\n（二）城乡更加宜居。${long}\n${lost}民生持续改善。${long}`,
      ),
    ).toEqual([
      '1 1 2023年工作回顾',
      '2 1 经济稳中向好 mark-damaged',
      '2 2 城乡更加宜居',
      '2 3 民生持续改善 mark-damaged',
    ]);
  });
  it('whose mark was lost are found where the series jumps', () => {
    expect(
      sections(
        `一、2023年工作回顾\n（一）突出稳，经济向好。${long}\n突出美，城乡宜居。${long}\n（三）突出实，民生改善。${long}`,
      ),
    ).toEqual([
      '1 1 2023年工作回顾',
      '2 1 突出稳，经济向好',
      '2 2 突出美，城乡宜居 mark-missing',
      '2 3 突出实，民生改善',
    ]);
  });
  it('are not made of enumerations inside a paragraph', () => {
    expect(
      sections(`一、存在的问题\n一是产业不强。二是投资不足。\n一是短板不少，${long}\n二是活力不够，${long}`),
    ).toEqual(['1 1 存在的问题']);
  });
  it('are found where all line breaks were lost', () => {
    const titles = sections(
      `各位代表：现在，我代表区政府向大会报告工作，请予审议。一、2023年工作回顾过去一年，${long}（一）经济稳中向好。${long}（二）城乡更加宜居。${long}二、2024年工作安排今年是关键之年。${long}（一）稳住增长。${long}`,
    );
    expect(titles).toEqual([
      '1 1 2023年工作回顾',
      '2 1 经济稳中向好',
      '2 2 城乡更加宜居',
      '1 2 2024年工作安排',
      '2 1 稳住增长',
    ]);
  });
});

describe('topics', () => {
  it('are the short sentences that open a stretch of a paragraph', () => {
    const { sentences } = treeOf(
      readingOf(`一、2023年工作回顾\n工业稳步增长。新增企业12家。投资持续加大。开工项目30个。`),
    );
    expect(sentences.filter(({ heading }) => !heading).map(({ topic }) => topic)).toEqual([
      '工业稳步增长',
      '工业稳步增长',
      '投资持续加大',
      '投资持续加大',
    ]);
  });
});
