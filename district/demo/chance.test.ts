import { describe, expect, it } from 'vitest';
import { chance, weightedIndex } from './chance.ts';

describe('chance', () => {
  it('is the same for the same seed, on every machine', () => {
    const source = chance('qingjiang');
    expect([source.below(1000), source.below(1000), source.below(1000)]).toEqual([499, 800, 29]);
    expect(chance(1).unit()).not.toBe(chance(2).unit());
  });

  it('spreads evenly', () => {
    const source = chance(7);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 50_000; i++) {
      const n = source.below(10);
      counts[n] = (counts[n] as number) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 5000)).toBeLessThan(300);
  });

  it('draws indices in proportion to weights, and never one of weight nothing', () => {
    const source = chance(3);
    const draw = weightedIndex([0, 1, 0, 3, 0]);
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 20_000; i++) {
      const n = draw(source);
      counts[n] = (counts[n] as number) + 1;
    }
    expect([counts[0], counts[2], counts[4]]).toEqual([0, 0, 0]);
    expect((counts[3] as number) / (counts[1] as number)).toBeCloseTo(3, 0);
  });

  it('refuses to pick from nothing', () => {
    expect(() => chance(1).pick([])).toThrow(RangeError);
    expect(() => weightedIndex([0])).toThrow(RangeError);
  });
});
