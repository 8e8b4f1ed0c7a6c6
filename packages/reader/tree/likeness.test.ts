import { describe, expect, it } from 'vitest';
import { readingOf } from '../text/index.ts';
import { treeOf } from './index.ts';

const likeness = (text: string) => treeOf(readingOf(text)).likeness;
const codes = (text: string, speaksFor: boolean): string[] =>
  likeness(text)
    .grounds.filter((ground) => ground.speaksFor === speaksFor)
    .map(({ code }) => code);

describe('likeness to a work report', () => {
  it('is granted to a report, with its grounds', () => {
    const text = `2024年某江县政府工作报告\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n一、2023年工作回顾\n${'新增企业12家，增长5%。'.repeat(80)}\n同时，我们也清醒看到存在的困难和问题。\n二、2024年工作安排\n主要预期目标是：地区生产总值增长6%。\n${'建设道路3条。'.repeat(80)}\n`;
    expect(likeness(text).kind).toBe('report');
    expect(codes(text, true)).toEqual(
      expect.arrayContaining([
        'titleSaysReport',
        'addressedToDeputies',
        'reportsForReview',
        'statesTargets',
        'sectionsPastAndPlan',
        'sectionProblems',
      ]),
    );
  });
  it('is denied to a novel, which talks and does not count', () => {
    const text =
      '老人抬起头，说：“天要下雨了。”孩子问道：“真的吗？”远处的山渐渐暗下来，风吹过田野，谁也没有再说话。'.repeat(30);
    expect(likeness(text).kind).toBe('other');
    expect(codes(text, false)).toEqual(expect.arrayContaining(['dialogue', 'noNumbers']));
  });
  it('is denied to a speech in English', () => {
    const text = 'Mr Speaker, growth will be 2.1 per cent this year. We will build 300,000 homes. '.repeat(60);
    expect(likeness(text).kind).toBe('other');
    expect(codes(text, false)).toContain('latinText');
  });
  it('is denied to a short note, which still tells what was recognised', () => {
    expect(likeness('各位代表：大家好！').kind).toBe('other');
    expect(codes('各位代表：大家好！', true)).toContain('addressedToDeputies');
  });
  it('is granted to a cutting that is full of its matters and counts them', () => {
    const text =
      '（二）抓项目、扩投资。全年签约亿元以上项目80个，引进到位资金120亿元，新建标准厂房30万平方米以上，全县固定资产投资增长8%以上，力争城镇新增就业5000人。';
    expect(likeness(text).kind).toBe('report');
    expect(codes(text, true)).toContain('excerpt');
    expect(codes(text, false)).not.toContain('tooShort');
  });
  it('is granted as items to a news item that announces them', () => {
    const text =
      '记者从某县人民代表大会上获悉，今年某县将集中力量办好十件民生实事。这十件民生实事分别是：改造老旧小区11个；新建农村公路50公里；新增养老床位300张；改造危房200户；新增学位1200个。';
    expect(likeness(text).kind).toBe('items');
  });
  it('is denied to a story in which somebody reads figures', () => {
    const text =
      '第580章 汇报\n他们不敢说话，他也没有抬头。县长缓过来了，说道：“全县固定资产投资完成800亿元，同比增长12%，规上工业产值增长18%，新增企业30家。”\n他想了想，又看了看窗外，心想这数字不小。\n';
    expect(likeness(text).kind).toBe('other');
    expect(codes(text, false)).toContain('narrative');
  });
  it('is denied to news of no local government', () => {
    const text =
      '中新网1月21日电 发布会介绍，高新区规上工业企业实现总产值28.7万亿元，同比增长4.4%，研发经费投入增长12%，新增高新技术企业3万家，引进项目200个，固定资产投资增长6%。';
    expect(likeness(text).kind).toBe('other');
    expect(codes(text, false)).toContain('newsArticle');
  });
});
