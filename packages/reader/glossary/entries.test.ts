import { describe, expect, it } from 'vitest';
import { givenText } from '../text/index.ts';
import type { EntryUnit } from '../tree/index.ts';
import { glossaryOf } from './index.ts';

/** Entries of an invented glossary, one a line, as the tree hands them over. */
function entriesOf(...lines: readonly string[]) {
  const text = lines.join('\n');
  let at = 0;
  const entries = lines.map((line, index): EntryUnit => {
    const places = Int32Array.from(line, (_, offset) => at + offset);
    at += line.length + 1;
    return { no: index + 1, passage: { text: line, places } };
  });
  return glossaryOf(givenText(text), { entries });
}

describe('the term of a glossary entry', () => {
  it('ends at a colon, a dash, 是指, 即, a space, a full stop or its closing quote', () => {
    const definition = '甲事项、乙事项、丙事项';
    for (const separator of ['：', '——', '是指', '，是指', '，即', ' ', '。']) {
      const [entry] = entriesOf(`“三清”行动${separator}${definition}`);
      expect(entry).toMatchObject({ term: '“三清”行动', definition });
    }
    expect(entriesOf(`“三清”${definition}`)[0]).toMatchObject({ term: '三清', definition });
  });

  it('ends before the first digit of a code that is explained digit by digit', () => {
    const [entry] = entriesOf('“1+2”工作部署第一个“1”是指以园区为龙头；“2”是指两条走廊。');
    expect(entry).toMatchObject({
      term: '“1+2”工作部署',
      definition: '第一个“1”是指以园区为龙头；“2”是指两条走廊。',
      members: ['以园区为龙头', '两条走廊'],
    });
  });

  it('is not cut at a colon inside quotes or brackets', () => {
    const [entry] = entriesOf('《河湖规划（附件：总图）》：关于河湖的规划');
    expect(entry?.term).toBe('《河湖规划（附件：总图）》');
  });

  it('is the whole entry where nothing separates it, and the entry is kept', () => {
    expect(entriesOf('清江码')[0]).toMatchObject({ term: '清江码', definition: '', members: [] });
  });
});

describe('the count in a term', () => {
  it.each([
    ['六稳', 6],
    ['“四上”企业', 4],
    ['城市更新九项重点工作', 9],
    ['暖企15条', 15],
    ['“四个三”机制', 4],
    ['双碳', 2],
    ['“两个确立”', 2],
  ])('%s promises %i', (term, count) => {
    expect(entriesOf(`${term}：说明`)[0]?.count).toBe(count);
  });

  it.each([
    '“十四五”规划',
    '一网通办',
    '营商环境3.0改革',
    '“1+2+3”体系',
    '一核三带四区',
    '第三产业',
    '5G网络',
    '2020年行动',
  ])('%s promises none', (term) => {
    expect(entriesOf(`${term}：说明`)[0]?.count).toBeUndefined();
  });
});

describe('what a definition enumerates', () => {
  const members = (line: string) => entriesOf(line)[0]?.members;

  it('is the list the term counts, 和 and 以及 split where the count needs it', () => {
    expect(members('四早：早看、早报、早隔、早治。')).toEqual(['早看', '早报', '早隔', '早治']);
    expect(members('五项重点：旧桥、旧路和旧渠改造以及水库、堤防加固等五项工作。')).toHaveLength(5);
    expect(members('四个提升：2019年提出，在道路质量、街区面貌、公园品质、河湖水质方面全面提升。')).toEqual([
      '道路质量',
      '街区面貌',
      '公园品质',
      '河湖水质',
    ]);
  });

  it('is the labels, where each is explained on its own', () => {
    expect(members('“散小差”：“散”是指布局散乱；“小”是指规模小；“差”是指设施差。')).toEqual(['散', '小', '差']);
    expect(members('“两个三”：“三个网”为路网、水网、电网。“三张表”为甲表、乙表、丙表。')).toEqual(['三个网', '三张表']);
  });

  it('is what 一是…二是… numbers, and what stands between quotes', () => {
    expect(members('三张清单：一是权力清单；二是责任清单；三是负面清单。')).toEqual([
      '权力清单',
      '责任清单',
      '负面清单',
    ]);
    expect(members('“3乐”行动：实施“乐学”、“乐游”、“乐居”三大行动。')).toEqual(['乐学', '乐游', '乐居']);
    expect(members('“三新”经济：指“新技术、新产业、新业态”的形态。')).toEqual(['新技术', '新产业', '新业态']);
  });

  it('of a code are the clauses that carry its numbers in order', () => {
    expect(members('“1+2”体系：我区出台了1个总体方案，园区、市场2个专项方案，并加强宣传。')).toEqual([
      '1个总体方案',
      '园区、市场2个专项方案',
    ]);
  });

  it('is nothing where the definition only tells a story', () => {
    expect(members('清江样板：2019年8月，全体会议提出建设“甲—乙”走廊，打造创新中心。')).toEqual([]);
  });
});
