import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.ts';

function read(text: string) {
  const { blocks, script, damage } = readingOf(text);
  const passages = blocks.filter(({ kind }) => kind === 'text').map(({ passage }) => passage);
  return { text: passages.map(({ text }) => text).join('\n'), places: passages[0]?.places, script, damage };
}

describe('script', () => {
  it('is turned to simplified characters one for one', () => {
    const given = '全區經濟穩步發展，著力改善民生，成效顯著，進一步瞭解羣衆需要。';
    const { text, script, places } = read(given);
    expect(script).toBe('traditional');
    expect(text).toBe('全区经济稳步发展，着力改善民生，成效显著，进一步了解群众需要。');
    expect([...(places ?? [])]).toEqual([...given].map((_, at) => at));
  });

  it('of simplified text is left alone, with the names in it', () => {
    const { text, script } = read('区长李乾鉅作报告，全区经济稳步发展，著名企业落户。');
    expect(script).toBe('simplified');
    expect(text).toContain('李乾鉅');
    expect(text).toContain('著名');
  });

  it('may change between lines', () => {
    expect(read('全区经济社会发展良好，产业结构优化。\n實現國內生產總值穩步增長。\n进一步发展。').text).toContain(
      '实现国内生产总值稳步增长',
    );
  });
});

describe('glosses', () => {
  const count = (text: string) => read(text).damage.find(({ kind }) => kind === 'pinyinGloss')?.count ?? 0;

  it('with tones go, in parentheses of either width and without', () => {
    expect(read('推進(jìn)區（qū）域協調發(fā)展，完善設(shè)施shī建設').text).toBe('推进区域协调发展，完善设施建设');
    expect(count('發(fā)展，經(jīng)濟(jì)')).toBe(3);
  });

  it('without tones go only among others', () => {
    expect(read('建設(shè)我們的(de)家園').text).toBe('建设我们的家园');
    expect(read('见附表(de)和目录(a)').text).toBe('见附表（de）和目录（a）');
  });

  it('are not abbreviations, numbers or words', () => {
    const text = '接种(HPV)疫苗，化学需氧量(COD)下降，(一)加快建設(shè)，一期(1)，线上(online)服务，云(cloud)平台';
    expect(count(text)).toBe(1);
    expect(read(text).text).toMatch(/（HPV）.*（COD）.*（一）.*（1）.*（online）.*（cloud）/);
  });

  it('may be broken by the end of a line', () => {
    expect(read('推進經(jīn\ng)濟發展').text).toBe('推进经济发展');
  });
});
