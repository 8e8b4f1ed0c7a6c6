import { describe, expect, it } from 'vitest';
import type { SectionRole } from '../report.ts';
import { readingOf } from '../text/index.ts';
import { treeOf } from './index.ts';

/** Roles of the sentences that hold the given words. */
function roles(text: string, words: readonly string[]): (SectionRole | undefined)[] {
  const { sentences } = treeOf(readingOf(text));
  return words.map((word) => sentences.find(({ passage }) => passage.text.includes(word))?.role);
}

const address =
  '2024年某某县政府工作报告\n——2024年1月9日在某某县第十七届人民代表大会第三次会议上\n县长 张三\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。\n';
const past =
  '过去一年，面对复杂形势，我们攻坚克难，全县地区生产总值增长6.1%，城镇新增就业5012人。\n经济运行稳中向好。新增规上企业12家，工业投资同比增长9%。\n';
const thanks = '各位代表！成绩来之不易，这是全县人民团结奋斗的结果。在此，我代表县人民政府，向大家表示衷心的感谢！\n';
const problems =
  '同时，我们也清醒地看到，发展中还存在不少困难和问题：产业结构不优，财政收支矛盾突出。对此，我们将采取有力措施，认真加以解决。\n';
const plan =
  '今年是实施“十四五”规划的关键一年。做好今年工作，要以习近平新时代中国特色社会主义思想为指导，坚持稳中求进。\n今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，城镇新增就业5000人以上。\n扩大有效投资。加快推进32个重点项目，力争完成投资80亿元。\n';
const closing = '各位代表！蓝图已经绘就，奋进正当其时。让我们同心同德，为建设美好家园而努力奋斗！\n';

const words = ['5012人', '12家', '衷心的感谢', '产业结构', '稳中求进', '5000人', '80亿元', '让我们'] as const;
const expected = ['retrospective', 'retrospective', 'closing', 'problems', 'requirements', 'plan', 'plan', 'closing'];

/** What a shift of one byte leaves of a mark. */
const lost = String.fromCharCode(0x3f);

describe('roles', () => {
  it.each([
    ['headings with marks', '一、2023年工作回顾\n', '二、2024年工作安排\n'],
    ['headings of parts', '第一部分 过去一年工作回顾\n', '第二部分 2024年重点工作\n'],
    ['headings without marks', '2023年工作回顾\n', '2024年工作安排\n'],
    ['headings whose marks are damaged', `${lost}2023年工作回顾\n`, 'ˇ2024年工作安排\n'],
    ['headings without a year', '一、过去一年工作回顾\n', '二、今年工作安排\n'],
    ['no headings at all', '', ''],
    ['only the first heading left', '一、2023年工作回顾\n', ''],
    ['only the second heading left', '', '二、2024年工作安排\n'],
  ])('follow %s', (_, first, second) => {
    expect(roles(address + first + past + thanks + problems + second + plan + closing, words)).toEqual(expected);
  });

  it('hold where all breaks were lost and no heading is left', () => {
    expect(roles((address + past + thanks + problems + plan + closing).replaceAll('\n', ''), words)).toEqual(expected);
  });

  it('hold without problems to mark the turn', () => {
    const found = roles(address + past + plan + closing, words);
    expect(found[0]).toBe('retrospective');
    expect(found.slice(5, 7)).toEqual(['plan', 'plan']);
  });

  it('never give last year’s results to the plan where its sections lost the heading above them', () => {
    const text = `${address}（一）工业提质增效。新增企业12家。\n（二）农业稳产增收。粮食产量达5万吨。\n${problems}（一）做强工业。新增企业20家以上。\n（二）做优农业。建设高标准农田3万亩。\n`;
    expect(roles(text, ['12家', '5万吨', '20家', '3万亩'])).toEqual(['retrospective', 'retrospective', 'plan', 'plan']);
  });

  it('tell the five years ahead from the year ahead', () => {
    const text = `2021年某某县政府工作报告\n各位代表：\n我代表县人民政府报告工作，请予审议。\n一、“十三五”工作回顾\n建成公路80公里。\n二、“十四五”时期主要目标任务\n到2025年，地区生产总值突破300亿元。\n三、2021年工作安排\n建设公路20公里。\n`;
    expect(roles(text, ['80公里', '300亿元', '20公里'])).toEqual(['retrospective', 'longPlan', 'plan']);
  });

  it('keep a target that shares its paragraph with the requirements', () => {
    const text = `${address}一、2023年工作回顾\n${past}二、2024年工作安排\n今年政府工作的总体要求是：坚持稳中求进。主要预期目标是：地区生产总值增长6%左右。\n`;
    expect(roles(text, ['坚持稳中求进', '增长6%左右'])).toEqual(['requirements', 'plan']);
  });

  it('give problems that go on over several paragraphs to each of them', () => {
    const text = `${address}一、2023年工作回顾\n${past}在肯定成绩的同时，我们也清醒地看到存在的问题和不足：\n一是产业层次不高。\n二是民生短板不少。\n二、2024年工作安排\n${plan}`;
    expect(roles(text, ['产业层次', '民生短板', '80亿元'])).toEqual(['problems', 'problems', 'plan']);
  });

  it('follow sub-headings for problems and for requirements', () => {
    const text = `${address}一、2023年工作回顾\n（一）主要成绩\n${past}（二）存在的问题\n产业结构不优，投资后劲不足，财政收支矛盾突出，民生保障仍有短板。\n二、2024年工作安排\n（一）总体要求\n全面贯彻党的二十大精神，坚持稳中求进工作总基调，推动高质量发展。\n（二）主要任务\n扩大有效投资，加快推进32个重点项目，力争完成投资80亿元，建成一批民生工程。\n`;
    expect(roles(text, ['12家', '财政收支', '总基调', '80亿元'])).toEqual([
      'retrospective',
      'problems',
      'requirements',
      'plan',
    ]);
  });
});

describe('an address inside a paragraph', () => {
  it.each([
    '各位代表！在肯定成绩的同时，我们也清醒看到发展不足：',
    '各位代表，在肯定成绩的同时，我们也清醒看到发展不足：',
  ])('does not hide the problems behind it: %s', (lead) => {
    const text = `${address}${past}${lead}产业结构不优。对此，我们将认真加以解决。\n${plan}`;
    expect(roles(text, ['12家', '产业结构', '80亿元'])).toEqual(['retrospective', 'problems', 'plan']);
  });
});

describe('a cutting', () => {
  it('is told by its years: what was reached, what is planned', () => {
    const text =
      '近日，在某县第十七届人民代表大会第二次会议上，县长作政府工作报告。\n初步预计，某县2012年实现生产总值163亿元，比上年增长13%；农民人均纯收入达到9807元，增长18%。全县财政收入完成15亿元，同比增长12%，规模以上工业产值同比增长20%，各项事业取得新成绩，社会保持稳定，人民生活水平进一步提高，城乡面貌发生明显变化，发展后劲不断增强。\n2013年，某县计划招引20个以上过亿项目，年内实施80项城建工程。\n';
    expect(roles(text, ['163亿元', '20个以上'])).toEqual(['retrospective', 'plan']);
  });
  it('may be short and only announce', () => {
    const text =
      '2021年重点抓好以下工作：\n确保城南大道3月底前建成通车，6月底前完成8条背街小巷改造，年内新增公交线路5条。\n';
    expect(roles(text, ['城南大道'])).toEqual(['plan']);
  });
  it('measures what is to come by what was', () => {
    const text =
      '（二）抓项目、扩投资\n强化要素保障。在去年收储土地1360亩的基础上，今年再收储2000亩，审批时限压缩至12个工作日以内。\n';
    expect(roles(text, ['2000亩'])).toEqual(['plan']);
  });
});
