import { describe, expect, it } from 'vitest';
import { quantitiesIn } from './index.ts';

describe('numbers that are not quantities', () => {
  it.each([
    ['2016年3月2日在大会上', '2016年3月2日', 'date'],
    ['201632日在大会上', '201632日', 'date'],
    ['发布时间：2024-01-18 08:12', '2024-01-18 08:12', 'date'],
    ['2020年，', '2020年', 'year'],
    ['二〇二四年，', '二〇二四年', 'year'],
    ['举办2019幸福论坛', '2019', 'year'],
    ['2015-2020年规划', '2015-2020年', 'period'],
    ['1-11月', '1-11月', 'period'],
    ['“十二五”时期', '十二五', 'period'],
    ['五年来，', '五年', 'period'],
    ['三年行动计划', '三年', 'period'],
    ['一季度增速', '一季度', 'period'],
    ['建党70周年', '70周年', 'period'],
    ['第三产业', '第三', 'ordinal'],
    ['一期工程', '一期', 'ordinal'],
    ['附件1', '1', 'ordinal'],
    ['（一）突出', '（一）', 'list-mark'],
    ['（2）推进', '（2）', 'list-mark'],
    ['一是加快', '一', 'list-mark'],
    ['3.完善机制', '3.', 'list-mark'],
    ['“1+6”文件', '1+6', 'policy-code'],
    ['构建1+3+N体系', '1+3+N', 'policy-code'],
    ['落实“1310”部署', '1310', 'policy-code'],
    ['实施“532”培训', '532', 'policy-code'],
    ['12345政务热线', '12345', 'phone'],
    ['110刑事警情', '110', 'phone'],
    ['达到GB 3095-2012要求', 'GB 3095-2012', 'standard'],
    ['国发〔2020〕15号文件', '15号', 'document-number'],
    ['世界500强', '500强', 'title-name'],
    ['国家4A级景区', '4A级', 'title-name'],
    ['总结113中学经验', '113', 'title-name'],
    ['改造1906科技园', '1906', 'title-name'],
    ['入驻Z28硅谷', 'Z28', 'title-name'],
    ['PM2.5达标', 'PM2.5', 'title-name'],
    ['15分钟生活圈', '15分钟', 'title-name'],
    ['滨江路450号', '450号', 'place-name'],
    ['地铁11号线', '11号线', 'line-number'],
    ['地铁10、11、13、22号线', '10、11、13、22号线', 'line-number'],
    ['国道318线', '318线', 'line-number'],
    ['35-64岁妇女', '35-64岁', 'age'],
    ['60周岁以上', '60周岁', 'age'],
    ['0—3岁托育', '0—3岁', 'age'],
    ['营商环境3.0改革', '3.0', 'version'],
    ['推进5G布局', '5G', 'version'],
    ['打造5G+4K产业', '5G+4K', 'version'],
    ['三级医院', '三级', 'level'],
    ['劣Ⅴ类水体', 'Ⅴ类', 'level'],
    ['III类水质', 'III类', 'level'],
    ['亿元级项目', '亿元级', 'level'],
    ['第六次会议', '第六次', 'session'],
    ['党的十九大精神', '十九大', 'session'],
    ['十九届四中全会', '十九届四中全会', 'session'],
    ['坚持“三个代表”', '三个代表', 'slogan'],
    ['做到“两个维护”', '两个维护', 'slogan'],
    ['构建“四个三”机制', '四个三', 'slogan'],
    ['一网通办', '一网通办', 'slogan'],
    ['共建一带一路', '一带一路', 'slogan'],
    ['办好15件民生实事', '15件', 'item-count'],
    ['五个方面工作', '五个', 'item-count'],
    ['抓好十项任务：', '十项', 'item-count'],
    ['五大工程', '五大', 'item-count'],
  ] as const)('%s', (text, name, reason) => {
    const { quantities, names } = quantitiesIn(text);
    expect(quantities).toEqual([]);
    expect(names.map((each) => [each.text, each.reason])).toContainEqual([name, reason]);
  });

  it('are left out beside those that count', () => {
    const { quantities, names } = quantitiesIn('为2204名35-64岁妇女提供“两癌”筛查，新建5G基站500个');
    expect(quantities.map(({ raw }) => raw)).toEqual(['2204名', '500个']);
    expect(names.map(({ reason }) => reason)).toEqual(['age', 'slogan', 'version']);
  });

  it.each([
    '统一指挥',
    '进一步加强',
    '十分关键',
    '老百姓',
    '千方百计',
    '万众一心',
    '一定要',
    '唯一',
    '一批项目',
    '打造一个品牌',
    '每千人',
    '保持两位数增长',
    '零部件',
  ])('%s holds no number', (text) => {
    expect(quantitiesIn(text)).toEqual({ quantities: [], names: [] });
  });

  it.each([
    ['人均预期寿命84.1岁', '84.1岁'],
    ['占全区GDP49%', '49%'],
    ['布局AED700处', '700处'],
    ['“2小时办结、立等可取”', '2小时'],
    ['“不挑不拣24小时即可就业”', '24小时'],
    ['完成10项改造', '10项'],
    ['新增2008个学位', '2008个'],
    ['容积率4.0', '4.0'],
  ])('%s counts all the same', (text, raw) => {
    expect(quantitiesIn(text).quantities.map((each) => each.raw)).toEqual([raw]);
  });
});
