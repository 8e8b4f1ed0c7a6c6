import { describe, expect, it } from 'vitest';
import { quantitiesIn } from './index.ts';

function all(text: string) {
  return quantitiesIn(text).quantities;
}

describe('分别', () => {
  it('pairs the nth subject with the nth number', () => {
    expect(all('专利申请量、授权量分别达26818件、15868件').map(({ respective }) => respective)).toEqual([
      { index: 0, count: 2, subject: '专利申请量' },
      { index: 1, count: 2, subject: '授权量' },
    ]);
    expect(all('调查失业率、登记失业率分别为4.8%左右和4.3%左右')).toMatchObject([
      { value: 4.8, comparator: '~', respective: { subject: '调查失业率' } },
      { value: 4.3, comparator: '~', respective: { subject: '登记失业率' } },
    ]);
  });

  it('cuts numbers whose separators were lost at their percent signs, and goes on with the same subjects', () => {
    const found = all('零售额、预算收入、居民收入分别增长86.2%51.1%64.1%，年均增长13.2%8.6%10.4%');
    expect(found.map(({ value }) => value)).toEqual([86.2, 51.1, 64.1, 13.2, 8.6, 10.4]);
    expect(found.map(({ respective }) => respective?.subject)).toEqual([
      '零售额',
      '预算收入',
      '居民收入',
      '零售额',
      '预算收入',
      '居民收入',
    ]);
    expect(found.every(({ direction }) => direction === 1)).toBe(true);
    expect(found[5]?.growth).toEqual({ type: 'annual' });
  });

  it('does not run into the next sentence', () => {
    const { quantities, names } = quantitiesIn('分别增长166%116%2015年，认定企业142家');
    expect(quantities.map(({ raw }) => raw)).toEqual(['166%', '116%', '142家']);
    expect(names).toMatchObject([{ text: '2015年', reason: 'year' }]);
  });

  it('invents no subject where their count differs', () => {
    const found = all('货物和旅客吞吐量、换装量分别占全国的33.6%、27.9%、10%');
    expect(found.map(({ respective }) => respective?.subject)).toEqual(['货物', '旅客吞吐量', '换装量']);
    expect(all('旅客吞吐量分别占全国的33.6%和27.9%').map(({ respective }) => respective)).toEqual([
      { index: 0, count: 2 },
      { index: 1, count: 2 },
    ]);
  });

  it('spreads a measure word and a bound that stand once behind the list', () => {
    expect(all('分别达到15、20和30个以上')).toMatchObject([
      { value: 15, unit: '个', comparator: '>=' },
      { value: 20, unit: '个', comparator: '>=' },
      { value: 30, unit: '个', comparator: '>=' },
    ]);
  });
});

describe('pairs', () => {
  it.each([
    ['由127项压减为13项', 127, 13],
    ['从15个工作日压缩到3个工作日以内', 15, 3],
    ['达标率从15%提高到90%', 15, 90],
    ['国企由51家整合为33家', 51, 33],
    ['生产总值从2.69万亿元增加到3.87万亿元', 2.69, 3.87],
    ['办理时限由20个工作日缩短至5个', 20, 5],
  ])('%s', (text, before, value) => {
    expect(all(text)).toMatchObject([
      { value: before, serves: 'base' },
      { value, before },
    ]);
  });

  it.each([
    '固定资产投资560亿元以上，力争达到635亿元',
    '完成固投560亿元以上，竭尽全力向635亿元冲刺',
    '完成投资300亿元，争取突破350亿元',
  ])('%s: the second is a stretch goal', (text) => {
    expect(all(text).map(({ stretch }) => stretch === true)).toEqual([false, true]);
  });

  it('a stretch goal grows as the firm one does', () => {
    expect(all('地区生产总值增长6%以上、力争6.5%')[1]).toMatchObject({ stretch: true, direction: 1 });
  });

  it('an aim for something else is no stretch', () => {
    expect(all('新增企业10家，力争新增楼宇2栋').some(({ stretch }) => stretch)).toBe(false);
  });
});
