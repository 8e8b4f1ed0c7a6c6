import { describe, expect, it } from 'vitest';
import { readingOf } from '../text/index.ts';
import { treeOf } from './index.ts';

const tail =
  '各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n一、2023年工作回顾\n完成投资30亿元。\n二、2024年工作安排\n力争完成投资40亿元。\n';
const about = (text: string) => {
  const { title, district, year, yearFrom, meeting, date, speaker, speakerRole } = treeOf(readingOf(text)).about;
  return {
    title: title?.text,
    district: district?.text,
    year,
    yearFrom,
    meeting: meeting?.text,
    date,
    speaker: speaker?.text,
    role: speakerRole?.text,
  };
};

describe('what stands before the report', () => {
  it('names title, place, meeting, date and speaker', () => {
    expect(
      about(
        `2024年某江县政府工作报告\n——2024年1月9日在清河市某江县第十七届人民代表大会第三次会议上\n县人民政府代理县长 张三丰\n${tail}`,
      ),
    ).toEqual({
      title: '2024年某江县政府工作报告',
      district: '某江县',
      year: 2024,
      yearFrom: 'planHeading',
      meeting: '清河市某江县第十七届人民代表大会第三次会议',
      date: '2024-01-09',
      speaker: '张三丰',
      role: '代理县长',
    });
  });
  it('may be broken over lines and dated in Chinese numerals', () => {
    expect(
      about(`政府工作报告\n二〇二四年一月九日在某江县第十七届人民代表大会第三次会议上\n县长：李 四\n${tail}`),
    ).toMatchObject({ date: '2024-01-09', speaker: '李四', role: '县长', district: '某江县' });
  });
  it('whose date lost its characters gives a doubt and no date', () => {
    const { about: found, doubts } = treeOf(
      readingOf(`政府工作报告\n——202419日在某江县第十七届人民代表大会第三次会议上\n${tail}`),
    );
    expect(found.date).toBeUndefined();
    expect(doubts.map(({ code, text }) => [code, text])).toEqual([['date-damaged', '202419日']]);
  });
  it('leaves out what it does not say', () => {
    expect(about(tail)).toMatchObject({
      title: undefined,
      speaker: undefined,
      role: undefined,
      date: undefined,
      meeting: undefined,
    });
  });
});

describe('the year planned', () => {
  it.each([
    ['一、工作回顾\n完成投资30亿元。\n二、工作安排\n2024年主要预期目标是：增长6%。\n', 2024, 'targets'],
    ['一、2023年工作回顾\n完成投资30亿元。\n二、今年工作安排\n增长6%。\n', 2024, 'pastHeading'],
    ['一、工作回顾\n完成投资30亿元。\n今年是实施“十四五”规划的收官之年。\n', 2025, 'text'],
  ])('is concluded from what is there: %s', (text, year, yearFrom) => {
    expect(about(`各位代表：\n现在，我代表县人民政府报告工作，请予审议。\n${text}`)).toMatchObject({ year, yearFrom });
  });
  it('is that after a meeting in late autumn', () => {
    expect(
      about(
        '政府工作报告\n——2021年12月9日在某江县第十八届人民代表大会第一次会议上\n各位代表：\n现在，我代表县人民政府报告工作，请予审议。\n一、工作回顾\n完成投资30亿元。\n',
      ),
    ).toMatchObject({ year: 2022, yearFrom: 'meeting' });
  });
});
