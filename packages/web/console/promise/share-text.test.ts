import { describe, expect, it } from 'vitest';
import { gapText, shareText } from './share-text.ts';

describe('a share in words', () => {
  it('is a dash where nothing is known, which is not nought', () => {
    expect(shareText(null)).toBe('—');
    expect(shareText(0)).toBe('0%');
    expect(shareText(0.4583, 1)).toBe('45.8%');
  });

  it('is told against its path in points, with its sign', () => {
    expect(gapText(0.458, 0.417)).toBe('+4.1');
    expect(gapText(0.5, 0.6)).toBe('−10');
    expect(gapText(null, 0.6)).toBeUndefined();
  });
});
