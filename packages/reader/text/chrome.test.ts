import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.ts';

const body = [
  '某区2022年政府工作报告',
  '区长　王某',
  '各位代表：',
  '现在，我代表区人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。',
  '一、2021年工作回顾',
  '一年来，全区上下团结奋斗，完成生产总值512.3亿元，增长6.5%，新增城镇就业1.2万人。',
  '谢谢大家！',
];

function read(lines: readonly string[]) {
  const text = lines.join('\n');
  const { blocks } = readingOf(text);
  return {
    text: blocks.filter(({ kind }) => kind === 'text').map(({ passage }) => passage.text),
    chrome: blocks.filter(({ kind }) => kind === 'chrome').map(({ from, to }) => text.slice(from, to)),
  };
}

describe('what belongs to the page', () => {
  it('is told from the report by its words and its place', () => {
    const head = [
      '无障碍浏览 | 繁体 | 登录',
      '您的位置：首页 > 政务公开 > 政府工作报告',
      '索 引 号：00001/2022-1',
      '- 发布机构：',
      '- 某区人民政府办公室',
      '发布时间：2022-01-10 09:30  来源：区政府办  字号：[ 大 中 小 ]',
    ];
    const foot = [
      '[打印本页] [关闭窗口]',
      '上一篇：关于召开会议的通知',
      '相关链接',
      '某省人民政府 某市人民政府',
      '京ICP备00000001号',
      'Top',
    ];
    const { text, chrome } = read([...head, ...body, ...foot]);
    expect(text).toEqual(body);
    expect(chrome.join('\n')).toContain('某区人民政府办公室');
    expect(chrome.join('\n')).toContain('某省人民政府');
  });

  it('is the frame of a forum', () => {
    const { text } = read([
      '查看: 12|回复: 0',
      '[复制链接]',
      '开心',
      '2966',
      '主题',
      '12',
      '帖子',
      '积分',
      '发表于 2020-6-29 10:40 | 显示全部楼层',
      ...body,
      '您需要登录后才可以回帖 登录 | 立即注册',
      '在线时间：',
      '9:00-18:00',
    ]);
    expect(text).toEqual(body);
  });

  it('may share the line of a title', () => {
    expect(read([`${body[0]} 发布时间：2022-01-10`, ...body.slice(1)]).text).toEqual(body);
  });

  it('is a copyist’s summary', () => {
    const summary = '某区政府工作报告，各位代表：现在报告工作。下面是小编为大家整理的某区政府工作报告，供大家参考。';
    expect(read([summary, ...body]).text).toEqual(body);
  });

  it('is never a paragraph of the report, whatever it speaks of', () => {
    const paragraph = '开通政务微信公众号，群众扫描二维码即可办事，点击查看进度，网上办理事项超过300项。';
    const last = body.at(-1) ?? '';
    expect(read([...body.slice(0, -1), paragraph, last]).text).toContain(paragraph);
  });

  it('is never a cell or an item behind the report', () => {
    const table = [
      '附件',
      '2022年民生实事项目',
      '序号',
      '主题',
      '1',
      '教育',
      '新建幼儿园5所',
      '时间：2022年12月底前',
      '2',
      '更多',
      '改造老旧小区12个',
    ];
    const { text } = read([...body, ...table, '【打印】【关闭】']);
    for (const cell of ['1', '教育', '新建幼儿园5所', '2', '改造老旧小区12个']) expect(text).toContain(cell);
  });
});
