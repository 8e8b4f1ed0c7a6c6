import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, type Damaged, damages, inTurn, spanIn } from './index.ts';

const sound = [
  '清江区政府工作报告',
  '——2031年3月2日在清江区第三届人民代表大会第一次会议上',
  '一、2030年工作回顾',
  '（一）经济稳中向好。地区生产总值、财政收入、居民收入分别增长6.2%、5.1%、7.4%，发展质量提升。',
  '二、2031年工作安排',
  '（二）办好民生实事。新建幼儿园12所，改造老旧小区30个；培训1.6万人次以上，处理诉求𠮷例3件。',
  '1 | 新增学位3000个 | 3120 | 104%',
].join('\n');

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const words = fc.oneof(
  fc.constant(sound),
  fc.string({
    unit: fc.constantFrom(...Array.from('（一）年月日%、，。12\n 　|发展经济实现万个𠮷'), '(', ')', ','),
    maxLength: 80,
  }),
);

describe.each(Object.entries(damages))('%s', (name, damage) => {
  it('gives the same text for the same seed', () => {
    fc.assert(
      fc.property(words, seeds, (text, seed) => {
        expect(damage(text, seed).text).toBe(damage(text, seed).text);
      }),
    );
  });

  it('carries every surviving character to where it stands now, in the old order', () => {
    fc.assert(
      fc.property(words, seeds, (text, seed) => {
        const damaged = damage(text, seed);
        const now = Array.from(damaged.text);
        let last = -1;
        for (const [offset, character] of Array.from(text).entries()) {
          const place = damaged.at(offset);
          if (place === null) continue;
          expect(place).toBeGreaterThan(last);
          if (!/traditional|width|marks|tables|old web/.test(name)) expect(now[place]).toBe(character);
          if (/[\d%]|所|小/.test(character)) expect(now[place]).toBe(character);
          last = place;
        }
      }),
    );
  });
});

describe('a damage', () => {
  it('does what it is named for', () => {
    const after = (name: string, text = sound, seed = 7) => damages[name]?.(text, seed).text ?? '';
    expect(after('traditional')).toMatch(/[發經濟產業現實務會區]\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)/);
    expect(after('half width')).toContain('6.2%、5.1%、7.4%,');
    expect(after('full width', after('half width'))).toBe(sound);
    expect(after('lost separators')).toContain('分别增长6.2%5.1%7.4%，');
    expect(after('lost date words')).toContain('203132日在');
    expect(after('lost marks')).toMatch(/\n[?ˇ](一）)?经济/);
    expect(
      Math.max(
        ...after('hard wrap 30')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBe(30);
    expect(after('one line')).not.toContain('\n');
    expect(after('flat tables')).toContain('1\n新增学位3000个\n3120\n104%');
    expect(after('page chrome')).toContain(`\n${sound}\n`);
    for (const name of Object.keys(damages)) {
      const text = name === 'full width' ? after('half width', sound.repeat(20)) : sound.repeat(20);
      expect(after(name, text), name).not.toBe(text);
    }
  });

  it('of several in turn maps through all of them', () => {
    const both = inTurn(damages['lost separators'] ?? fails, damages['page chrome'] ?? fails)(sound, 1);
    const from = sound.indexOf('7.4%');
    const span = spanIn(both, { start: from, end: from + 4 });
    expect(Array.from(both.text).slice(span?.start, span?.end).join('')).toBe('7.4%');
  });

  it('leaves no span where nothing of it survives, and shrinks it where an end is gone', () => {
    const damaged = damages['one line']?.('甲\n乙', 1) ?? fails();
    expect(spanIn(damaged, { start: 1, end: 2 })).toBeUndefined();
    expect(spanIn(damaged, { start: 1, end: 3 })).toEqual({ start: 1, end: 2 });
    expect(damaged.at(1)).toBeNull();
    expect(damaged.at(99)).toBeNull();
  });
});

describe('chance', () => {
  it('repeats itself for a seed and spreads over 0 to 1', () => {
    const [one, two] = [chanceOf(3), chanceOf(3)];
    const drawn = Array.from({ length: 1000 }, one);
    expect(drawn).toEqual(Array.from({ length: 1000 }, two));
    expect(Math.min(...drawn)).toBeLessThan(0.02);
    expect(Math.max(...drawn)).toBeGreaterThan(0.98);
  });
});

function fails(): Damaged {
  throw new Error('no such damage');
}
