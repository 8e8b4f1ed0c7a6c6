import { describe, expect, it } from 'vitest';
import { tell } from '../text/index.ts';
import type { Compared } from './board-data.ts';
import { differenceText, numberText, rateText, toneOf } from './figure-text.ts';

const compared = (difference: number | null, noise: Compared['noise'] = 'beyond'): Compared => ({
  n: 1,
  d: 1,
  rate: 1,
  difference,
  noise,
});

describe('a number', () => {
  it('is grouped by thousands and keeps its decimal places', () => {
    expect(numberText(1234567)).toBe('1,234,567');
    expect(numberText(96, 1)).toBe('96.0');
  });

  it('that nobody was to be measured for is none, and not 100 %', () => {
    expect(rateText(null, { form: 'ratio', decimals: 1 }, (text) => tell('zh', text))).toBe('无应办');
  });

  it('shows its difference with a sign', () => {
    expect([1.2, -3, 0].map((difference) => differenceText(difference, 1))).toEqual(['+1.2', '−3.0', '0.0']);
  });
});

describe('a difference', () => {
  it('is good or bad by what is better', () => {
    expect(toneOf({ better: 'high' }, compared(2))).toBe('better');
    expect(toneOf({ better: 'high' }, compared(-2))).toBe('worse');
    expect(toneOf({ better: 'low' }, compared(2))).toBe('worse');
    expect(toneOf({ better: 'neither' }, compared(2))).toBe('even');
  });

  it('within chance, of too few, or of what nobody can judge is neither', () => {
    for (const noise of ['within', 'few', 'unknown'] as const) {
      expect(toneOf({ better: 'high' }, compared(-9, noise))).toBe('even');
    }
    expect(toneOf({ better: 'high' }, compared(null))).toBe('even');
  });
});
