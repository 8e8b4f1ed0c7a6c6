import { describe, expect, it } from 'vitest';
import { meanStars } from './evaluation.ts';
import { compositeScore, scoreOf } from './score.ts';

describe('scores', () => {
  it('by ratio, capped only where a cap is declared', () => {
    expect(scoreOf({ by: 'ratio', target: 20, cap: null }, 30)).toBe(1.5);
    expect(scoreOf({ by: 'ratio', target: 20, cap: 1 }, 30)).toBe(1);
    expect(scoreOf({ by: 'ratio', target: 0, cap: 1 }, 30)).toBeNull();
  });
  it('by efficacy 60 to 100, by min–max 0 to 1, less being better as well', () => {
    expect(scoreOf({ by: 'efficacy', least: 0, most: 50 }, 25)).toBe(80);
    expect(scoreOf({ by: 'efficacy', least: 10, most: 2 }, 2)).toBe(100);
    expect(scoreOf({ by: 'min-max', least: 10, most: 2 }, 8)).toBe(0.25);
    expect(scoreOf({ by: 'min-max', least: 3, most: 3 }, 3)).toBeNull();
  });
  it('by z, undefined where all are alike', () => {
    expect(scoreOf({ by: 'z', mean: 10, deviation: 4 }, 16)).toBe(1.5);
    expect(scoreOf({ by: 'z', mean: 10, deviation: 0 }, 16)).toBeNull();
  });
  it('a composite tells what it would be without its cap, and how much of it is known', () => {
    const items = [
      { weight: 0.5, scoring: { by: 'ratio', target: 10, cap: 1 }, value: 30 },
      { weight: 0.3, scoring: { by: 'ratio', target: 10, cap: null }, value: 10 },
      { weight: 0.2, scoring: { by: 'min-max', least: 0, most: 10 }, value: null },
    ] as const;
    expect(compositeScore(items, null)).toEqual({ score: 0.8, uncapped: 1.8, cap: null, coverage: 0.8 });
    expect(compositeScore(items, 0.7).score).toBe(0.7);
    expect(compositeScore([], 1)).toEqual({ score: null, uncapped: null, cap: 1, coverage: null });
  });
  it('stars have a mean with the number of those who gave them', () => {
    expect(meanStars({ '5': 3, '2': 1 })).toEqual({ mean: 4.25, n: 4 });
    expect(meanStars({})).toEqual({ mean: null, n: 0 });
  });
});
