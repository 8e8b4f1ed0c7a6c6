import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.ts';

/** Clean text of the only text block. */
function clean(text: string): string {
  const blocks = readingOf(text).blocks.filter(({ kind }) => kind === 'text');
  expect(blocks).toHaveLength(1);
  return blocks[0]?.passage.text ?? '';
}

/** As careless typists and converters leave it. */
const half = (text: string) =>
  text.replaceAll(/[，；：（）！？]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));

describe('marks', () => {
  it('are full-width wherever they were typed half-width', () => {
    const text = '各位代表！我区（含新区）新增企业12家；就业3.5万人，达到目标：很好吗？';
    expect(clean(half(text))).toBe(text);
  });

  it('stay half-width where they belong to numbers', () => {
    expect(clean('比例为２.０２：97.98，7:30开门，PM2.5')).toBe('比例为2.02:97.98，7:30开门，PM2.5');
    expect(clean('三次产业比为11.8∶48.3︰39.9')).toBe('三次产业比为11.8:48.3:39.9');
  });

  it('of thousands are left out, commas of lists are not', () => {
    expect(clean(half('财政收入1，234.5万元，投资12，345，678元'))).toBe('财政收入1234.5万元，投资12345678元');
    expect(clean(half('地铁10，11，13号线，2015，2016年'))).toBe('地铁10，11，13号线，2015，2016年');
  });

  it('join ranges and keep dashes', () => {
    expect(clean('增长６．５％～７％，0—3岁，2015－2020年——再创辉煌')).toBe(
      '增长6.5%~7%，0-3岁，2015-2020年——再创辉煌',
    );
  });

  it('set twice are set once, and a dot inside a word is left out', () => {
    expect(clean('一年来，，城市建设，、产业发展，；经济.发展，。')).toBe('一年来，城市建设、产业发展；经济发展。');
  });

  it('of quotation have one form', () => {
    expect(clean('「放管服」改革和"一网通办"')).toBe('“放管服”改革和“一网通办”');
    const lost = '落实？三个代表？要求，实施？工业强县？战略，围绕？保民生？目标，坚持？全面？布局';
    expect(clean(half(lost))).toBe('落实“三个代表”要求，实施“工业强县”战略，围绕“保民生”目标，坚持“全面”布局');
  });
});

describe('characters', () => {
  it('of full width, of radicals and of compatibility forms are folded', () => {
    expect(clean('ＧＤＰ１２３％，⼀个⻓期⽬标，樂園')).toBe('GDP123%，一个长期目标，樂園');
  });

  it('without width or meaning are left out', () => {
    expect(clean('\ufeff全\u200b区\u00ad生\ue5e5产\u0007总值')).toBe('全区生产总值');
  });

  it('of zero in years are 〇', () => {
    expect(clean('二○三五年，二0二0年，2O20年')).toBe('二〇三五年，二〇二〇年，2020年');
  });

  it('of one sign stay one sign', () => {
    expect(clean('①绿地5㎡，管道3㎞，温度2℃')).toBe('①绿地5㎡，管道3㎞，温度2℃');
  });
});

describe('white space', () => {
  it('goes where it says nothing and stays where it separates', () => {
    expect(clean('全年完成\u00a026\u00a0个 ， 增长 8 %，位居第一')).toBe('全年完成26个，增长8%，位居第一');
    expect(clean('区长　王　某')).toBe('区长\u3000王\u3000某');
    expect(clean('政 府 工 作 报 告')).toBe('政府工作报告');
    expect(clean('1 新建幼儿园 5所\t已完成')).toBe('1 新建幼儿园 5所\u3000已完成');
  });
});

describe('markup', () => {
  it('is left out, and the marks of notes behind words', () => {
    const { blocks } = readingOf('<p>做好“六稳”[1]工作</p><p>落实&ldquo;六保&rdquo;任务</p>');
    expect(blocks.filter(({ kind }) => kind === 'text').map(({ passage }) => passage.text)).toEqual([
      '做好“六稳”工作',
      '落实“六保”任务',
    ]);
    expect(clean('投资<50万元的项目')).toBe('投资<50万元的项目');
  });
});
