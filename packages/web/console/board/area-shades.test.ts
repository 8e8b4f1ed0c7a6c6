import { describe, expect, it } from 'vitest';
import { isChance, middleOf, shadedBy, shadesOf } from './area-shades.ts';

describe('shades of areas', () => {
  it('are darker for more, and the same for equals', () => {
    const { of } = shadesOf([1, 2, 3, 4, 500, 500, null]);
    expect([1, 2, 3, 4, 500].map(of)).toEqual([1, 2, 3, 4, 5]);
    expect(of(null)).toBe(0);
  });

  it('say from where to where they go', () => {
    expect(shadesOf([0, 0, 7]).steps).toEqual([
      { shade: 1, from: 0, to: 0 },
      { shade: 5, from: 7, to: 7 },
    ]);
    expect(shadesOf([4, 4]).steps).toEqual([{ shade: 3, from: 4, to: 4 }]);
    expect(shadesOf([null]).steps).toEqual([]);
  });

  it('are palest where there is nothing anywhere', () => {
    expect(shadesOf([0, 0]).steps).toEqual([{ shade: 1, from: 0, to: 0 }]);
  });

  it('are not taken by a rate of too few, nor moved by it', () => {
    const [one, many, none] = [{ rate: 100, few: true as const }, { rate: 90 }, { rate: null, few: true as const }];
    expect([one, many, none, null].map((figure) => shadedBy(figure, false))).toEqual([null, 90, null, null]);
    expect([one, many, none, null].map(isChance)).toEqual([true, false, false, false]);
    const { of, steps } = shadesOf([one, many, { rate: 80 }].map((figure) => shadedBy(figure, false)));
    expect(steps.map(({ to }) => to)).toEqual([80, 90]);
    expect(of(shadedBy(one, false))).toBe(0);
  });

  it('of counts take what is not there for nothing', () => {
    expect([{ rate: 3 }, null].map((figure) => shadedBy(figure, true))).toEqual([3, 0]);
  });

  it('find the middle of an outline', () => {
    expect(middleOf('M0 0L10 0L10 20L0 20Z')).toEqual({ x: 5, y: 10 });
    expect(middleOf('')).toBeNull();
  });
});
