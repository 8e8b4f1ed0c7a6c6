import { describe, expect, it } from 'vitest';
import { tell } from '../text/index.ts';
import type { Compared } from './board-data.ts';
import { basisText, differenceText, numberText, rateText, remarksOf, toneOf } from './figure-text.ts';

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

  it('says what it is of, where it is of something', () => {
    const t = (text: Parameters<typeof tell>[1], values?: Parameters<typeof tell>[2]) => tell('en', text, values);
    expect(basisText({ n: 39, d: 40 }, { form: 'ratio' }, t)).toBe('39/40');
    expect(basisText({ n: 999, d: 12 }, { form: 'mean' }, t)).toBe('mean of 12');
    expect(basisText({ n: 39, d: 0 }, { form: 'count' }, t)).toBe('');
    expect(basisText({ n: 0, d: 0 }, { form: 'ratio' }, t)).toBe('');
  });

  it('shows its difference with a sign', () => {
    expect([1.2, -3, 0].map((difference) => differenceText(difference, 1))).toEqual(['+1.2', '−3.0', '0.0']);
  });
});

describe('what is out of the ordinary about a number', () => {
  const definition = { form: 'ratio', decimals: 1, minimum: 20 } as const;
  const t = (text: Parameters<typeof tell>[1], values?: Parameters<typeof tell>[2]) => tell('en', text, values);
  const remarked = (more: object) =>
    remarksOf({ n: 44, d: 40, x: 0, rate: 110, ...more }, definition, t).map(({ kind, text }) => [kind, text]);
  const at = '2026-11-01T00:00:00.000Z';

  it('is what it was published as, and what a recount found', () => {
    expect(remarked({})).toEqual([]);
    expect(
      remarked({
        published: { at, n: 39, d: 40, x: 0, rate: 97.5, changes: 1 },
        alarm: { at, n: 39, d: 40, x: 0, rate: 97.5 },
      }),
    ).toEqual([
      ['corrected', 'published as 97.5'],
      ['alarm', 'recounted as 97.5'],
    ]);
  });

  it('is that it is of few, where it is of any', () => {
    expect(remarked({ n: 1, d: 1, few: true })).toEqual([['few', 'few']]);
    expect(remarked({ n: 0, d: 0, rate: null, few: true })).toEqual([]);
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
