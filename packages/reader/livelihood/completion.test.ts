import { describe, expect, it } from 'vitest';
import { givenText, type Passage } from '../text/index.ts';
import type { CompletionUnit } from '../tree/index.ts';
import { completionOf, statusAhead, statusIn } from './index.ts';

/** Cells of one row, written behind each other into one text. */
function rowOf(cells: Readonly<Record<string, string>>, parts: readonly string[] = []) {
  let text = '';
  const passage = (words: string): Passage => {
    const at = text.length;
    text += `${words}\n`;
    return { text: words, places: Int32Array.from(words, (_, offset) => at + offset) };
  };
  const columns = Object.fromEntries(Object.entries(cells).map(([name, words]) => [name, passage(words)]));
  const unit: CompletionUnit = {
    ...columns,
    parts: parts.map((words, at) => ({ no: at + 1, passage: passage(words) })),
  };
  const given = givenText(text);
  return { row: completionOf(given, { completion: [unit] })[0], text };
}

describe('words of status', () => {
  it.each([
    ['已完成', 'done'],
    ['全部完成', 'done'],
    ['完成年度目标', 'done'],
    ['100%', 'done'],
    ['完成率100%', 'done'],
    ['基本完成', 'basicallyDone'],
    ['已基本建成', 'basicallyDone'],
    ['超额完成年度目标', 'exceeded'],
    ['完成率132%', 'exceeded'],
    ['按计划推进', 'onSchedule'],
    ['按序时进度推进', 'onSchedule'],
    ['达到序时进度', 'onSchedule'],
    ['正在推进', 'underway'],
    ['部分完成', 'underway'],
    ['完成率85%', 'underway'],
    ['未完成', 'notDone'],
    ['未按期完成', 'notDone'],
    ['尚未开工', 'notDone'],
  ])('%s is %s', (words, status) => {
    expect(statusIn(words)).toBe(status);
  });

  it('on schedule is never done', () => {
    for (const words of ['按计划推进', '按时间节点有序推进', '符合序时进度', '正按进度实施']) {
      expect(statusIn(words)).not.toBe('done');
    }
  });

  it('a result may begin with its status; a result that begins with the matter has none', () => {
    expect(statusAhead('超额完成年度目标。新增泊位900个。')).toEqual({ status: 'exceeded', text: '超额完成年度目标' });
    expect(statusAhead('截至12月底，已完成，共改造12条。')?.status).toBe('done');
    expect(statusAhead('完成12条背街小巷改造。')).toBeUndefined();
    expect(statusAhead('新增泊位900个。')).toBeUndefined();
  });
});

describe('a row of the completion table', () => {
  it('with bare numbers takes target and unit from the item', () => {
    const { row, text } = rowOf({ title: '新增800张护理床位', result: '810', percent: '101%' });
    expect(row).toMatchObject({
      target: { value: 800, unit: '张', comparator: '=' },
      actual: { value: 810, unit: '张' },
      statedPercent: 101,
    });
    expect(row).not.toHaveProperty('status');
    expect(text.slice(row?.targetText?.start, row?.targetText?.end)).toBe('新增800张护理床位');
    expect(row?.resultText?.text).toBe('810');
  });

  it('with columns for target and result reads the status that opens the result', () => {
    const { row } = rowOf({
      title: '停车',
      target: '新增公共泊位600个',
      result: '超额完成年度目标。新增公共泊位812个。',
    });
    expect(row).toMatchObject({
      status: 'exceeded',
      statusText: '超额完成年度目标',
      target: { value: 600 },
      actual: { value: 812, unit: '个' },
    });
  });

  it('answers the target by the number of the same unit', () => {
    const { row } = rowOf({ target: '改造老旧小区30个', result: '投入资金2.4亿元，改造老旧小区31个。' });
    expect(row?.actual).toEqual({ value: 31, unit: '个' });
  });

  it('with a status line and numbered results keeps each result with its place', () => {
    const { row, text } = rowOf({ domain: '公共教育', status: '基本完成' }, ['新增幼儿园8所。', '推进校园改造。']);
    expect(row).toMatchObject({ domain: '公共教育', status: 'basicallyDone', statusText: '基本完成' });
    expect(row?.results.map(({ no, text: words }) => [no, words])).toEqual([
      [1, '新增幼儿园8所。'],
      [2, '推进校园改造。'],
    ]);
    expect(row?.results.map(({ start, end }) => text.slice(start, end))).toEqual(['新增幼儿园8所。', '推进校园改造。']);
    expect(row).not.toHaveProperty('target');
  });

  it('without a target claims none', () => {
    const { row } = rowOf({ status: '已完成', result: '城镇新增就业6180人，开展招聘会106场。' });
    expect(row).not.toHaveProperty('target');
    expect(row).not.toHaveProperty('targetText');
  });
});
