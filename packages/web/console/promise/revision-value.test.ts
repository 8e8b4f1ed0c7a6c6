import { describe, expect, it } from 'vitest';
import { revisionValue } from './revision-value.ts';

describe('a value of a revision', () => {
  it('is told as a person reads it', () => {
    expect(revisionValue('2026-09-30', 'zh')).toBe('2026年9月30日');
    expect(revisionValue('2026-09-30', 'en')).toBe('30 Sep 2026');
    expect(revisionValue(3000, 'zh')).toBe('3,000');
    expect(revisionValue('完成改造', 'zh')).toBe('完成改造');
  });

  it('is a dash where there was none: nothing is not nought', () => {
    expect(revisionValue(null, 'zh')).toBe('—');
    expect(revisionValue(0, 'zh')).toBe('0');
  });

  it('of several parts is told part by part', () => {
    expect(revisionValue([1, 2], 'zh')).toBe('1、2');
    expect(revisionValue({ from: 1, to: 2 }, 'en')).toBe('1 · 2');
  });
});
